import type { Span } from '../../model/span.ts';

/** A stretch of time that the text tells: ISO text, as exact as said; `undefined` where it tells one that no date stands for. */
export interface PeriodSpan extends Span {
  readonly period: string | undefined;
  /** Whether it is said as what is to come: 到2025年. */
  readonly isAhead: boolean;
  /** Whether it is the day of a stock: 截至2023年6月. */
  readonly isStock: boolean;
  /** Whether it is told beside the period that the text is about: 上年同期. It holds in its clause, or where a sentence begins with it. */
  readonly isAside: boolean;
}

/** What a document without periods of its own is read by: the year that it was written in, and the period told last before. */
export interface Told {
  readonly published: string | undefined;
  readonly last: string | undefined;
}

const YEAR = '(?:20|19)\\d\\d';
const REPORT = '(?=[一三]季报|半年|中报|中期|年报|第?[一二三四]季|上半年|下半年|Q[1-4]|H[12])';
const PERIOD = new RegExp(
  [
    // What no period begins with is passed over fast.
    '(?=[\\d到至截力上下去今前明本近半中第一二三四QH])(?:(?<before>(?:上年|去年)(?:同期|同季)|(?<![较比与])上年(?=度?(?:为|是|亏损|盈利)))',
    `(?<lead>到|至|截至|截止|力争)?(?:(?<from>${YEAR})年?[-—至到~](?<to>20\\d\\d)年|(?<year>${YEAR})(?:年(?!版)|${REPORT})|(?<word>今年|去年|前年|明年|本年|近[\\d一二两三四五六七八九十]{1,3}年|近年))?(?:来|以来)?度?的?(?:(?<half>上半年|下半年|半年度|半年报|中报|中期(?=业绩|报告)|H[12])|(?:第?(?<quarter>[一二三四1-4])季度?(?!项目)|Q(?<q>[1-4]))|前(?<quarters>[二两三23])季度|前(?<months>[\\d一二三四五六七八九十]{1,2})个?月(?:份)?|1月1日[-—至到~](?:20\\d\\d年)?(?<until>\\d{1,2})月(?:3[01]|2[89])日|(?<first>\\d{1,2})月?(?:份)?[-—至到~](?<end>\\d{1,2})月(?:份)?|(?<month>\\d{1,2})月(?:份)?(?:(?<day>\\d{1,2})[日号])?)?(?<tail>底|末|至今|以来)?)`,
  ].join('|'),
  'gu',
);
type Parts = Readonly<Record<string, string | undefined>>;
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 前年: -2, 明年: 1 };
const HAN = '零一二三四五六七八九十';
/** What is said to be reached by then, where no date tells what is ahead. */
const AHEAD = /^(?:[到至力].{0,12}|.{0,12}将)$/u;
/** A period that something is held against is not the one that is told of. */
const AGAINST = /(?:环比|同比|[较比与])$/u;

/**
 * The periods in a stretch of text, in text order. Words such as 今年 and 上半年 count from the year of the article, a half or a
 * quarter else from the year told last; where neither is known they stand for nothing that has a date.
 */
export function findPeriods(text: string, { start, end }: Span, { published, last }: Told): PeriodSpan[] {
  const found: PeriodSpan[] = [];
  let known = last;
  for (const match of text.slice(start, end).matchAll(PERIOD)) {
    const [whole] = match;
    const { before, lead, ...parts } = match.groups as Parts;
    const at = start + match.index;
    const isEmpty =
      before === undefined && Object.values(parts).every((part) => part === undefined || part === parts.tail);
    const isBareRange =
      parts.year === undefined &&
      parts.word === undefined &&
      /^\d{1,2}[-~]\d/u.test(whole) &&
      !whole.includes('月');
    if (isEmpty || isBareRange || AGAINST.test(text.slice(Math.max(start, at - 2), at))) continue;
    const period = before === undefined ? toPeriod(parts, published, known) : yearBefore(known);
    if (before === undefined && period !== undefined) known = period;
    const isAhead =
      period !== undefined &&
      (published === undefined
        ? AHEAD.test(
            `${lead ?? ''}${whole.slice(lead?.length ?? 0)}${text.slice(at + whole.length, at + whole.length + 1)}`,
          )
        : /^(?:到|至|力争)/u.test(lead ?? '') && period > published);
    const isStock = lead !== undefined && /^截/u.test(lead);
    found.push({
      start: at,
      end: at + whole.length,
      period: isStock && parts.tail !== undefined && /^\d{4}$/u.test(period ?? '') ? `${period}-12` : period,
      isAhead,
      isStock,
      isAside: before !== undefined,
    });
  }
  return found;
}

function toPeriod(parts: Parts, published: string | undefined, last: string | undefined): string | undefined {
  const {
    from,
    to,
    year: said,
    word,
    half,
    quarter,
    q,
    quarters,
    months,
    until,
    first,
    end,
    month,
    day,
    tail,
  } = parts;
  if (from !== undefined && to !== undefined) return `${from}/${to}`;
  if (word !== undefined && !(word in YEARS)) return undefined;
  const isPart = word === undefined && (half ?? quarter ?? q ?? quarters ?? months) !== undefined;
  const now = published ?? (isPart ? last : undefined);
  if (said === undefined && now === undefined) return undefined;
  const shift = word === undefined ? 0 : (YEARS[word] ?? 0);
  const year = said ?? String(Number(now?.slice(0, 4)) + shift - earlier(month, published, word));
  if (tail === '至今') return published === undefined ? undefined : `${year}/${published.slice(0, 7)}`;
  if (half !== undefined) return `${year}-H${/下|2/u.test(half) ? 2 : 1}`;
  const which = quarter ?? q;
  if (which !== undefined) return `${year}-Q${'1234'.includes(which) ? which : HAN.indexOf(which)}`;
  if (quarters !== undefined) return `${year}-01/${year}-${/[二两2]/u.test(quarters) ? '06' : '09'}`;
  if (months !== undefined)
    return `${year}-01/${year}-${two(/\d/u.test(months) ? Number(months) : fromHan(months))}`;
  if (until !== undefined) return `${year}-01/${year}-${two(Number(until))}`;
  if (first !== undefined) return `${year}-${two(Number(first))}/${year}-${two(Number(end))}`;
  if (month !== undefined)
    return `${year}-${two(Number(month))}${day === undefined ? '' : `-${two(Number(day))}`}`;
  // A bare 今年 says when as a year does.
  return year;
}

/** The same stretch of the year before. */
export function yearBefore(period: string | undefined): string | undefined {
  return period?.replace(/(?<!\d|-)\d{4}/gu, (year) => String(Number(year) - 1));
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
