import { toIsoDate } from '../../model/day.ts';
import { lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** A day, month or year that the text tells: ISO text, as exact as said. */
export interface DateSpan extends Span {
  readonly date: string;
}

/** A number of one or two figures, and a year of four; pages that are set wide have blanks between figures. */
const [TWO, FOUR] = [String.raw`\d(?: ?\d)?`, String.raw`20\d\d|2 0 \d \d`];
const HAN = '[〇零一二三四五六七八九十]';

const FULL = new RegExp(
  String.raw`(?<![\d.])(${FOUR}|(?<!\d)\d\d(?=年\d{1,2}月))年(?:(${TWO})月(?:份|(${TWO})[日号])?)?`,
  'gu',
);
const WRITTEN = new RegExp(`(二[〇零]${HAN}{2})年(?:(${HAN}{1,2})月(?:份|(${HAN}{1,3})[日号])?)?`, 'gu');
const DOTTED = /(?<![\d.-])(20\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\d.-])/gu;
const RELATIVE = /(今年|去年|前年|明年)(?:(\d{1,2})月(?:份|(\d{1,2})[日号])?)?/gu;
/** The end of this year, or the year that another one is counted from. */
const YEAR_END = /(?<![年今去前明月度同当次翌半数几\d〇零一二两三四五六七八九十])年(?:底|末|内)/gu;
const SAME_YEAR = /(同年|当年|次年|翌年)(?:(\d{1,2})月(?:份|(\d{1,2})[日号])?)?/gu;
const THIS_MONTH = /(本月|上个?月)(\d{1,2})[日号]/gu;
const BARE = /(?<![\d年]|[今去前明同当次翌]年)(\d{1,2})月(?:份|(\d{1,2})[日号])/gu;
const DAYS = /今日|今天|昨日|昨天|前天/gu;
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 };
const BACK: Readonly<Record<string, number>> = { 昨日: 1, 昨天: 1, 前天: 2 };

/**
 * The dates in a stretch of text, in text order. 今年 and a day without a year count from the day that the article was
 * published, or a day from the year that is told before it; where neither is known they are left out, and so are days that do not
 * exist.
 */
export function findDates(text: string, span: Span, published: string | undefined): DateSpan[] {
  const part = text.slice(span.start, span.end);
  const found: DateSpan[] = [];
  const add = (match: RegExpMatchArray, date: string | undefined): void => {
    const start = span.start + (match.index ?? 0);
    if (date !== undefined) found.push({ start, end: start + match[0].length, date });
  };
  for (const match of part.matchAll(FULL)) add(match, isoDate(fullYear(match[1]), match[2], match[3]));
  for (const match of part.matchAll(WRITTEN))
    add(match, isoDate(figuresOf(match[1]), ...[match[2], match[3]].map(toFigures)));
  for (const match of part.matchAll(DOTTED)) add(match, isoDate(Number(match[1]), match[3], match[4]));
  if (published !== undefined) {
    const [year = 0, now = 0] = published.split('-').map(Number);
    for (const match of part.matchAll(RELATIVE))
      add(match, isoDate(year + (YEARS[match[1] ?? ''] ?? 0), match[2], match[3]));
    for (const match of part.matchAll(YEAR_END)) add(match, isoDate(year));
    for (const match of part.matchAll(THIS_MONTH)) {
      // The month before January is December of the year before.
      const months = year * 12 + now - (match[1] === '本月' ? 1 : 2);
      if (now > 0) add(match, isoDate(Math.trunc(months / 12), String((months % 12) + 1), match[2]));
    }
    if (published.length === 10)
      for (const match of part.matchAll(DAYS)) add(match, dayBefore(published, BACK[match[0]] ?? 0));
  }
  const before = [...found].sort((a, b) => a.start - b.start);
  const toldBefore = (match: RegExpExecArray) => lastEndingBy(before, span.start + match.index)?.date;
  for (const match of part.matchAll(BARE)) {
    // 2023年3月签约,7月开工: what follows a year that is told is of that year, or of the next where it would lie before.
    const told = toldBefore(match);
    const near = published && yearOf(match[1], published);
    if (told === undefined) {
      if (near) add(match, isoDate(near, match[1], match[2]));
      continue;
    }
    const year = Number(told.slice(0, 4));
    const isNext = Number(match[1]) < Number(told.slice(5, 7)) && year < (near || year);
    add(match, isoDate(isNext ? year + 1 : year, match[1], match[2]));
  }
  for (const match of part.matchAll(SAME_YEAR)) {
    const year = Number(toldBefore(match)?.slice(0, 4));
    if (year > 0) add(match, isoDate(/^[次翌]/u.test(match[0]) ? year + 1 : year, match[2], match[3]));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The year of a month named without one: that of the article, or the one before where the month is well to come (12月 told in 1月). */
function yearOf(month: string | undefined, published: string): number {
  const [year, now] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  return now > 0 && Number(month) > now + 6 ? year - 1 : year;
}

/** 2 0 2 4 is 2024, and so is the 24 of 24年5月. */
function fullYear(written = ''): number {
  const year = Number(written.replaceAll(' ', ''));
  return year < 100 ? 2000 + year : year;
}

/** 二〇二四 as 2024. */
function figuresOf(numeral = ''): number {
  return Number([...numeral].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c))).join(''));
}

/** A month or day in Chinese numerals, in figures: 十二 is 12, 二十八 is 28. */
function toFigures(numeral: string | undefined): string | undefined {
  if (numeral === undefined) return undefined;
  const [tens, ones = ''] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  return String((tens === '' ? 1 : figuresOf(tens)) * 10 + figuresOf(ones));
}

function isoDate(year: number, ...parts: readonly (string | undefined)[]): string | undefined {
  const [month, day] = parts.map((one) => (one === undefined ? undefined : Number(one.replaceAll(' ', ''))));
  return toIsoDate(year, month, day);
}

function dayBefore(published: string, days: number): string {
  const at = new Date(`${published}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}
