import type { CompanyRow, PostRow, ProjectRow } from '../contract/profile.ts';
import type { EntityReference } from '../contract/reference.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { toIndicators } from './indicator.ts';
import { known, numberOf, textOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { toClaims, toStatements } from './statement.ts';
import { costOf } from './sum.ts';

/** The entities at the other end of an entity's relations of a type. */
export function othersOf(
  catalogue: Outlook,
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
export function toProjectRow(catalogue: Outlook, node: NodeRecord): ProjectRow {
  const investment = numberOf(node.properties, 'investment');
  const told = costOf(investment, toStatements(catalogue, node.id));
  return known({
    project: toEntityReference(node),
    status: textOf(node.properties, 'status'),
    investment,
    cost: told && known({ least: told.least, most: told.most, currency: told.currency }),
    industries: othersOf(catalogue, node.id, 'IN_INDUSTRY', 'out').map(toEntityReference),
    investors: othersOf(catalogue, node.id, 'INVESTS_IN', 'in').map(toEntityReference),
    place: placeOf(catalogue, node.id),
    lastSeen: textOf(node.properties, 'lastSeen'),
    statement: told?.statement,
    capacity: capacityOf(catalogue, node.id),
  });
}

/** Of a project only what a total is made of: no text is looked at. */
export function toSumRow(catalogue: Outlook, node: NodeRecord): ProjectRow {
  const investment = numberOf(node.properties, 'investment');
  const told = costOf(investment, toClaims(catalogue, node.id));
  return known({
    project: toEntityReference(node),
    investment,
    cost: told && known({ least: told.least, most: told.most, currency: told.currency }),
    industries: [],
    investors: othersOf(catalogue, node.id, 'INVESTS_IN', 'in').map(toEntityReference),
  });
}

/** What a project is to make, as the newest article says: 动力电池 20 GWh. */
function capacityOf(catalogue: Outlook, id: string): ProjectRow['capacity'] {
  const told = toIndicators(catalogue, id).filter(
    ({ name, value }) => name === 'capacity' && value !== undefined,
  );
  const days = told.map(({ article }) => article.published ?? '');
  const last = days.sort().at(-1);
  const newest = told.filter(({ article }) => (article.published ?? '') === last);
  return newest.length === 0
    ? undefined
    : newest.map(({ value = 0, unit, product, planned }) => known({ value, unit, product, planned }));
}

/** A company as a row of a table, with its projects among these. */
export function toCompanyRow(catalogue: Outlook, node: NodeRecord, isIn: ReadonlySet<string>): CompanyRow {
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
export function toPosts(catalogue: Outlook, isIn: ReadonlySet<string>): PostRow[] {
  return [...isIn]
    .flatMap((id) => catalogue.relationsOf(id).filter(({ type, to }) => type === 'HOLDS_POST' && to === id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((relation) => toPostRow(catalogue, relation))
    .sort((a, b) => byName(a.at, b.at) || byName(a.person, b.person));
}

/** A post as a row of a table. */
export function toPostRow(catalogue: Outlook, { id, from, to, properties }: RelationshipRecord): PostRow {
  const untilFrom = textOf(properties, 'untilFrom');
  return known({
    person: toEntityReference(catalogue.getEntity(from)),
    title: textOf(properties, 'title'),
    at: toEntityReference(catalogue.getEntity(to)),
    relation: id,
    since: textOf(properties, 'since'),
    until: textOf(properties, 'until'),
    untilFrom: untilFrom === 'said' || untilFrom === 'successor' ? untilFrom : undefined,
    firstSeen: textOf(properties, 'firstSeen'),
    lastSeen: textOf(properties, 'lastSeen'),
  });
}

function placeOf(catalogue: Outlook, id: string): EntityReference | undefined {
  const places = othersOf(catalogue, id, 'LOCATED_IN', 'out').map(toEntityReference);
  return places.find(({ type }) => type === 'Zone') ?? places[0];
}

/** The order in which rows of one kind are shown. */
export function byName(a: EntityReference, b: EntityReference): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}
