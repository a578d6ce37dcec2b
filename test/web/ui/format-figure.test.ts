import { describe, expect, it } from 'vitest';
import { formatCapacity, formatFigure, formatGrowth } from '../../../web/ui/format-figure.ts';

describe('a figure', () => {
  it.each([
    [{ value: 31_200_000_000, unit: 'CNY' }, '312亿元', '¥31.2 billion'],
    [{ value: -200_000_000, unit: 'CNY' }, '−2亿元', '−¥200 million'],
    [{ value: 428, unit: 'count' }, '428', '428'],
    [{ value: 32_000, unit: 'count', bound: 'atLeast' }, '3.2万 以上', '32,000 or more'],
    [{ value: 12_500_000, unit: 'm2' }, '12.5 km²', '12.5 km²'],
    [{ value: 30_000, unit: '吨' }, '3万 吨', '30,000 t'],
    [{ unit: 'CNY' }, '', ''],
  ] as const)('%j is %s and %s', (figure, zh, en) => {
    expect([formatFigure(figure, 'zh'), formatFigure(figure, 'en')]).toEqual([zh, en]);
  });

  it('has the sign of its growth', () => {
    expect([formatGrowth(15.2), formatGrowth(-3)]).toEqual(['+15.2%', '−3%']);
  });

  it('of a capacity names the product, and that it is planned', () => {
    const capacity = [{ value: 10, unit: 'GWh', product: '动力电池', planned: true }];
    expect(formatCapacity(capacity, 'zh')).toBe('动力电池 10 GWh (预期)');
    expect(formatCapacity(undefined, 'zh')).toBe('');
  });
});
