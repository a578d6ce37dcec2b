import { describe, expect, it } from 'vitest';
import { completionsAt, faultOf, parametersOf } from '../../../../web/panels/console/schema.ts';

describe('the console', () => {
  const labels = (text: string) => completionsAt(text)?.completions.map(({ label }) => label) ?? [];

  it.each([
    ['MATCH (c:Com', 'Company'],
    ['MATCH (c:Company)-[r:INV', 'INVESTS_IN'],
    ['MATCH (c)-[:LOCATED_IN|PA', 'PART_OF'],
    ['MATCH (c) WHERE c.na', 'name'],
    ['MATCH (c {na', 'name'],
    ['MATCH (company) RET', 'RETURN'],
    ['MATCH (company) RETURN com', 'company'],
  ])('offers for %s what may stand there', (text, expected) => {
    expect(labels(text)).toContain(expected);
  });

  it('offers nothing inside a text', () => {
    expect(labels("WHERE c.name = '宜春:")).toEqual([]);
  });

  it('finds the parameters of a statement, each once', () => {
    expect(parametersOf('WHERE a = $zone AND b > $from OR c = $zone')).toEqual(['zone', 'from']);
  });

  it.each([
    ['MATCH (n)\nRETRUN n', 'Invalid input (line 2, column 1 (offset: 10))', 'RETRUN'],
    ['MATCH (n) RETURN m', "Undefined variable 'm'. Did you mean 'n'?", 'm'],
    ['MATCH (名) RETURN 名称', "Undefined variable '名称'", '名称'],
    ['MATCH (n) RETURN n', 'out of memory', ''],
  ])('finds in %j where the message says it is wrong', (statement, message, expected) => {
    const fault = faultOf(statement, message);
    expect(fault ? statement.slice(fault.from, fault.to) : '').toBe(expected);
  });
});
