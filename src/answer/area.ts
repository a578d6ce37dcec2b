import type {
  AreaAnswer,
  CompanyRow,
  EventRow,
  PostRow,
  ProjectRow,
  Statement,
} from '../contract/profile.ts';
import type { EntityReference } from '../contract/reference.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { type Catalogue, toArticleReference, toEntityReference, toSpan, typeOf } from './catalogue.ts';
import { toSentence } from './passage.ts';
import { known, numberOf, textOf } from './properties.ts';
import { leaveOut } from './sum.ts';

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
  const builders = of('Project').flatMap(({ id: project }) => others(catalogue, project, 'INVESTS_IN', 'in'));
  const firms = new Map([...of('Company'), ...builders].map((node) => [node.id, node]));
  const isIn = new Set([id, ...members.map((member) => member.id)]);
  const ends = (type: string, direction: 'in' | 'out') =>
    others(catalogue, id, type, direction).map(toEntityReference);
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

/** The sum of what is not left out, in yuan, and over how many projects it is. */
export function totalOf(projects: readonly ProjectRow[]): AreaAnswer['total'] {
  const counted = projects.filter(
    ({ investment, leftOut }) => investment !== undefined && leftOut === undefined,
  );
  return {
    yuan: counted.reduce((sum, { investment }) => sum + (investment ?? 0), 0),
    counted: counted.length,
  };
}

/** The entities at the other end of an entity's relations of a type. */
export function others(
  catalogue: Catalogue,
  id: string,
  type: string,
  direction: 'in' | 'out',
): NodeRecord[] {
  const relations = (catalogue.relationsOf.get(id) ?? []).filter(
    (relation) => relation.type === type && (direction === 'out' ? relation.from : relation.to) === id,
  );
  const ids = new Set(relations.map(({ from, to }) => (direction === 'out' ? to : from)));
  ids.delete(id);
  return [...ids].map((other) => catalogue.getEntity(other));
}

function inIndustry(catalogue: Catalogue, id: string): NodeRecord[] {
  return others(catalogue, id, 'IN_INDUSTRY', 'in');
}

/** Whatever lies in an area, or in something that does. */
function inside(catalogue: Catalogue, id: string): NodeRecord[] {
  const found = new Map<string, NodeRecord>();
  const queue = [id];
  for (const next of queue)
    for (const node of [
      ...others(catalogue, next, 'LOCATED_IN', 'in'),
      ...others(catalogue, next, 'PART_OF', 'in'),
    ])
      if (node.id !== id && !found.has(node.id)) {
        found.set(node.id, node);
        queue.push(node.id);
      }
  return [...found.values()];
}

function placeOf(catalogue: Catalogue, id: string): EntityReference | undefined {
  const places = others(catalogue, id, 'LOCATED_IN', 'out').map(toEntityReference);
  return places.find(({ type }) => type === 'Zone') ?? places[0];
}

/** A project as a row of a table. */
export function toProjectRow(catalogue: Catalogue, node: NodeRecord): ProjectRow {
  const investment = numberOf(node.properties, 'investment');
  const statements = toStatements(catalogue, node.id).filter(
    ({ name, value }) => name === 'investment' && value === investment,
  );
  return known({
    project: toEntityReference(node),
    status: textOf(node.properties, 'status'),
    investment,
    industries: others(catalogue, node.id, 'IN_INDUSTRY', 'out').map(toEntityReference),
    investors: others(catalogue, node.id, 'INVESTS_IN', 'in').map(toEntityReference),
    place: placeOf(catalogue, node.id),
    lastSeen: textOf(node.properties, 'lastSeen'),
    statement: statements[0],
  });
}

function toCompanyRow(catalogue: Catalogue, node: NodeRecord, isIn: ReadonlySet<string>): CompanyRow {
  return known({
    company: toEntityReference(node),
    projects: others(catalogue, node.id, 'INVESTS_IN', 'out')
      .filter(({ id }) => isIn.has(id))
      .map(toEntityReference),
    industries: others(catalogue, node.id, 'IN_INDUSTRY', 'out').map(toEntityReference),
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

/** What the articles state of an entity, each with its place; the newest first, those without a date last. */
export function toStatements(catalogue: Catalogue, id: string): Statement[] {
  const statements = (catalogue.factsOf.get(id) ?? []).flatMap(({ properties }): Statement[] => {
    const article = catalogue.findArticle(textOf(properties, 'article') ?? '');
    const { value } = properties;
    if (!article || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const reference = toArticleReference(article);
    const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
    return [
      known({
        ...span,
        name: textOf(properties, 'name') ?? '',
        value,
        date: textOf(properties, 'date') ?? reference.published,
        quote: textOf(properties, 'quote') ?? '',
        passage: toSentence(article, span),
        article: reference,
      }),
    ];
  });
  return statements.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

/** Dated statements about entities, the oldest first; what several articles say alike of a day counts once. */
export function toEvents(catalogue: Catalogue, members: readonly NodeRecord[]): EventRow[] {
  const seen = new Set<string>();
  return members
    .flatMap((node) =>
      toStatements(catalogue, node.id).flatMap((statement) => {
        const key = JSON.stringify([node.id, statement.name, statement.value, statement.date]);
        if (statement.date === undefined || statement.name === 'investment' || seen.has(key)) return [];
        seen.add(key);
        return [{ ...statement, about: toEntityReference(node) }];
      }),
    )
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}

function byName(a: EntityReference, b: EntityReference): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}
