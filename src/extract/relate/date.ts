import type { Span } from '../../model/span.ts';

/** A day, month or year that the text tells: ISO text, as exact as said. */
export interface DateSpan extends Span {
  readonly date: string;
}

const FULL = /(?<!\d)(20\d\d)年(?:(\d{1,2})月(?:份|(\d{1,2})[日号])?)?/gu;
const RELATIVE = /(今年|去年|前年|明年)(?:(\d{1,2})月(?:份|(\d{1,2})[日号])?)?/gu;
const BARE = /(?<![\d年]|[今去前明]年)(\d{1,2})月(?:份|(\d{1,2})[日号])/gu;
const DAYS = /今日|今天|昨日|昨天/gu;
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 };

/**
 * The dates in a stretch of text, in text order. 今年 and a day without a year count from the day that the article was
 * published; where that is unknown they are left out.
 */
export function findDates(text: string, span: Span, published: string | undefined): DateSpan[] {
  const part = text.slice(span.start, span.end);
  const found: DateSpan[] = [];
  const add = (match: RegExpMatchArray, date: string | undefined): void => {
    const start = span.start + (match.index ?? 0);
    if (date !== undefined) found.push({ start, end: start + match[0].length, date });
  };
  for (const match of part.matchAll(FULL)) add(match, isoDate(Number(match[1]), match[2], match[3]));
  if (published !== undefined) {
    const year = Number(published.slice(0, 4));
    for (const match of part.matchAll(RELATIVE))
      add(match, isoDate(year + (YEARS[match[1] ?? ''] ?? 0), match[2], match[3]));
    for (const match of part.matchAll(BARE))
      add(match, isoDate(yearOf(match[1], published), match[1], match[2]));
    if (published.length === 10) {
      for (const match of part.matchAll(DAYS))
        add(match, dayBefore(published, match[0].startsWith('昨') ? 1 : 0));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The year of a month named without one: that of the article, or the one before where the month is well to come (12月 told in 1月). */
function yearOf(month: string | undefined, published: string): number {
  const [year, now] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  return now > 0 && Number(month) > now + 6 ? year - 1 : year;
}

function isoDate(year: number, month: string | undefined, day: string | undefined): string | undefined {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month === undefined) return String(year);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${two(Number(month))}`;
  return Number(day) < 1 || Number(day) > 31
    ? undefined
    : `${year}-${two(Number(month))}-${two(Number(day))}`;
}

function dayBefore(published: string, days: number): string {
  const at = new Date(`${published}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}
