import type { Span } from '../../model/span.ts';

/** A stretch of time that the text tells: ISO text, as exact as said; `undefined` where it tells one that no date stands for. */
export interface PeriodSpan extends Span {
  readonly period: string | undefined;
  /** Whether it is said as what is to come: 到2025年. */
  readonly isAhead: boolean;
  /** Whether it is the day of a stock: 截至2023年6月. */
  readonly isStock: boolean;
}

const PERIOD =
  /(到|至|截至|截止|力争)?(?:(20\d\d|19\d\d)年?[-—至到~](20\d\d)年|(20\d\d|19\d\d)年|(今年|去年|前年|明年|本年|近[\d一二两三四五六七八九十]{1,3}年|近年))?(?:来|以来)?的?(?:(上半年|下半年)|第?([一二三四1-4])季度?(?!项目)|前([二两三23])季度|前([\d一二三四五六七八九十]{1,2})个?月(?:份)?|(\d{1,2})月?(?:份)?[-—至到~](\d{1,2})月(?:份)?|(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?)?(底|末|至今|以来)?/gu;
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 前年: -2, 明年: 1 };
const HAN = '零一二三四五六七八九十';

/**
 * The periods in a stretch of text, in text order. Words such as 今年 and 上半年 count from the year of the article; where that
 * is unknown they stand for nothing that has a date.
 */
export function findPeriods(text: string, { start, end }: Span, published: string | undefined): PeriodSpan[] {
  const found: PeriodSpan[] = [];
  for (const match of text.slice(start, end).matchAll(PERIOD)) {
    const [whole, lead, , , said, word] = match;
    const isEmpty = match.slice(2, 14).every((group) => group === undefined);
    if (isEmpty) continue;
    const isBareRange =
      said === undefined && word === undefined && /^\d{1,2}[-~]\d/u.test(whole) && !whole.includes('月');
    if (isBareRange) continue;
    const period = toPeriod(match, published);
    const isAhead =
      lead !== undefined &&
      /^(?:到|至|力争)/u.test(lead) &&
      period !== undefined &&
      period > (published ?? '9');
    const isStock = lead !== undefined && /^截/u.test(lead);
    found.push({
      start: start + match.index,
      end: start + match.index + whole.length,
      period,
      isAhead,
      isStock,
    });
  }
  return found;
}

function toPeriod(match: RegExpMatchArray, published: string | undefined): string | undefined {
  const [, , from, to, said, word, half, quarter, quarters, months, first, last, month, day, tail] = match;
  if (from !== undefined && to !== undefined) return `${from}/${to}`;
  const now = published === undefined ? undefined : Number(published.slice(0, 4));
  if (word !== undefined && !(word in YEARS)) return undefined;
  if (said === undefined && now === undefined) return undefined;
  const shift = word === undefined ? 0 : (YEARS[word] ?? 0);
  const year = said === undefined ? String((now as number) + shift - earlier(month, published, word)) : said;
  if (tail === '至今') return published === undefined ? undefined : `${year}/${published.slice(0, 7)}`;
  if (half !== undefined) return `${year}-H${half === '上半年' ? 1 : 2}`;
  if (quarter !== undefined) return `${year}-Q${'1234'.includes(quarter) ? quarter : HAN.indexOf(quarter)}`;
  if (quarters !== undefined) return `${year}-01/${year}-${/[二两2]/u.test(quarters) ? '06' : '09'}`;
  if (months !== undefined)
    return `${year}-01/${year}-${two(/\d/u.test(months) ? Number(months) : fromHan(months))}`;
  if (first !== undefined) return `${year}-${two(Number(first))}/${year}-${two(Number(last))}`;
  if (month !== undefined)
    return `${year}-${two(Number(month))}${day === undefined ? '' : `-${two(Number(day))}`}`;
  // A bare 今年 says when as a year does.
  return year;
}

/** One where a month named without a year is well to come: 12月 told in 1月 was that of the year before. */
function earlier(month: string | undefined, published: string | undefined, word: string | undefined): number {
  const now = Number(published?.slice(5, 7));
  return month !== undefined && word === undefined && now > 0 && Number(month) > now + 6 ? 1 : 0;
}

function fromHan(months: string): number {
  return months.length === 2 ? 10 + HAN.indexOf(months[1] ?? '') : HAN.indexOf(months);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
