import type { Span } from '../model/span.ts';
import { type Amount, findAmounts } from './amount.ts';
import { type DateSpan, findDates } from './date.ts';
import { findMilestones, type Milestone } from './milestone.ts';
import type { Placed, Scene } from './scene.ts';

/** A statement about a project: a sum of investment or a milestone, in the cleaned text. */
export interface ProjectFact extends Span {
  readonly entity: number;
  readonly name: 'investment' | 'status';
  readonly value: string | number;
  /** When a state was reached or is to be: ISO text, as exact as said. */
  readonly date?: string;
  readonly rule: string;
}

/** What the text says of each project's sum and state, in its clause or where 该项目 and 项目 carry it on. */
export function findProjectFacts(scene: Scene): ProjectFact[] {
  const facts: ProjectFact[] = [];
  let focus: Placed | undefined;
  for (const sentence of scene.document.sentences) {
    const projects = scene.within(sentence, 'Project');
    const carried =
      /^(?:据(?:了解|悉|介绍),)?(?:该|这一|此|此次)?(?:项目|工程|基地)(?!化|负责|建设者|部)/u.test(
        scene.text.slice(sentence.start, sentence.end),
      )
        ? focus
        : undefined;
    for (const amount of findAmounts(scene.text, sentence)) {
      const project =
        projectOfAmount(scene, projects, amount, sentence) ??
        (carriesOn(scene, amount, sentence) ? (focus ?? carried) : undefined);
      if (project)
        facts.push({
          entity: project.entity,
          name: 'investment',
          value: amount.yuan,
          start: amount.start,
          end: amount.end,
          rule: 'amount/investment',
        });
    }
    const { published } = scene.document.articles[sentence.article] ?? {};
    const dates = findDates(scene.text, sentence, published);
    for (const milestone of findMilestones(scene.text, sentence)) {
      const owners = ownersOf(scene, projects, milestone, sentence);
      const date = dateOf(milestone, dates)?.date;
      for (const project of owners.length > 0 ? owners : carried ? [carried] : []) {
        facts.push({
          entity: project.entity,
          name: 'status',
          value: milestone.status,
          ...(date === undefined ? {} : { date }),
          start: milestone.start,
          end: milestone.end,
          rule: 'milestone/trigger',
        });
      }
    }
    focus = projects.at(-1) ?? focus;
  }
  return facts;
}

const NEAR = 30;

/** The date that a milestone is told with: the last one before it, not far off. */
function dateOf(milestone: Milestone, dates: readonly DateSpan[]): DateSpan | undefined {
  return dates.findLast(({ end }) => end <= milestone.start && milestone.start - end <= NEAR);
}

function projectOfAmount(
  scene: Scene,
  projects: readonly Placed[],
  amount: Amount,
  sentence: Span,
): Placed | undefined {
  const after = projects.find(
    (m) =>
      m.start >= amount.end &&
      /^(?:的|,|建设|投资|兴建|打造|在[^,。]{0,12}|启动|追加)?[^,。;、]{0,16}$/u.test(
        scene.text.slice(amount.end, m.start),
      ) &&
      !/[,。;]/u.test(scene.text.slice(amount.end, m.start)),
  );
  const attributive = scene.text[amount.end] === '的';
  if (after && (attributive || amount.role !== '')) return after;
  const before = projects.findLast((m) => m.end <= amount.start);
  if (
    before &&
    amount.role !== '' &&
    !/\d+(?:余|多)?个/u.test(scene.text.slice(before.end, amount.start)) &&
    amount.start - before.end < 60
  )
    return before;
  return after && amount.start - sentence.start >= 0 && after.start - amount.end < 8 ? after : undefined;
}

/** Whether a sum in a sentence without a project's name speaks of the project last named. */
function carriesOn(scene: Scene, amount: Amount, sentence: Span): boolean {
  const clause = scene.text.slice(Math.max(sentence.start, amount.start - 12), amount.start);
  return /(?:该|此)?项目(?:计划)?$/u.test(clause) && amount.role !== '';
}

/**
 * The projects that a milestone is told of: those before it in its clause, else those after it there, else the last ones
 * before it in its part of the sentence, unless a clause between has a firm of its own for a subject.
 */
function ownersOf(scene: Scene, projects: readonly Placed[], milestone: Milestone, sentence: Span): Placed[] {
  const clause = stretch(scene.text, milestone, sentence, /[,;]/u);
  const here = projects.filter((m) => m.start >= clause.start && m.start < clause.end);
  const before = here.filter((m) => m.end <= milestone.start);
  if (before.length > 0) return before;
  const after = here.filter((m) => m.start >= milestone.end);
  if (after.length > 0) return after;
  if (here.some((m) => m.start < milestone.start && m.end >= milestone.end)) return [];
  const part = stretch(scene.text, milestone, sentence, /;/u);
  const told = projects.filter((m) => m.start >= part.start && m.end <= clause.start);
  const last = told.at(-1) ?? projects.findLast((m) => m.end <= part.start);
  if (!last) return projects.filter((m) => m.start >= clause.end && m.start < part.end);
  if (scene.within({ start: last.end, end: milestone.start }, 'Company').length > 0) return [];
  return told.length > 0 ? lastTogether(scene.text, told) : [last];
}

/** The stretch of a sentence around a span, between marks of a kind. */
function stretch(text: string, at: Span, sentence: Span, mark: RegExp): Span {
  let { start, end } = at;
  while (start > sentence.start && !mark.test(text[start - 1] ?? '')) start--;
  while (end < sentence.end && !mark.test(text[end] ?? '')) end++;
  return { start, end };
}

/** Of projects in text order, the last one and those that stand with it in one list: no comma between. */
function lastTogether(text: string, projects: readonly Placed[]): Placed[] {
  let first = projects.length - 1;
  while (first > 0 && !/,/u.test(text.slice(projects[first - 1]?.end, projects[first]?.start))) first--;
  return projects.slice(first);
}
