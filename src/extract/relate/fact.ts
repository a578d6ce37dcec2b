import type { Sentence } from '../../model/article.ts';
import type { Fact } from '../../model/entity.ts';
import { firstFrom, lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { parseProject } from '../../names/project.ts';
import { type Amount, findAmounts } from './amount.ts';
import { type Ceremony, findCeremony, isCarriedBy } from './ceremony.ts';
import { type DateSpan, findDates } from './date.ts';
import { dateOf, dueDateOf, isAfter, isFirstPlan, postponedTo } from './dated.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';
import { findAims, findMilestones, type Milestone } from './milestone.ts';
import { raisedFor } from './raised.ts';
import { isInLabel, isRow } from './row.ts';
import { type OwnedSum, toInvestments } from './sum.ts';

/** A statement about a project: a sum of investment, a state, or when it is to come to one, in the cleaned text. */
export interface ProjectFact extends Omit<Fact, 'quote' | 'confidence'> {
  readonly entity: number;
  readonly name: 'investment' | 'status' | 'due';
}

/** A sentence with what was told before it. */
interface Place {
  readonly linked: LinkedDocument;
  readonly sentence: Sentence;
  readonly projects: readonly Placed[];
  readonly dates: readonly DateSpan[];
  readonly published: string | undefined;
  /** The project that 该项目 stands for, where the sentence begins so. */
  readonly carried: Placed | undefined;
  readonly focus: Placed | undefined;
  readonly ceremony: Ceremony | undefined;
}

const CARRIED =
  /^(?:据(?:了解|悉|介绍),)?(?:(?:该|这一|此|此次)?(?:项目|工程|基地)(?!化|负责|建设者|部)|[^,。;]{1,16},(?:(?:该|这一|此)(?:项目|工程|基地)|项目(?:主体|一期|二期|整体|现场|已|正|目前|建设))(?!化|负责|部))/u;
/** A sentence about what is to come that has no subject of its own. */
const GOES_ON = /^(?:项目)?(?:全部)?(?:预计|计划|力争|有望|将[于在]|建设(?:周期|工期|期)|(?:总)?工期)/u;

/** What the text says of each project's sum, its states and when they are due, in its clause or where 该项目 and 项目 carry it on. */
export function findProjectFacts(linked: LinkedDocument): ProjectFact[] {
  const facts: ProjectFact[] = [];
  const sums: OwnedSum[] = [];
  let focus: Placed | undefined;
  let ceremony: Ceremony | undefined;
  for (const sentence of linked.document.sentences) {
    const projects = linked.within(sentence, 'Project');
    const { published } = linked.document.articles[sentence.article] ?? {};
    const dates = findDates(linked.text, sentence, published);
    const event = findCeremony(linked.text, sentence);
    if (event) {
      // Of 2月28日…一季度重大项目集中开工 the day is that of the event.
      const before = dates.filter(({ end }) => end <= event.start);
      const date = (before.findLast((one) => one.date.length === 10) ?? before.at(-1))?.date;
      ceremony = { ...event, ...(date === undefined || isAfter(date, published) ? {} : { date }) };
    } else if (ceremony && !isCarriedBy(linked.text, ceremony, sentence)) ceremony = undefined;
    const carried = CARRIED.test(linked.text.slice(sentence.start, sentence.end)) ? focus : undefined;
    const place = { linked, sentence, projects, dates, published, carried, focus, ceremony };
    sums.push(...sumsIn(place));
    facts.push(...statesIn(place), ...dueIn(place));
    focus = projects.at(-1) ?? focus;
  }
  const isPhaseItself = (entity: number) => parseProject(linked.nameOf(entity)).phase !== '';
  return [...toInvestments(sums, isPhaseItself), ...facts].sort((a, b) => a.start - b.start);
}

function sumsIn({ linked, sentence, projects, carried, focus }: Place): OwnedSum[] {
  return findAmounts(linked.text, sentence).flatMap((amount) => {
    const project =
      projectOfAmount(linked, projects, amount, sentence) ??
      (carriesOn(linked, amount, sentence) ? (focus ?? carried) : undefined);
    return project ? [{ entity: project.entity, amount }] : [];
  });
}

/** What 推迟至明年6月 says is not reached yet. */
const LAST_STATES: ReadonlySet<string> = new Set(['topped_out', 'operating']);

function statesIn({ linked, sentence, projects, dates, published, carried, ceremony }: Place): ProjectFact[] {
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
function dueIn({ linked, sentence, projects, dates, published, carried, focus }: Place): ProjectFact[] {
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

const NEAR = 30;
/** A milestone is told of no more projects than this. */
const MOST_OWNERS = 100;
/** What may stand between a sum and the project that it is spent on. */
const LEADS_ON = /^(?:的|,|建设|投资|兴建|打造|在[^,。]{0,12}|启动|追加)?[^,。;、]{0,16}$/u;

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
