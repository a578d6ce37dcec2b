import { describe, expect, it } from 'vitest';
import { type Names, readFigures as read } from '../../support/figures.ts';

const NAMES: Names = { 晨星股份: 'Company', 云岭高新区: 'Zone' };

const periods = (text: string, published?: string) =>
  read(text, NAMES, published).map(({ period }) => period);

describe('the period of a figure', () => {
  it.each([
    ['晨星股份2023中报显示，公司主营收入6亿元。', '2023-H1'],
    ['晨星股份2023一季报显示，公司主营收入6亿元。', '2023-Q1'],
    ['晨星股份2023年半年度净利润6亿元。', '2023-H1'],
    ['晨星股份2023年Q1净利润6亿元。', '2023-Q1'],
    ['晨星股份2023年1月1日至2023年6月30日净利润6亿元。', '2023-01/2023-06'],
    ['截至2023年9月30日，晨星股份收入总额不计，净利润6亿元。', '2023-01/2023-09'],
    ['截至2022年底，云岭高新区有企业600家。', '2022-12'],
    ['到2025年，云岭高新区整车产能达到30万辆。', '2025'],
    ['2030年将达到目标，云岭高新区整车产能达到30万辆。', '2030'],
    ['依照目录（2022年版），云岭高新区利用外资3亿美元。', undefined],
  ])('%s → %s', (text, period) => {
    expect(periods(text)).toEqual([period]);
  });

  it('takes the year of a half or a quarter from what was told before, where no date tells it', () => {
    expect(periods('晨星股份发布2023年半年度报告。上半年，晨星股份净利润6亿元。')).toEqual(['2023-H1']);
    const text = '2016年一季度，晨星股份营收6亿元。二季度，晨星股份营收7亿元。';
    expect(periods(text)).toEqual(['2016-Q1', '2016-Q2']);
  });

  it('counts 去年 from the year that is reported of', () => {
    expect(periods('晨星股份发布2023年半年度报告。去年，晨星股份净利润6亿元。')).toEqual(['2022']);
  });

  it('is none that the figure is only held against', () => {
    const text = '2023年第一季度，晨星股份营收238亿元，环比2022年第四季度增长24%，净利润7亿元。';
    expect(periods(text)).toEqual(['2023-Q1', '2023-Q1']);
  });
});
