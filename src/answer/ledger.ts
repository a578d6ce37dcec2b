import type { LedgerAnswer, LifeRow, Mark } from '../contract/ledger.ts';
import type { ProjectStatus } from '../model/entity.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { inside } from './area.ts';

import type { Outlook } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { known, textOf } from './properties.ts';
import { typeOf } from './reference.ts';
import { comparedValue, toStatements } from './statement.ts';
import { totalOf, wholeSums } from './sum.ts';
import { byName, othersOf, toProjectRow } from './table.ts';
import { isBy } from './then.ts';

/** Which projects: in a zone, place or industry; of a company with all below it. */
export interface Within {
  readonly in?: string | undefined;
  readonly of?: string | undefined;
}

interface Wish extends Within {
  readonly asOf?: string | undefined;
  readonly mark?: Mark | undefined;
  readonly status?: ProjectStatus | undefined;
  readonly months: number;
}

/**
 * The lives of projects, with what stands out in them, seen from the day of `asOf`, which is the last that an article is of where it is
 * absent. `catalogue` is that of the day.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toLedger(catalogue: Outlook, wish: Wish): LedgerAnswer {
  const day = wish.asOf ?? catalogue.dated.last;
  const rows = leaveOut(projectsWithin(catalogue, wish).map((node) => toProjectRow(catalogue, node)));
  const projects = rows
    .map((row) => toLife(catalogue, row, day, wish.months))
    .filter(
      ({ marks, status }) =>
        (wish.mark === undefined || marks.includes(wish.mark)) &&
        (wish.status === undefined || status === wish.status),
    )
    .sort((a, b) => byName(a.project, b.project));
  return known({ asOf: day, projects: projects.toSorted(byLastStep), total: totalOf(projects) });
}

/** The projects of an area and of a company; all where neither is given. */
export function projectsWithin(catalogue: Outlook, { in: area, of: company }: Within): readonly NodeRecord[] {
  const members = area === undefined ? undefined : membersOf(catalogue, area);
  const built = company === undefined ? undefined : builtBy(catalogue, company);
  const isIn = members && new Set(members.map(({ id }) => id));
  const isOf = built && new Set(built.map(({ id }) => id));
  const some = area === undefined ? built : members;
  if (some === undefined) return catalogue.entitiesOf('Project');
  return some
    .filter(
      (node) => typeOf(node) === 'Project' && isIn?.has(node.id) !== false && isOf?.has(node.id) !== false,
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function membersOf(catalogue: Outlook, id: string): NodeRecord[] {
  const area = catalogue.getEntity(id);
  return typeOf(area) === 'Industry' ? othersOf(catalogue, id, 'IN_INDUSTRY', 'in') : inside(catalogue, id);
}

/** A company and all that are below it, itself first. */
export function companyGroup(catalogue: Outlook, company: string): string[] {
  const group = new Set([catalogue.getEntity(company).id]);
  for (const one of group)
    for (const below of othersOf(catalogue, one, 'SUBSIDIARY_OF', 'in')) group.add(below.id);
  return [...group];
}

/** What a company and all that are below it build. */
export function builtBy(catalogue: Outlook, company: string): NodeRecord[] {
  const group = companyGroup(catalogue, company);
  const built = group.flatMap((one) => othersOf(catalogue, one, 'INVESTS_IN', 'out'));
  return [...new Map(built.map((node) => [node.id, node])).values()];
}

const DATES = ['signedOn', 'startedOn', 'toppedOutOn', 'operatingOn', 'dueOn'] as const;
const ORDER: readonly (readonly [ProjectStatus, (typeof DATES)[number]])[] = [
  ['signed', 'signedOn'],
  ['construction', 'startedOn'],
  ['topped_out', 'toppedOutOn'],
  ['operating', 'operatingOn'],
];

/** The newest step first; then those of which only a due date is told, and at last those without any date. */
function byLastStep(a: LifeRow, b: LifeRow): number {
  const [one, other] = [lastOf(a), lastOf(b)];
  return one > other ? -1 : one < other ? 1 : 0;
}

/** The date of the last step and that of completion, as text that sorts. */
function lastOf(life: LifeRow): string {
  const steps = ORDER.map(([, name]) => life[name] ?? '').sort();
  return `${steps.at(-1)} ${life.dueOn ?? ''}`;
}

function toLife(
  catalogue: Outlook,
  row: ReturnType<typeof toProjectRow>,
  day: string | undefined,
  months: number,
): LifeRow {
  const { properties } = catalogue.getEntity(row.project.id);
  const dates = Object.fromEntries(DATES.map((name) => [name, textOf(properties, name)])) as Dates;
  const statements = toStatements(catalogue, row.project.id).toReversed();
  const sums = wholeSums(statements);
  const contradictions = contradictionsIn(dates);
  const values = sums.flatMap((one) => {
    const value = comparedValue(one);
    return typeof value === 'number' ? [value] : [];
  });
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const marks: Record<Mark, boolean> = {
    late: isLate(dates, day),
    silent: isSilent(dates, textOf(properties, 'lastSeen'), day, months),
    grew: last > first,
    shrank: last < first,
    contradicts: contradictions.length > 0,
  };
  return {
    ...row,
    ...known(dates),
    marks: (Object.keys(marks) as Mark[]).filter((mark) => marks[mark]),
    contradictions,
    told: statements.filter(({ name }) => name !== 'investment'),
    sums,
  };
}

type Dates = Readonly<Record<(typeof DATES)[number], string | undefined>>;

/** Due before the day, as far as both are exact, and not running by then. */
function isLate({ dueOn, operatingOn }: Dates, day: string | undefined): boolean {
  if (day === undefined || dueOn === undefined) return false;
  return isBy(dueOn, day) && !day.startsWith(dueOn) && !isBy(operatingOn, day);
}

/** Signed or begun, not running, and last told of so many months before the day. */
function isSilent(
  { signedOn, startedOn, operatingOn }: Dates,
  lastSeen: string | undefined,
  day: string | undefined,
  months: number,
): boolean {
  if (day === undefined || lastSeen === undefined || (signedOn ?? startedOn) === undefined) return false;
  return !isBy(operatingOn, day) && lastSeen < monthsBefore(day, months);
}

/** The day so many months before another one, or the month where no day is known: 2024-05-31 less three is 2024-02-31, which sorts right. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 12] = day.split('-').map(Number);
  const all = year * 12 + month - 1 - months;
  const then = `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
  return then + day.slice(7);
}

function contradictionsIn(dates: Dates): LifeRow['contradictions'] {
  const known = ORDER.flatMap(([status, name]) => {
    const on = dates[name];
    return on === undefined ? [] : [{ status, on }];
  });
  return known.flatMap(({ status: first, on: firstOn }, i) =>
    known
      .slice(i + 1)
      .filter(({ on }) => on < firstOn && !firstOn.startsWith(on))
      .map(({ status: next, on: nextOn }) => ({ first, firstOn, next, nextOn })),
  );
}
