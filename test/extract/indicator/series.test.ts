import { describe, expect, it } from 'vitest';
import { type Names, readFigures as read } from '../../support/figures.ts';

const FIRM: Names = { 晨星股份: 'Company' };

const rows = (text: string, published?: string) =>
  read(text, FIRM, published).map(({ name, value, growth, period }) => [name, value, growth, period]);

describe('the sums that are told together', () => {
  it('gives each of several years its own, of a list of years and of a first and a last', () => {
    expect(rows('2019年、2020年和2021年，晨星股份营业收入分别为3.1亿元、4.5亿元以及6亿元。')).toEqual([
      ['revenue', 310_000_000, undefined, '2019'],
      ['revenue', 450_000_000, undefined, '2020'],
      ['revenue', 600_000_000, undefined, '2021'],
    ]);
    expect(rows('2020年-2022年，晨星股份净利润分别约为4.2亿元、2.5亿元、-3亿元。')).toEqual([
      ['profit', 420_000_000, undefined, '2020'],
      ['profit', 250_000_000, undefined, '2021'],
      ['profit', -300_000_000, undefined, '2022'],
    ]);
  });

  it('gives each of several measures its own', () => {
    expect(rows('2022年，晨星股份营业收入、净利润分别为8亿元、1亿元。')).toEqual([
      ['revenue', 800_000_000, undefined, '2022'],
      ['profit', 100_000_000, undefined, '2022'],
    ]);
  });

  it('says no period of one where there are not as many', () => {
    expect(rows('2022年，晨星股份近三年营业收入分别为3亿元、4亿元和6亿元。').map((row) => row[3])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a sum behind its growth, and one that stands at its measure', () => {
  it('is read however it is led in', () => {
    expect(rows('晨星股份净利润增长78%,增至1.31亿元。')).toEqual([['profit', 131_000_000, 78, undefined]]);
    expect(rows('晨星集团收入同比增长41%。'.replace('晨星集团', '晨星股份集团'))[0]).toEqual([
      ...['revenue', undefined, 41, undefined],
    ]);
    expect(read('2023年上半年，云岭市GDP1955.9亿元，增速达12.9%。', { 云岭市: 'Place' })[0]).toMatchObject({
      ...{ name: 'gdp', value: 195_590_000_000, growth: 12.9 },
    });
  });
});

describe('what was a year before', () => {
  it('is a figure of its own, and the figures behind it are of the year at hand', () => {
    const text =
      '2023年1-6月，晨星股份净利润-820万元，上年同期为-1.5亿元；扣非净利润-836万元，上年同期亏损1.6亿元。';
    expect(rows(text)).toEqual([
      ['profit', -8_200_000, undefined, '2023-01/2023-06'],
      ['profit', -150_000_000, undefined, '2022-01/2022-06'],
      ['profit', -8_360_000, undefined, '2023-01/2023-06'],
      ['profit', -160_000_000, undefined, '2022-01/2022-06'],
    ]);
  });

  it('holds for a whole sentence that begins with it', () => {
    const text = '2023年上半年，晨星股份净利润1亿元。上年同期，晨星股份营收8亿元，净利润2亿元。';
    expect(rows(text).map((row) => row[3])).toEqual(['2023-H1', '2022-H1', '2022-H1']);
  });
});

describe('a sum and its growth', () => {
  it('stay together where what was a year before is told between them', () => {
    const text = '2023年，晨星股份收入为3亿元，去年同期为2亿元，同比增长50%。';
    expect(rows(text)).toEqual([
      ['revenue', 300_000_000, 50, '2023'],
      ['revenue', 200_000_000, undefined, '2022'],
    ]);
  });

  it('are one figure where the growth is told first', () => {
    expect(rows('2023年，晨星股份产值增长8%，达到80亿元。')).toEqual([['output', 8_000_000_000, 8, '2023']]);
  });

  it.each([
    ['晨星股份出口车轮、车轴货值6亿元', 'exports', 600_000_000],
    ['发行人晨星股份说，发行人营业额6亿元', 'revenue', 600_000_000],
  ])('%s → %s %d', (text, name, value) => {
    expect(rows(`${text}。`)).toEqual([[name, value, undefined, undefined]]);
  });
});

describe('the growth of a sum from A to B', () => {
  it.each([
    ['净利润为1250万元至1500万元，比上年同期下降80%至90%', 12_500_000, -90],
    ['净利润为1.6亿元至1.9亿元，同比增长130%到180%', 160_000_000, 130],
    ['净利润为-1500万元到-1900万元，同比下降360%到430%', -15_000_000, -360],
  ])('%s → %d %d', (text, value, growth) => {
    expect(rows(`2023年，晨星股份${text}。`)).toEqual([['profit', value, growth, '2023']]);
  });
});
