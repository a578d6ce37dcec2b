import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from '../../../src/contract/entity.ts';
import { toSeries } from '../../../web/panels/profile/to-series.ts';

function figure(id: string, rest: Partial<IndicatorRow>): IndicatorRow {
  return {
    id,
    name: 'output',
    unit: 'CNY',
    planned: false,
    start: 0,
    end: 2,
    quote: '',
    passage: { start: 0, text: '', names: [], quotes: [] },
    article: { id: `news/${id}` },
    ...rest,
  };
}

describe('a series', () => {
  it('puts periods in order and what articles tell alike of one together', () => {
    const [series] = toSeries([
      figure('a', { period: '2023', value: 3 }),
      figure('b', { period: '2022', value: 2 }),
      figure('c', { period: '2022', value: 2 }),
    ]);
    expect(
      series?.periods.map(({ period, figures }) => [period, figures.map(({ told }) => told.length)]),
    ).toEqual([
      ['2022', [2]],
      ['2023', [1]],
    ]);
  });

  it('sees that articles differ on a period, and not where one tells what is planned', () => {
    const [series] = toSeries([
      figure('a', { period: '2022', value: 2 }),
      figure('b', { period: '2022', value: 2.5 }),
      figure('c', { period: '2023', value: 3 }),
      figure('d', { period: '2023', value: 4, planned: true }),
    ]);
    expect(series?.periods.map(({ isDiffering }) => isDiffering)).toEqual([true, false]);
  });

  it('draws years beside years, and no quarter among them', () => {
    const [series] = toSeries(
      ['2021', '2022', '2023-Q1', '2023'].map((period, at) => figure(period, { period, value: at + 1 })),
    );
    expect(series?.drawn.map(({ period }) => period)).toEqual(['2021', '2022', '2023']);
  });

  it('keeps products and units apart, and draws nothing of one point', () => {
    const rows = [
      figure('a', { name: 'capacity', product: '电池', unit: 'GWh', value: 10, period: '2023' }),
      figure('b', { name: 'capacity', product: '铝箔', unit: '吨', value: 10, period: '2023' }),
    ];
    expect(toSeries(rows).map(({ product, drawn }) => [product, drawn.length])).toEqual([
      ['电池', 0],
      ['铝箔', 0],
    ]);
  });

  it('dates a figure without a period by its report', () => {
    const [series] = toSeries([figure('a', { value: 1, article: { id: 'x', published: '2024-03-12' } })]);
    expect(series?.periods.map(({ period, isTold }) => [period, isTold])).toEqual([['2024-03-12', false]]);
  });
});
