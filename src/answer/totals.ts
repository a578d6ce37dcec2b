import type { TotalsAnswer } from '../contract/ledger.ts';
import type { ProjectRow } from '../contract/profile.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { inside } from './area.ts';
import type { Outlook } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { builtBy, projectsWithin, type Within } from './ledger.ts';
import { textOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { totalOf } from './sum.ts';
import { byName, othersOf, toProjectRow } from './table.ts';

type Grouping = 'zone' | 'place' | 'industry' | 'month' | 'company';

/**
 * What projects come to, by zone, place, industry, month or company group; every group with its rows. A project without a group is in
 * the total alone.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toTotals(
  catalogue: Outlook,
  { by, ...within }: Within & { readonly by: Grouping },
): TotalsAnswer {
  const rows = projectsWithin(catalogue, within).map((node) => toProjectRow(catalogue, node));
  const byId = new Map(rows.map((row) => [row.project.id, row]));
  const groupOf = (ids: Iterable<string>): ProjectRow[] =>
    leaveOut([...new Set(ids)].flatMap((id) => byId.get(id) ?? []));
  const groups =
    by === 'month'
      ? byMonth(catalogue, rows).map(([month, ids]) => ({ month, projects: groupOf(ids) }))
      : areasOf(catalogue, by)
          .map((node) => ({
            about: toEntityReference(node),
            projects: groupOf(membersOf(catalogue, node, by)),
          }))
          .sort((a, b) => byName(a.about, b.about));
  return {
    groups: groups
      .filter(({ projects }) => projects.length > 0)
      .map((group) => ({ ...group, total: totalOf(group.projects) })),
    total: totalOf(leaveOut(rows)),
  };
}

function byMonth(catalogue: Outlook, rows: readonly ProjectRow[]): [string, string[]][] {
  const months = new Map<string, string[]>();
  for (const { project } of rows) {
    const { properties } = catalogue.getEntity(project.id);
    const day = textOf(properties, 'signedOn') ?? textOf(properties, 'firstSeen');
    if (day === undefined) continue;
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), project.id]);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}

const TYPES = { zone: 'Zone', place: 'Place', industry: 'Industry', company: 'Company' } as const;

/** The groups of a kind; of companies those that no other is above. */
function areasOf(catalogue: Outlook, by: keyof typeof TYPES): NodeRecord[] {
  return catalogue
    .entitiesOf(TYPES[by])
    .filter((node) => by !== 'company' || othersOf(catalogue, node.id, 'SUBSIDIARY_OF', 'out').length === 0);
}

function membersOf(catalogue: Outlook, { id }: NodeRecord, by: keyof typeof TYPES): string[] {
  const members =
    by === 'company'
      ? builtBy(catalogue, id)
      : by === 'industry'
        ? othersOf(catalogue, id, 'IN_INDUSTRY', 'in')
        : inside(catalogue, id);
  return members.map((node) => node.id);
}
