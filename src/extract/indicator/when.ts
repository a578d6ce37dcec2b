import type { Measure } from '../../model/indicator.ts';
import { lastEndingBy } from '../../model/nearby.ts';
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

/**
 * The period that a figure is told with: the last one before it in its part of the sentence; of a signing the day of the event.
 * `earlier` are those of the last sentence that has any; `isReport` says that figures of a period are being told.
 */
export function periodOf(
  scene: Scene,
  { name, figure, start, end }: Reading,
  periods: readonly PeriodSpan[],
  sentence: Span,
  earlier: readonly PeriodSpan[],
  isReport: boolean,
): PeriodSpan | undefined {
  const at = figure?.start ?? end;
  const { text } = scene;
  const stop = scene.partStart(sentence.start, start);
  const here = lastEndingBy(periods, at);
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

/** The year that a document without a date tells of itself: the one that it names most, if more than once and none later. */
export function yearOf({ text }: Scene): string | undefined {
  const counts = new Map<string, number>();
  for (const [, year = ''] of text.matchAll(/(?<![\d—-])(20[0-4]\d)年/gu))
    counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return first && first[1] > 1 && [...counts.keys()].every((year) => year <= first[0]) ? first[0] : undefined;
}
