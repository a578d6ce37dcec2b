import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../src/extract/relate/amount.ts';

const found = (text: string) =>
  findAmounts(text, { start: 0, end: text.length }).map(
    ({ start: _, end: __, role: ___, isPhase: ____, ...sum }) => sum,
  );

const sums = (text: string) => found(text).map(({ value }) => value);

describe('sums of investment', () => {
  it.each([
    ['总投资51.5亿元', [5_150_000_000]],
    ['总投资百亿元', [10_000_000_000]],
    ['总投资8000万元', [80_000_000]],
    ['投资1,200万元', [12_000_000]],
    ['总投资1.2万亿元', [1_200_000_000_000]],
    ['总投资20亿元人民币', [2_000_000_000]],
    ['总投资十亿元', [1_000_000_000]],
    ['总投资伍拾亿元', [5_000_000_000]],
    ['总投资三点五亿元', [350_000_000]],
    ['一期投资12亿元,二期投资30亿元', [1_200_000_000, 3_000_000_000]],
    ['计划总投资5亿元', [500_000_000]],
    ['总投资1234567.89元', [1_234_568]],
    ['总投资高达50亿元', [5_000_000_000]],
    ['总投资50亿。', [5_000_000_000]],
    ['总投资50亿,其中固定资产投资20亿元', [5_000_000_000]],
    ['总投资人民币5000万元', [50_000_000]],
    ['总投资¥3.2亿', [320_000_000]],
    ['总投资RMB 6亿元', [600_000_000]],
    ['总投资1亿2000万元', [120_000_000]],
    ['总投资1亿零500万元', [105_000_000]],
    ['总投资三亿五千万元', [350_000_000]],
    ['总投资3 0亿元', [3_000_000_000]],
    ['总投资1 2 . 5亿元', [1_250_000_000]],
    ['总投资一个亿元', [100_000_000]],
    ['总投资9亿元(约合1.2亿美元)', [900_000_000]],
  ])('%s → %j yuan', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });

  it.each([
    '年产值300亿元',
    '营业收入达30亿元',
    '年缴税2亿元',
    '获得贷款3亿元',
    '售价300元',
    '每吨5000元/吨',
    '总投资不详',
    '年发电50亿度',
  ])('%s is left out', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['约250亿元', { value: 25e9, bound: 'about' }],
    ['30亿元左右', { value: 3e9, bound: 'about' }],
    ['20亿元以上', { min: 2e9, bound: 'atLeast' }],
    ['20亿元(含)以上', { min: 2e9, bound: 'atLeast' }],
    ['50亿元人民币以上', { min: 5e9, bound: 'atLeast' }],
    ['不低于20亿元', { min: 2e9, bound: 'atLeast' }],
    ['上亿元', { min: 1e8, bound: 'atLeast' }],
    ['上百亿元', { min: 1e10, bound: 'atLeast' }],
    ['超20亿元', { min: 2e9, bound: 'over' }],
    ['达超过20亿元', { min: 2e9, bound: 'over' }],
    ['逾50亿元', { min: 5e9, bound: 'over' }],
    ['3亿多元', { min: 3e8, bound: 'over' }],
    ['20余亿元', { min: 2e9, bound: 'over' }],
    ['10多亿元', { min: 1e9, bound: 'over' }],
    ['近百亿元', { max: 1e10, bound: 'under' }],
    ['不到2亿元', { max: 2e8, bound: 'under' }],
    ['不超过50亿元', { max: 5e9, bound: 'atMost' }],
    ['最高50亿元', { max: 5e9, bound: 'atMost' }],
    ['8000万元以内', { max: 8e7, bound: 'atMost' }],
  ])('%s is a bound: %j', (text, expected) => {
    expect(found(`总投资${text}`)).toEqual([expected]);
  });

  it.each([
    ['30亿至50亿元', 3e9, 5e9],
    ['30亿元至50亿元', 3e9, 5e9],
    ['30-50亿元', 3e9, 5e9],
    ['5~8亿元', 5e8, 8e8],
    ['三十到五十亿元', 3e9, 5e9],
    ['5000万元至1亿元', 5e7, 1e8],
    ['数十亿元', 1e9, 1e10],
    ['十几亿元', 1e9, 2e9],
  ])('%s is a range', (text, min, max) => {
    expect(found(`总投资${text}`)).toEqual([{ min, max }]);
  });

  it.each([
    ['5亿美元', { value: 5e8, currency: 'USD' }],
    ['US$5亿', { value: 5e8, currency: 'USD' }],
    ['2亿港元', { value: 2e8, currency: 'HKD' }],
    ['15亿新台币', { value: 15e8, currency: 'TWD' }],
    ['50亿日元', { value: 5e9, currency: 'JPY' }],
    ['近3亿欧元', { max: 3e8, bound: 'under', currency: 'EUR' }],
    ['3至5亿英镑', { min: 3e8, max: 5e8, currency: 'GBP' }],
  ])('%s is in other money: %j', (text, expected) => {
    expect(found(`总投资${text}`)).toEqual([expected]);
  });

  it.each([
    ['7亿美元(约合50亿元人民币)', 5e9],
    ['1亿美元(约7.2亿元人民币)', 7.2e8],
    ['1亿美元(折合人民币约7.2亿元)', 7.2e8],
    ['1亿美元,约合人民币7.2亿元', 7.2e8],
  ])('%s is told again in yuan', (text, value) => {
    const [told, again, ...rest] = found(`总投资${text}`);
    expect(told?.currency).toBe('USD');
    expect([again, ...rest]).toEqual([{ value, bound: 'about' }]);
  });

  it.each(['总投资99999999亿元', '总投资50亿至30亿元'])('%s is no sum, and its words are kept', (text) => {
    expect(found(text)).toEqual([{}]);
  });

  it.each([
    ['总投资首期5亿元、二期10亿元', [5e8, 1e9]],
    ['一期投资12亿元,二期投资30亿元', [1.2e9, 3e9]],
    ['一期工程计划投资5亿元', [5e8]],
  ])('%s has sums of phases', (text, expected) => {
    const amounts = findAmounts(text, { start: 0, end: text.length });
    expect(amounts.map(({ value }) => value)).toEqual(expected);
    expect(amounts.every(({ isPhase, role }) => isPhase && role !== '')).toBe(true);
  });

  it('point at their words', () => {
    const text = '该项目总投资约250亿元,占地300亩。';
    const [amount] = findAmounts(text, { start: 0, end: text.length });
    expect(text.slice(amount?.start, amount?.end)).toBe('总投资约250亿元');
  });

  it('lie within the span that was asked for', () => {
    const text = '总投资5亿元。总投资6亿元。';
    expect(findAmounts(text, { start: 7, end: text.length }).map(({ value }) => value)).toEqual([
      600_000_000,
    ]);
  });
});
