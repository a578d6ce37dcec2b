import type { AreaAnswer, ProjectRow, ZoneRow } from '../contract/profile.ts';
import type { EntityReference } from '../contract/reference.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { toIndicators } from './indicator.ts';
import { toEntityReference, typeOf } from './reference.ts';
import { toEvents } from './statement.ts';
import { totalOf } from './sum.ts';
import { byName, othersOf, toCompanyRow, toPosts, toProjectRow } from './table.ts';

/**
 * A zone or place with all that lies in it at any depth, or an industry with all that belongs to it.
 *
 * Articles that reprint one another speak of the same entity, so each project is one row; `leaveOut` says which sums would be
 * counted twice.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toAreaAnswer(catalogue: Outlook, id: string): AreaAnswer {
  const area = catalogue.getEntity(id);
  const members = typeOf(area) === 'Industry' ? inIndustry(catalogue, id) : inside(catalogue, id);
  const of = (type: string) => members.filter((node) => typeOf(node) === type);
  const projects = leaveOut(of('Project').map((node) => toProjectRow(catalogue, node)));
  // Who builds there belongs to it, wherever the firm is at home.
  const builders = of('Project').flatMap(({ id: project }) =>
    othersOf(catalogue, project, 'INVESTS_IN', 'in'),
  );
  const firms = new Map([...of('Company'), ...builders].map((node) => [node.id, node]));
  const isIn = new Set([id, ...members.map((member) => member.id)]);
  const ends = (type: string, direction: 'in' | 'out') =>
    othersOf(catalogue, id, type, direction).map(toEntityReference);
  return {
    area: toEntityReference(area),
    parents: [...ends('PART_OF', 'out'), ...ends('LOCATED_IN', 'out')],
    parts: [...ends('PART_OF', 'in'), ...ends('LOCATED_IN', 'in')].filter(
      ({ type }) => type === 'Zone' || type === 'Place',
    ),
    industries: ends('IN_INDUSTRY', 'out'),
    zones: typeOf(area) === 'Industry' ? toZoneRows(catalogue, of('Zone'), projects, of('Company')) : [],
    projects: projects.sort(
      (a, b) => (b.investment ?? -1) - (a.investment ?? -1) || byName(a.project, b.project),
    ),
    companies: [...firms.values()]
      .map((node) => toCompanyRow(catalogue, node, isIn))
      .sort(
        (a, b) =>
          b.projects.length - a.projects.length || b.stories - a.stories || byName(a.company, b.company),
      ),
    // In office, which the executives of companies are not.
    posts: toPosts(
      catalogue,
      new Set([id, ...members.flatMap((node) => (typeOf(node) === 'Company' ? [] : node.id))]),
    ),
    total: totalOf(projects),
    indicators: toIndicators(catalogue, id),
    events: toEvents(catalogue, members),
  };
}

/** The zones that have an industry: those that are told to, and those in which its projects and companies are; those with most first. */
function toZoneRows(
  catalogue: Outlook,
  told: readonly NodeRecord[],
  projects: readonly ProjectRow[],
  companies: readonly NodeRecord[],
): ZoneRow[] {
  const rows = new Map<string, ZoneRow>();
  const take = (
    zone: EntityReference,
    more: Partial<Pick<ZoneRow, 'projects' | 'companies' | 'investment'>>,
  ) => {
    const row = rows.get(zone.id) ?? { zone, projects: 0, companies: 0 };
    const sum = [row.investment, more.investment].filter((one) => one !== undefined);
    rows.set(zone.id, {
      zone,
      projects: row.projects + (more.projects ?? 0),
      companies: row.companies + (more.companies ?? 0),
      ...(sum.length > 0 ? { investment: sum.reduce((a, b) => a + b) } : {}),
    });
  };
  for (const zone of told) take(toEntityReference(zone), {});
  for (const { place, investment, leftOut } of projects)
    if (place?.type === 'Zone')
      take(place, {
        projects: 1,
        ...(investment !== undefined && leftOut === undefined ? { investment } : {}),
      });
  for (const { id } of companies)
    for (const place of othersOf(catalogue, id, 'LOCATED_IN', 'out'))
      if (typeOf(place) === 'Zone') take(toEntityReference(place), { companies: 1 });
  return [...rows.values()].sort(
    (a, b) =>
      b.projects - a.projects ||
      (b.investment ?? 0) - (a.investment ?? 0) ||
      b.companies - a.companies ||
      byName(a.zone, b.zone),
  );
}

function inIndustry(catalogue: Outlook, id: string): NodeRecord[] {
  return othersOf(catalogue, id, 'IN_INDUSTRY', 'in');
}

/** Whatever lies in an area, or in something that does. */
export function inside(catalogue: Outlook, id: string): NodeRecord[] {
  const found = new Map<string, NodeRecord>();
  const queue = [id];
  for (const next of queue)
    for (const node of [
      ...othersOf(catalogue, next, 'LOCATED_IN', 'in'),
      ...othersOf(catalogue, next, 'PART_OF', 'in'),
    ])
      if (node.id !== id && !found.has(node.id)) {
        found.set(node.id, node);
        queue.push(node.id);
      }
  return [...found.values()];
}
