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
    ['MATCH (n:A|B) RETURN n', 'MATCH (n) WHERE ((n:A) OR (n:B)) RETURN n'],
    ['MATCH (n:%) RETURN n', 'MATCH (n) WHERE (size(labels(n)) > 0) RETURN n'],
    [
      'MATCH (n:A|B) WHERE n.x = 1 OR n.y = 2 RETURN n',
      'MATCH (n) WHERE (((n:A) OR (n:B)) AND ((n.x = 1) OR (n.y = 2))) RETURN n',
    ],
    [
      'MATCH (n:A|B)-[:R|S]->(m:C|D) RETURN n',
      'MATCH (n)-[:R|S]->(m) WHERE (((n:A) OR (n:B)) AND ((m:C) OR (m:D))) RETURN n',
    ],
    ['MATCH (:A|B) RETURN 1 AS a', 'MATCH (_either1) WHERE ((_either1:A) OR (_either1:B)) RETURN 1 AS a'],
    [
      'MATCH (n) WHERE EXISTS { MATCH (n)--(m:A|B) } RETURN n',
      'MATCH (n) WHERE EXISTS { MATCH (n)--(m) WHERE ((m:A) OR (m:B)) } RETURN n',
    ],
    [
      'MATCH (n) RETURN 1 + sum(DISTINCT n.x), 1',
      'MATCH (n) RETURN (1 + coalesce(sum(DISTINCT n.x), 0)) AS `1 + sum(DISTINCT n.x)`, 1 AS `1`',
    ],
    ['CREATE (n:L $map) RETURN n', 'CREATE (n:L ) SET n = $map RETURN n'],
    ["WITH [1] AS l RETURN l + 'a' AS r", "WITH [1] AS l RETURN (l + ['a']) AS r"],
  ])('%s', (statement, expected) => {
    expect(rewrite(statement, { map: {} })).toBe(expected);
  });

  it.each([
    'MATCH (n:A:B) RETURN n',
    'MATCH (a)-[:R|S]->(b) RETURN b',
    "RETURN 'MATCH (n:A|B)' AS a",
    '// MATCH (n:A|B)\nRETURN 1 AS a',
    'MATCH (:A|B)--(m) RETURN *',
    'MATCH (n:A:B|C) RETURN n',
    'CREATE (n:L {id: $id})',
  ])('leaves %j', (statement) => {
    expect(rewrite(statement, { id: 'x' })).toBe(statement);
  });
});

describe('what is wrong with a statement', () => {
  it.each([
    ['RETRUN 1', /^RETRUN is not expected here; expected .*RETURN.* \(line 1, column 1\)$/],
    ['MATCH (n RETURN n', /^RETURN is not expected here; .*\(line 1, column 10\)$/],
    ['MATCH (n:A|B) WHERE n.name = "x\nRETURN n', /^This text has no closing quote \(line 1, column 30\)$/],
    ['MATCH (n:A|B)\nRETURN n.name + missing', /^The variable missing is not defined \(line 2, column 17\)$/],
    ['MATCH (n:A|B) RETRUN n', /^RETRUN is not expected here; .*\(line 1, column 15\)$/],
    ['RETURN 1 +', /^The statement ends here; expected an expression \(line 1, column 11\)$/],
    ["RETURN 1 - 'a'", /^- does not take text \(line 1, column 8\)$/],
    ['MATCH (n)', /^A query cannot end with MATCH; .* \(line 1, column 1\)$/],
    ['MATCH (n:A) WITH n UNWIND n.aliases AS a', /^A query cannot end with UNWIND.*\(line 1, column 20\)$/],
    ['MATCH (a)-[r:!A&!B]->(b) RETURN r', /names with \| between them.*\(line 1, column 13\)$/],
    ['MATCH (n) USING INDEX n:A(x) RETURN n', /leave USING out \(line 1, column 11\)$/],
    ['SHOW TRANSACTIONS', /shows its INDEXES and its CONSTRAINTS \(line 1, column 6\)$/],
    ['SHOW CURRENT GRAPH TYPE', /shows its INDEXES and its CONSTRAINTS \(line 1, column 6\)$/],
    ['SHOW INDEXES YIELD name', /leave out what follows.* \(line 1, column 14\)$/],
    ['SHOW INDEXES; MATCH (n) DELETE n', /leave out what follows.* \(line 1, column 15\)$/],
    ['EXPLAIN SHOW INDEXES', /^SHOW is not expected here.* \(line 1, column 9\)$/],
    ['CREATE FULLTEXT INDEX x FOR (n:A) ON EACH [n.y]', /plain indexes.* \(line 1, column 1\)$/],
    ["RETURN duration('P1M').months AS m", /parts of a duration.* \(line 1, column 8\)$/],
    [
      'MATCH (a) WHERE EXISTS { MATCH (a)--(b) WITH b WHERE b.x = 1 } RETURN a',
      /MATCH and WHERE alone.* \(line 1, column 41\)$/,
    ],
    ['CYPHER 5 RETURN 1', /leave CYPHER and its options out \(line 1, column 1\)$/],
    ['MATCH (z) RETURN COLLECT { MATCH (z)--(c) RETURN c } AS c', /COLLECT.*\(line 1, column 18\)$/],
    [`RETURN ${'('.repeat(5000)}1${')'.repeat(5000)}`, /nested more than 100 deep/],
  ])('%j', (statement, message) => {
    expect(() => rewrite(statement)).toThrow(
      expect.objectContaining({ code: 'QUERY', message: expect.stringMatching(message) }),
    );
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
