import { describe, expect, it } from 'vitest';
import { propertiesFor, strangersIn } from '../../../../web/panels/console/statement-names.ts';

describe('the names in a statement', () => {
  it.each([
    ['MATCH (c:Company)-[r:INVESTS_IN]->(p:Project) WHERE p.investment > 1 RETURN c.name', []],
    ['MATCH (c:Companny) RETURN c', ['label Companny Company']],
    ['MATCH (c:Company|Zome) RETURN c', ['label Zome Zone']],
    ['MATCH (c)-[:INVEST_IN]->(p) RETURN p', ['relationship INVEST_IN INVESTS_IN']],
    ['MATCH (c) RETURN c.naem, c.无此项', ['property naem name', 'property 无此项 undefined']],
    ["MATCH (c {name: '(x:Nobody)'}) RETURN c // (y:Nothing)", []],
    ['MATCH (c) RETURN date.truncate(c.published)', []],
    ['MATCH p = shortestPath((a:Zone)-[*..6]-(b:Zone)) RETURN length(p)', []],
  ])('says of %s what the graph cannot have', (statement, expected) => {
    expect(strangersIn(statement).map(({ kind, name, like }) => `${kind} ${name} ${like}`)).toEqual(expected);
  });

  it('offers of a variable what its label or type has, and of one without any everything', () => {
    const statement = 'MATCH (c:Company)-[r:HOLDS_POST]-(p:Project), (x) WHERE ';
    expect(propertiesFor('p', statement)).toContain('investment');
    expect(propertiesFor('c', statement)).not.toContain('investment');
    expect(propertiesFor('r', statement)).toContain('quotes');
    expect(propertiesFor('r', statement)).not.toContain('aliases');
    expect(propertiesFor('x', statement)).toEqual(expect.arrayContaining(['investment', 'quotes']));
  });
});
