import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/extract/relate/date.ts';

const dates = (text: string, published?: string): string[] =>
  findDates(text, { start: 0, end: text.length }, published).map(
    ({ start, end, date }) => `${text.slice(start, end)} ${date}`,
  );

describe('dates', () => {
  it.each([
    ['2023年5月28日开工', '2023年5月28日 2023-05-28'],
    ['2023年5月开工', '2023年5月 2023-05'],
    ['2022年开工', '2022年 2022'],
    ['2024.5.28开工', '2024.5.28 2024-05-28'],
    ['2024-05-28开工', '2024-05-28 2024-05-28'],
    ['24年5月开工', '24年5月 2024-05'],
    ['二〇二四年五月开工', '二〇二四年五月 2024-05'],
    ['二零二四年十二月二十八日开工', '二零二四年十二月二十八日 2024-12-28'],
    ['2 0 2 4年5月2 8日开工', '2 0 2 4年5月2 8日 2024-05-28'],
    ['2024年2月29日开工', '2024年2月29日 2024-02-29'],
  ])('reads a whole date: %s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ['今年5月28日开工', '今年5月28日 2024-05-28'],
    ['去年12月投产', '去年12月 2023-12'],
    ['明年投产', '明年 2025'],
    ['6月3日签约', '6月3日 2024-06-03'],
    ['12月3日签约', '12月3日 2024-12-03'],
    ['昨日签约', '昨日 2024-06-04'],
    ['前天签约', '前天 2024-06-03'],
    ['本月4日签约', '本月4日 2024-06-04'],
    ['上个月28日签约', '上个月28日 2024-05-28'],
  ])('counts from the day of the article: %s', (text, expected) => {
    expect(dates(text, '2024-06-05')).toEqual([expected]);
  });

  it('takes a month well to come for one of last year', () => {
    expect(dates('12月3日签约', '2024-01-05')).toEqual(['12月3日 2023-12-03']);
  });

  it('counts the month before January into the year before', () => {
    expect(dates('上月28日签约', '2024-01-05')).toEqual(['上月28日 2023-12-28']);
  });

  it.each([
    '2024年2月30日',
    '2023年2月29日',
    '2024-02-30',
    '2024年4月31日',
    '今年6月31日',
    '2月29日',
    '2024.13.1',
  ])('leaves out %s, which does not exist', (text) => {
    expect(dates(`${text}开工`, '2023-06-05')).toEqual([]);
  });

  it('leaves out what needs the day of the article where that is unknown, and days that are none', () => {
    expect(dates('今年5月28日、6月3日')).toEqual([]);
    expect(dates('2023年13月')).toEqual([]);
  });
});
