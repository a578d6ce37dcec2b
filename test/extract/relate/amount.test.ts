import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../src/extract/relate/amount.ts';

const sums = (text: string): number[] =>
  findAmounts(text, { start: 0, end: text.length }).map(({ yuan }) => yuan);

describe('sums of investment', () => {
  it.each([
    ['总投资51.5亿元', [5_150_000_000]],
    ['总投资约250亿元', [25_000_000_000]],
    ['总投资百亿元', [10_000_000_000]],
    ['总投资8000万元', [80_000_000]],
    ['投资1,200万元', [12_000_000]],
    ['总投资1.2万亿元', [1_200_000_000_000]],
    ['总投资20亿元人民币', [2_000_000_000]],
    ['总投资十亿元', [1_000_000_000]],
    ['一期投资12亿元,二期投资30亿元', [1_200_000_000, 3_000_000_000]],
    ['计划总投资5亿元', [500_000_000]],
    ['总投资1234567.89元', [1_234_568]],
  ])('%s → %j yuan', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });

  it.each([
    '总投资20亿元以上',
    '总投资超20亿元',
    '不低于20亿元',
    '年产值300亿元',
    '营业收入达30亿元',
    '年缴税2亿元',
    '获得贷款3亿元',
    '总投资5亿美元',
    '总投资3亿欧元',
    '总投资2亿港元',
    '售价300元',
    '每吨5000元/吨',
    '总投资不详',
  ])('%s is left out', (text) => {
    expect(sums(text)).toEqual([]);
  });

  it('point at their words', () => {
    const text = '该项目总投资约250亿元,占地300亩。';
    const [amount] = findAmounts(text, { start: 0, end: text.length });
    expect(text.slice(amount?.start, amount?.end)).toBe('总投资约250亿元');
  });

  it('lie within the span that was asked for', () => {
    const text = '总投资5亿元。总投资6亿元。';
    expect(findAmounts(text, { start: 7, end: text.length }).map(({ yuan }) => yuan)).toEqual([600_000_000]);
  });
});
