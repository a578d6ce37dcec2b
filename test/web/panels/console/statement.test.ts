import { describe, expect, it } from 'vitest';
import { faultOf, parametersOf } from '../../../../web/panels/console/statement.ts';

describe('a statement in the console', () => {
  it('finds the parameters of a statement, each once', () => {
    expect(parametersOf('WHERE a = $zone AND b > $from OR c = $zone')).toEqual(['zone', 'from']);
    expect(parametersOf('WHERE r.confidence >= $likely AND $zone <> $certain')).toEqual(['zone']);
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
