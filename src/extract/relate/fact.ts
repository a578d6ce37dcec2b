import type { Fact } from '../../model/entity.ts';
import { firstFrom, lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { parseProject } from '../../names/project.ts';
import type { DateSpan } from './date.ts';
import { dateOf, dueDateOf, isAfter, isFirstPlan, postponedTo } from './dated.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';
import { findAims, findMilestones, type Milestone } from './milestone.ts';
import type { ProjectScene } from './project-scene.ts';
import { raisedFor } from './raised.ts';
import { isInLabel, isRow } from './row.ts';
import { type OwnedSum, toInvestments } from './sum.ts';

/** A statement about a project: a sum of investment, a state, or when it is to come to one, in the cleaned text. */
export interface ProjectFact extends Omit<Fact, 'quote' | 'confidence'> {
  readonly entity: number;
  readonly name: 'investment' | 'status' | 'due';
  /** How sure the model is of it, 0..1, where it was asked. */
  readonly belief?: number;
}

/** A sentence about what is to come that has no subject of its own. */
const GOES_ON = /^(?:项目)?(?:全部)?(?:预计|计划|力争|有望|将[于在]|建设(?:周期|工期|期)|(?:总)?工期)/u;

/** What the text says of each project's sums, as they are taken to be, its states and when they are due, in its clause or where 该项目 and 项目 carry it on. */
export function findProjectFacts(
  linked: LinkedDocument,
  scenes: readonly ProjectScene[],
  sums: readonly OwnedSum[],
): ProjectFact[] {
  const isPhaseItself = (entity: number) => parseProject(linked.nameOf(entity)).phase !== '';
  const facts = scenes.flatMap((scene) => [...statesIn(scene), ...dueIn(scene)]);
  return [...toInvestments(sums, isPhaseItself), ...facts].sort((a, b) => a.start - b.start);
}

/** What 推迟至明年6月 says is not reached yet. */
const LAST_STATES: ReadonlySet<string> = new Set(['topped_out', 'operating']);

function statesIn({
  linked,
  sentence,
  projects,
  dates,
  published,
  carried,
  ceremony,
}: ProjectScene): ProjectFact[] {
  const isOfTable = isRow(linked.text, sentence);
  const all = findMilestones(linked.text, sentence).filter(
    (milestone) => !isOfTable || !isInLabel(linked.text, milestone, sentence),
  );
  const isSigning = all.some(({ status }) => status === 'signed') || ceremony?.status === 'signed';
  // At a signing, 投资50亿元建设 is what was signed.
  const told = all.filter(({ isSoft }) => !isSoft || !isSigning);
  const isPutOff = postponedTo(linked.text, dates) !== undefined;
  const aims = findAims(linked.text, sentence);
  const facts: ProjectFact[] = [];
  const reached = new Set<number>();
  for (const milestone of told) {
    const owners = isOfTable ? projects.slice(0, 1) : ownersOf(linked, projects, milestone, sentence);
    const own = dateOf(linked.text, milestone, dates, told)?.date;
    const date = own ?? (milestone.status === ceremony?.status ? ceremony.date : undefined);
    const isToCome =
      date === undefined
        ? isPutOff && LAST_STATES.has(milestone.status)
        : isAfter(date, published) || isBehindAim(linked.text, milestone.start, date, aims, dates);
    if (isToCome) continue;
    for (const { entity } of owners.length > 0 ? owners : carried ? [carried] : []) {
      if (milestone.status !== 'planned') reached.add(entity);
      facts.push(toState(entity, milestone.status, date, milestone, 'milestone/trigger'));
    }
  }
  if (ceremony)
    for (const { entity, start, end } of projects)
      if (!reached.has(entity)) {
        reached.add(entity);
        facts.push(toState(entity, ceremony.status, ceremony.date, { start, end }, 'milestone/ceremony'));
      }
  const raised = raisedFor(linked.text, sentence);
  if (raised !== undefined)
    for (const { entity, start, end } of projects)
      if (start >= raised && !reached.has(entity))
        facts.push(toState(entity, 'planned', undefined, { start, end }, 'milestone/raised'));
  return facts;
}

/** Whether a day follows that of something to come: in 计划2025年3月开工,2027年投产 both are. */
function isBehindAim(
  text: string,
  start: number,
  date: string,
  aims: readonly Milestone[],
  dates: readonly DateSpan[],
): boolean {
  return aims.some((aim) => aim.start < start && (dateOf(text, aim, dates, [])?.date ?? date) < date);
}

function toState(
  entity: number,
  value: Milestone['status'],
  date: string | undefined,
  { start, end }: Span,
  rule: string,
): ProjectFact {
  return { entity, name: 'status', value, ...(date === undefined ? {} : { date }), start, end, rule };
}

/** When projects are to be done, or to begin: the state and its day; of what is put off the new day alone. */
function dueIn({
  linked,
  sentence,
  projects,
  dates,
  published,
  carried,
  focus,
}: ProjectScene): ProjectFact[] {
  const { text } = linked;
  if (dates.length === 0) return [];
  const told = findMilestones(text, sentence);
  const aims = findAims(text, sentence);
  const isPutOff = postponedTo(text, dates);
  const words = text.slice(sentence.start, sentence.end);
  const goesOn = projects.length === 0 && GOES_ON.test(words) ? focus : undefined;
  const facts: ProjectFact[] = [];
  for (const aim of [...aims, ...told.filter(({ isSoft }) => !isSoft)].sort((a, b) => a.start - b.start)) {
    if (aim.status === 'planned' || aim.status === 'signed') continue;
    const due = isPutOff ?? dueDateOf(text, aim, dates, told);
    if (due === undefined) continue;
    // What is no aim by its words is one by its date: 2027年建成投产, told in 2024.
    const isAim = aims.includes(aim) || isBehindAim(text, aim.start, due.date, aims, dates);
    if (!isAfter(due.date, published) && !isAim && due !== isPutOff) continue;
    if (due !== isPutOff && isFirstPlan(text, sentence, due)) continue;
    const owners = ownersOf(linked, projects, aim, sentence);
    const [start, end] = [Math.min(due.start, aim.start), Math.max(due.end, aim.end)];
    for (const { entity } of owners.length > 0 ? owners : [carried ?? goesOn ?? []].flat())
      facts.push({
        ...{ entity, name: 'due', value: aim.status, date: due.date, start, end },
        rule: due === isPutOff ? 'due/put-off' : aim.status === 'operating' ? 'due/aim' : 'due/begin',
      });
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

/** A milestone is told of no more projects than this. */
const MOST_OWNERS = 100;
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
  // What stands in a name, as in 厂房改扩建, tells of no project: not of those before it in a list either.
  if (begun.some((m) => m.end >= milestone.end)) return [];
  const before = begun.filter((m) => m.end <= milestone.start);
  if (before.length > 0) return before;
  const after = projects
    .slice(here, Math.min(behind, here + MOST_OWNERS))
    .filter((m) => m.start >= milestone.end);
  if (after.length > 0) return after;
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
