import type { AreaAnswer } from '../contract/profile.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { toEntityReference, typeOf } from './reference.ts';
import { toEvents } from './statement.ts';
import { byName, othersOf, toCompanyRow, toPosts, toProjectRow, totalOf } from './table.ts';

/**
 * A zone or place with all that lies in it at any depth, or an industry with all that belongs to it.
 *
 * Articles that reprint one another speak of the same entity, so each project is one row; `leaveOut` says which sums would be
 * counted twice.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toAreaAnswer(catalogue: Catalogue, id: string): AreaAnswer {
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
    events: toEvents(catalogue, members),
  };
}

function inIndustry(catalogue: Catalogue, id: string): NodeRecord[] {
  return othersOf(catalogue, id, 'IN_INDUSTRY', 'in');
}

/** Whatever lies in an area, or in something that does. */
function inside(catalogue: Catalogue, id: string): NodeRecord[] {
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
