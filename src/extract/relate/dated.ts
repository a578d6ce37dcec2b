import { firstFrom, lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import type { DateSpan } from './date.ts';
import type { Milestone } from './milestone.ts';

/** A date farther in front of a state than this is told of something else. */
const NEAR = 60;
const NOW = /目前|现已|现在|如今|至今|截至|以来/u;
/** What stands between a date and what is told of it behind: 投产时间为2025年6月, 竣工时间推迟至明年3月. */
const LEADS_TO =
  /^(?:的?(?:时间|日期|期限|节点|计划))?(?:[由从][^,。;]{2,14})?(?:预计|初步|计划|拟)?(?:为|是|在|于|定于|定在|安排在|[推调延顺提]{1,2}[迟整期后延前]{1,2}(?:至|到|为)):?$/u;
const POSTPONED = /(?:推迟|延迟|延期|延后|顺延|延|调整|提前)(?:至|到|为)$/u;
const AT_FIRST = /原(?:本|先)?(?:计划|定|拟|预计)|(?:由|从)(?:原[^,。;]{0,6})?$/u;

/** The date that a state is told with: the last one before it in its part of the sentence, with no other state between. */
export function dateOf(
  text: string,
  milestone: Milestone,
  dates: readonly DateSpan[],
  others: readonly Span[],
): DateSpan | undefined {
  const last = lastEndingBy(dates, milestone.start);
  if (!last || milestone.start - last.end > NEAR) return undefined;
  const between = text.slice(last.end, milestone.start);
  if (/;/u.test(between) || NOW.test(between)) return undefined;
  const other = lastEndingBy(others, milestone.start);
  // 5月8日签约并开工 is one day; 2021年签约,已经开工 is not.
  const isApart = other && other.start >= last.end && /,/u.test(text.slice(other.end, milestone.start));
  return isApart ? undefined : last;
}

/** The day that something is to be done by: as a state has it, or told behind it; a new day in place of an old one. */
export function dueDateOf(
  text: string,
  aim: Milestone,
  dates: readonly DateSpan[],
  others: readonly Span[],
): DateSpan | undefined {
  const behind = dates
    .slice(firstFrom(dates, aim.end))
    .find(({ start }) => start - aim.end <= NEAR && LEADS_TO.test(text.slice(aim.end, start)));
  return behind ?? dateOf(text, aim, dates, others);
}

/** The new day of what is put off or brought forward: 推迟至2025年6月; none is undefined. */
export function postponedTo(text: string, dates: readonly DateSpan[]): DateSpan | undefined {
  return dates.find(({ start }) => POSTPONED.test(text.slice(Math.max(0, start - 6), start)));
}

/** Whether a day is told as what was planned at first. */
export function isFirstPlan(text: string, sentence: Span, { start }: Span): boolean {
  const from = Math.max(sentence.start, start - 12);
  return AT_FIRST.test(text.slice(from, start).split(/[,;]/u).at(-1) ?? '');
}

/** Whether a date lies after the day of an article: 2024 does not lie after 2024-05-28. */
export function isAfter(date: string, published: string | undefined): boolean {
  return (
    published !== undefined && date > published && !date.startsWith(published) && !published.startsWith(date)
  );
}
