import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/store/cypher-text.ts';
import { splitChains } from '../../src/store/grafeo/dialect/chains.ts';
import { rewrite } from '../../src/store/grafeo/dialect/rewrite.ts';

describe('tokens', () => {
  it.each([
    ["RETURN 'it\\'s' AS a", ['RETURN', "'it\\'s'", 'AS', 'a']],
    ['// MATCH\nRETURN /* x */ 1.5', ['RETURN', '1.5']],
    ['MATCH (`a b`:公司)', ['MATCH', '(', '`a b`', ':', '公司', ')']],
    ['RETURN "open', ['RETURN', '"open']],
    ['[1..3]', ['[', '1', '.', '.', '3', ']']],
    ['', []],
  ])('of %j', (statement, expected) => {
    expect(tokenise(statement).map(({ text }) => text)).toEqual(expected);
  });
});

describe('what Grafeo is asked in other words', () => {
  it.each([
    ['MATCH (n:A|B) RETURN n', 'MATCH (n) WHERE (n:A OR n:B) RETURN n'],
    ['MATCH (n:A|B {id: 1})--(m) RETURN n', 'MATCH (n {id: 1})--(m) WHERE (n:A OR n:B) RETURN n'],
    [
      'MATCH (n:A|B) WHERE n.x = 1 OR n.y = 2 RETURN n',
      'MATCH (n) WHERE (n:A OR n:B) AND ( n.x = 1 OR n.y = 2) RETURN n',
    ],
    [
      'MATCH (n:A|B)-[:R|S]->(m:C|D) RETURN n',
      'MATCH (n)-[:R|S]->(m) WHERE (n:A OR n:B) AND (m:C OR m:D) RETURN n',
    ],
    ['MATCH (:A|B) RETURN 1', 'MATCH (_either1) WHERE (_either1:A OR _either1:B) RETURN 1'],
    [
      "MATCH (n:A|B) WHERE n.name STARTS WITH 'x' WITH n RETURN n",
      "MATCH (n) WHERE (n:A OR n:B) AND ( n.name STARTS WITH 'x') WITH n RETURN n",
    ],
    [
      'MATCH (n) WHERE EXISTS { MATCH (n)--(m:A|B) } RETURN n',
      'MATCH (n) WHERE EXISTS { MATCH (n)--(m) WHERE (m:A OR m:B) } RETURN n',
    ],
    ['RETURN sum(n.x), 1', 'RETURN coalesce(sum(n.x), 0) AS `sum(n.x)`, 1'],
    ['RETURN 1 + sum(DISTINCT n.x) AS s', 'RETURN 1 + coalesce(sum(DISTINCT n.x), 0) AS s'],
    ['WITH a, sum(size(b)) AS s RETURN s', 'WITH a, coalesce(sum(size(b)), 0) AS s RETURN s'],
    ['RETURN a.id, sum(x) ORDER BY a.id', 'RETURN a.id, coalesce(sum(x), 0) AS `sum(x)` ORDER BY a.id'],
    ['CREATE (n:L $map) RETURN n', 'CREATE (n:L ) SET n = $map RETURN n'],
  ])('%s', (statement, expected) => {
    expect(rewrite(statement)).toBe(expected);
  });

  it.each([
    'MATCH (n:A:B) RETURN n',
    'MATCH (a)-[:R|S]->(b) RETURN b',
    "RETURN 'MATCH (n:A|B)'",
    'RETURN n.sum, sum',
    '// MATCH (n:A|B)\nRETURN 1',
    'MATCH (:A|B)--(m) RETURN *',
    'MATCH (n:A:B|C) RETURN n',
    'CREATE (n:L {id: $id})',
  ])('leaves %j', (statement) => {
    expect(rewrite(statement)).toBe(statement);
  });
});

describe('chains taken apart', () => {
  it.each([
    ['MATCH (a)--(b)--(c) RETURN 1', 'MATCH (a)--(b), (b)--(c) RETURN 1'],
    [
      'MATCH (a:A)-[:R]->(b:B {x: 1})<-[:S]-(c), (d)--(a) WHERE a.x > 1 RETURN a',
      'MATCH (a:A)-[:R]->(b:B {x: 1}), (b)<-[:S]-(c), (d)--(a) WHERE a.x > 1 RETURN a',
    ],
    ['MATCH (a)--()--(c) RETURN a', 'MATCH (a)--(_link6), (_link6)--(c) RETURN a'],
    ['OPTIONAL MATCH (a)--(:B)--(c) RETURN a', 'OPTIONAL MATCH (a)--(_link7:B), (_link7)--(c) RETURN a'],
  ])('%s', (statement, expected) => {
    expect(splitChains(statement)).toBe(expected);
  });

  it.each([
    'MATCH (a)--(b) RETURN a',
    'MATCH p = (a)--(b)--(c) RETURN p',
    'MATCH shortestPath((a)-[*]-(b)) RETURN 1',
    'MATCH (a)-[*1..2]-(b)--(c) RETURN a',
    'MATCH (a)--()--(c) RETURN *',
  ])('leaves %j', (statement) => {
    expect(splitChains(statement)).toBe(statement);
  });
});
