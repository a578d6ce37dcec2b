import type { CompanyRow, PostRow, ProjectRow, Total } from '../contract/profile.ts';
import type { EntityReference } from '../contract/reference.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { known, numberOf, textOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { comparedValue, toStatements } from './statement.ts';

/** The entities at the other end of an entity's relations of a type. */
export function othersOf(
  catalogue: Catalogue,
  id: string,
  type: string,
  direction: 'in' | 'out',
): NodeRecord[] {
  const relations = catalogue
    .relationsOf(id)
    .filter(
      (relation) => relation.type === type && (direction === 'out' ? relation.from : relation.to) === id,
    );
  const ids = new Set(relations.map(({ from, to }) => (direction === 'out' ? to : from)));
  ids.delete(id);
  return [...ids].map((other) => catalogue.getEntity(other));
}

/** A project as a row of a table. */
export function toProjectRow(catalogue: Catalogue, node: NodeRecord): ProjectRow {
  const investment = numberOf(node.properties, 'investment');
  const statements = toStatements(catalogue, node.id).filter(
    (one) => one.name === 'investment' && investment !== undefined && comparedValue(one) === investment,
  );
  return known({
    project: toEntityReference(node),
    status: textOf(node.properties, 'status'),
    investment,
    industries: othersOf(catalogue, node.id, 'IN_INDUSTRY', 'out').map(toEntityReference),
    investors: othersOf(catalogue, node.id, 'INVESTS_IN', 'in').map(toEntityReference),
    place: placeOf(catalogue, node.id),
    lastSeen: textOf(node.properties, 'lastSeen'),
    statement: statements[0],
  });
}

/** A company as a row of a table, with its projects among these. */
export function toCompanyRow(catalogue: Catalogue, node: NodeRecord, isIn: ReadonlySet<string>): CompanyRow {
  return known({
    company: toEntityReference(node),
    projects: othersOf(catalogue, node.id, 'INVESTS_IN', 'out')
      .filter(({ id }) => isIn.has(id))
      .map(toEntityReference),
    industries: othersOf(catalogue, node.id, 'IN_INDUSTRY', 'out').map(toEntityReference),
    place: placeOf(catalogue, node.id),
    stories: numberOf(node.properties, 'stories') ?? 0,
    lastSeen: textOf(node.properties, 'lastSeen'),
  });
}

/** Who holds a post at one of these. */
export function toPosts(catalogue: Catalogue, isIn: ReadonlySet<string>): PostRow[] {
  return catalogue.relations
    .filter(({ type, to }) => type === 'HOLDS_POST' && isIn.has(to))
    .map((relation) =>
      known({
        person: toEntityReference(catalogue.getEntity(relation.from)),
        title: textOf(relation.properties, 'title'),
        at: toEntityReference(catalogue.getEntity(relation.to)),
        relation: relation.id,
        lastSeen: textOf(relation.properties, 'lastSeen'),
      }),
    )
    .sort((a, b) => byName(a.at, b.at) || byName(a.person, b.person));
}

/** The sum of what is not left out, in yuan, and over how many projects it is. */
export function totalOf(projects: readonly ProjectRow[]): Total {
  const sums = projects.flatMap(({ investment, leftOut }) =>
    investment === undefined || leftOut !== undefined ? [] : [investment],
  );
  return { yuan: sums.reduce((total, sum) => total + sum, 0), counted: sums.length };
}

function placeOf(catalogue: Catalogue, id: string): EntityReference | undefined {
  const places = othersOf(catalogue, id, 'LOCATED_IN', 'out').map(toEntityReference);
  return places.find(({ type }) => type === 'Zone') ?? places[0];
}

/** The order in which rows of one kind are shown. */
export function byName(a: EntityReference, b: EntityReference): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}
