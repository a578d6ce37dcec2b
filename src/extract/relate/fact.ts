import type { Fact } from '../../model/entity.ts';
import { firstFrom, lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { type Amount, findAmounts } from './amount.ts';
import { type DateSpan, findDates } from './date.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';
import { findMilestones, type Milestone } from './milestone.ts';

/** A statement about a project: a sum of investment or a milestone, in the cleaned text. */
export interface ProjectFact extends Omit<Fact, 'quote' | 'confidence'> {
  readonly entity: number;
  readonly name: 'investment' | 'status';
}

/** What the text says of each project's sum and state, in its clause or where 该项目 and 项目 carry it on. */
export function findProjectFacts(linked: LinkedDocument): ProjectFact[] {
  const facts: ProjectFact[] = [];
  let focus: Placed | undefined;
  for (const sentence of linked.document.sentences) {
    const projects = linked.within(sentence, 'Project');
    const carried =
      /^(?:据(?:了解|悉|介绍),)?(?:该|这一|此|此次)?(?:项目|工程|基地)(?!化|负责|建设者|部)/u.test(
        linked.text.slice(sentence.start, sentence.end),
      )
        ? focus
        : undefined;
    for (const amount of findAmounts(linked.text, sentence)) {
      const project =
        projectOfAmount(linked, projects, amount, sentence) ??
        (carriesOn(linked, amount, sentence) ? (focus ?? carried) : undefined);
      const { role: _, ...sum } = amount;
      if (project)
        facts.push({ entity: project.entity, name: 'investment', ...sum, rule: 'amount/investment' });
    }
    const { published } = linked.document.articles[sentence.article] ?? {};
    const dates = findDates(linked.text, sentence, published);
    for (const milestone of findMilestones(linked.text, sentence)) {
      const owners = ownersOf(linked, projects, milestone, sentence);
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

/** The sum to show of a project: the first that is one sum, in yuan. */
export function investmentOf(facts: readonly ProjectFact[]): number | undefined {
  for (const { name, value, currency } of facts)
    if (name === 'investment' && typeof value === 'number' && currency === undefined) return value;
  return undefined;
}

/** The facts of each entity, by its index. */
export function factsByEntity<T extends { readonly entity: number }>(
  facts: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const own = new Map<number, T[]>();
  for (const fact of facts) {
    const known = own.get(fact.entity);
    if (known) known.push(fact);
    else own.set(fact.entity, [fact]);
  }
  return own;
}

const NEAR = 30;
/** A milestone is told of no more projects than this. */
const MOST_OWNERS = 100;
/** What may stand between a sum and the project that it is spent on. */
const LEADS_ON = /^(?:的|,|建设|投资|兴建|打造|在[^,。]{0,12}|启动|追加)?[^,。;、]{0,16}$/u;

/** The date that a milestone is told with: the last one before it, not far off. */
function dateOf(milestone: Milestone, dates: readonly DateSpan[]): DateSpan | undefined {
  const last = lastEndingBy(dates, milestone.start);
  return last && milestone.start - last.end <= NEAR ? last : undefined;
}

function projectOfAmount(
  linked: LinkedDocument,
  projects: readonly Placed[],
  amount: Amount,
  sentence: Span,
): Placed | undefined {
  const near = { start: amount.end, end: Math.min(sentence.end, amount.end + NEAR + 1) };
  const after = linked.within(near, 'Project').find(({ start }) => {
    const gap = linked.text.slice(amount.end, start);
    return LEADS_ON.test(gap) && !/[,。;]/u.test(gap);
  });
  const attributive = linked.text[amount.end] === '的';
  if (after && (attributive || amount.role !== '')) return after;
  const before = lastEndingBy(projects, amount.start);
  if (
    before &&
    amount.role !== '' &&
    amount.start - before.end < 60 &&
    !/\d(?:余|多)?个/u.test(linked.text.slice(before.end, amount.start))
  )
    return before;
  return after && amount.start - sentence.start >= 0 && after.start - amount.end < 8 ? after : undefined;
}

/** Whether a sum in a sentence without a project's name speaks of the project last named. */
function carriesOn(linked: LinkedDocument, amount: Amount, sentence: Span): boolean {
  const clause = linked.text.slice(Math.max(sentence.start, amount.start - 12), amount.start);
  return /(?:该|此)?项目(?:计划)?$/u.test(clause) && amount.role !== '';
}

/**
 * The projects that a milestone is told of: those before it in its clause, else those after it there, else the last ones
 * before it in its part of the sentence, unless a clause between has a firm of its own for a subject.
 */
function ownersOf(
  linked: LinkedDocument,
  projects: readonly Placed[],
  milestone: Milestone,
  sentence: Span,
): Placed[] {
  const from = (offset: number): number => firstFrom(projects, offset);
  const clause = stretch(linked, milestone, sentence, [',', ';']);
  const [first, here, behind] = [from(clause.start), from(milestone.start), from(clause.end)];
  const begun = projects.slice(Math.max(first, here - MOST_OWNERS), here);
  const before = begun.filter((m) => m.end <= milestone.start);
  if (before.length > 0) return before;
  const after = projects
    .slice(here, Math.min(behind, here + MOST_OWNERS))
    .filter((m) => m.start >= milestone.end);
  if (after.length > 0) return after;
  if (begun.some((m) => m.end >= milestone.end)) return [];
  const part = stretch(linked, milestone, sentence, [';']);
  const told = projects
    .slice(Math.max(from(part.start), first - MOST_OWNERS), first)
    .filter((m) => m.end <= clause.start);
  const last = told.at(-1) ?? lastEndingBy(projects, part.start);
  if (!last) return projects.slice(behind, Math.min(from(part.end), behind + MOST_OWNERS));
  if (linked.count({ start: last.end, end: milestone.start }, 'Company') > 0) return [];
  return told.length > 0 ? lastTogether(linked.text, told) : [last];
}

/** The stretch of a sentence around a span, between marks of some kinds. */
function stretch(linked: LinkedDocument, at: Span, sentence: Span, marks: readonly string[]): Span {
  return {
    start: Math.max(sentence.start, ...marks.map((mark) => linked.markBefore(mark, at.start) + 1)),
    end: Math.min(sentence.end, ...marks.map((mark) => linked.markFrom(mark, at.end))),
  };
}

/** Of projects in text order, the last one and those that stand with it in one list: no comma between. */
function lastTogether(text: string, projects: readonly Placed[]): Placed[] {
  let first = projects.length - 1;
  while (first > 0 && !/,/u.test(text.slice(projects[first - 1]?.end, projects[first]?.start))) first--;
  return projects.slice(first);
}
