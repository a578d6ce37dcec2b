import type { Measure } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { PeriodSpan } from './period.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

const BUILT_THEN = /(?:建成|投产|达产|投用|投运|运营|完成)(?:达产|投产|达效|运营)?后/u;
const FARTHEST = 200;
const ON_THE_DAY = /现场|集中|仪式|当天|当日|本次|此次|大会/u;
const GOES_ON = /^(?:其中|同期|此外|同时|与此同时)/u;
const SIGNINGS: readonly Measure[] = ['signedProjects', 'signedInvestment', 'startedProjects'];
/** What is told behind a date and no longer holds of it: 2000年起步,如今有企业640家. */
const SINCE =
  /(?:建成|投产|达产|投用|投运|运营|完成)(?:达产|投产|达效|运营)?后|如今|今天|目前|现有|现在|若|年均|每年/u;
const COUNTED: readonly Measure[] = ['signedProjects', 'startedProjects', 'completedProjects', 'projects'];
/** Measures of what stands, and not of what happened in a time. */
export const STANDING: readonly Measure[] = [
  'capacity',
  'area',
  'companies',
  'largeCompanies',
  'highTechCompanies',
  'jobs',
];

const FLOWS: readonly Measure[] = ['revenue', 'profit'];

/**
 * The period that a figure is told with: the last one before it in its part of the sentence; of a signing the day of the event.
 * `earlier` are those of the last sentence that has any; `isReport` says that figures of a period are being told.
 */
export function periodOf(...told: Parameters<typeof toldWith>): PeriodSpan | undefined {
  const [, { name }] = told;
  const at = toldWith(...told);
  return at && FLOWS.includes(name) ? upTo(at) : at;
}

function toldWith(
  scene: Scene,
  { name, figure, start, end, turn }: Reading,
  periods: readonly PeriodSpan[],
  sentence: Span,
  earlier: readonly PeriodSpan[],
  isReport: boolean,
): PeriodSpan | undefined {
  const at = figure?.start ?? end;
  const { text } = scene;
  if (turn) return periodOfTurn(turn, at, [...earlier, ...periods]);
  const stop = scene.partStart(sentence.start, start);
  const clause = scene.clauseStart(at);
  const here = periods.findLast(
    (each) => each.end <= at && (!each.isAside || each.start >= clause || each.start <= sentence.start + 4),
  );
  const own = here && here.start >= stop ? here : undefined;
  if (name === 'capacity' || name === 'area') return own?.isAhead || own?.isStock ? own : undefined;
  if (own) return SINCE.test(text.slice(own.end, at)) && !own.isAhead ? undefined : own;
  if (STANDING.includes(name)) return undefined;
  const said = text.slice(Math.max(sentence.start, at - FARTHEST), at);
  if (SIGNINGS.includes(name) && ON_THE_DAY.test(said))
    return earlier.findLast(({ period }) => period?.length === 10 && period.includes('-'));
  if (BUILT_THEN.test(said)) return undefined;
  return here ?? (GOES_ON.test(said) || (isReport && !COUNTED.includes(name)) ? earlier.at(-1) : undefined);
}

/** What has come in up to the end of a quarter came in since the year began: 截至2023年6月30日. */
function upTo(own: PeriodSpan): PeriodSpan {
  const period = own.period
    ?.replace(/^(\d{4})-(0[369])-3[01]$/u, '$1-01/$1-$2')
    .replace(/^(\d{4})-12-31$/u, '$1');
  return { ...own, period };
}

/** Of sums that are told one for each of several periods, the period of one of them; none where they are not as many. */
function periodOfTurn(
  { at: k, of }: NonNullable<Reading['turn']>,
  at: number,
  periods: readonly PeriodSpan[],
): PeriodSpan | undefined {
  const each = periods.filter(({ end, isAside }) => end <= at && !isAside).flatMap(yearsOf);
  return each.length < of ? undefined : each.at(k - of);
}

/** Each of the years that a period from one year to another holds; of any other that period. */
function yearsOf(span: PeriodSpan): PeriodSpan[] {
  const [from, to] =
    /^(\d{4})\/(\d{4})$/u
      .exec(span.period ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  return from === undefined || to === undefined
    ? [span]
    : Array.from({ length: to - from + 1 }, (_, i) => ({ ...span, period: String(from + i) }));
}

/** A year that is told as that of the report at hand: 2023年半年度报告. */
const REPORTED =
  /(?<!\d)(20[0-4]\d)年?(?:半年|上半年|中报|[一三]季报|第?[一二三]季度|前[二三]季度|1[-—至到]\d月)/gu;

/**
 * The year that a document without a date tells of itself: the latest that it names, if it names it more than any other, or as
 * the one that it reports of.
 */
export function yearOf({ text }: Scene): string | undefined {
  const counts = new Map<string, number>();
  for (const [, year = ''] of text.matchAll(/(?<![\d—-])(20[0-4]\d)年/gu))
    counts.set(year, (counts.get(year) ?? 0) + 1);
  const [latest] = [...counts.keys()].sort().reverse();
  const reported = [...text.matchAll(REPORTED)]
    .map(([, year = '']) => year)
    .sort()
    .at(-1);
  if (reported !== undefined && reported >= (latest ?? '')) return reported;
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return first && first[1] > 1 && first[0] === latest ? latest : undefined;
}
