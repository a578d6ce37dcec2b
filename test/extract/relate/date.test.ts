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
  ])('counts from the day of the article: %s', (text, expected) => {
    expect(dates(text, '2024-06-05')).toEqual([expected]);
  });

  it('takes a month well to come for one of last year', () => {
    expect(dates('12月3日签约', '2024-01-05')).toEqual(['12月3日 2023-12-03']);
  });

  it('leaves out what needs the day of the article where that is unknown, and days that are none', () => {
    expect(dates('今年5月28日、6月3日')).toEqual([]);
    expect(dates('2023年13月')).toEqual([]);
  });
});
