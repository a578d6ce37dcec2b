import type { GraphAnswer } from '../contract/graph.ts';
import type { RelationType } from '../model/relation.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook, Publication } from './catalogue.ts';
import { listOf, numberOf, textOf } from './properties.ts';
import { nameOf, typeOf } from './reference.ts';

/** The angle between neighbours of a sunflower, in radians: points at it never fall in line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Where each record stands in a list, by id. */
export function positionsOf(records: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(records.map(({ id }, index) => [id, index]));
}

/** Entities in columns. One that was never laid out gets the place on a spiral that its `rank`, from 0, gives. */
export function toNodeColumns(
  catalogue: Outlook,
  entities: readonly NodeRecord[],
  articleAt: ReadonlyMap<string, number>,
  rank: (entity: NodeRecord, index: number) => number,
): GraphAnswer['nodes'] {
  const places = entities.map((entity, index) => placeOf(entity, () => rank(entity, index)));
  return {
    id: entities.map(({ id }) => id),
    type: entities.map(typeOf),
    name: entities.map(nameOf),
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    degree: entities.map(({ id }) => catalogue.countRelationsOf(id)),
    pageRank: entities.map(({ properties }) => numberOf(properties, 'pageRank') ?? 0),
    stories: entities.map(({ properties }) => numberOf(properties, 'stories') ?? 0),
    confidence: entities.map(confidenceOf),
    community: entities.map(({ properties }) => numberOf(properties, 'community') ?? -1),
    investment: entities.map(({ properties }) => numberOf(properties, 'investment') ?? null),
    status: entities.map(({ properties }) => textOf(properties, 'status') ?? ''),
    articles: entities.map((entity) => articlesOf(entity, articleAt)),
  };
}

/** Relations in columns, without their ends. */
export function toEdgeColumns(
  relations: readonly RelationshipRecord[],
  articleAt: ReadonlyMap<string, number>,
): Omit<GraphAnswer['edges'], 'from' | 'to'> {
  return {
    id: relations.map(({ id }) => id),
    type: relations.map(({ type }) => type as RelationType),
    count: relations.map(({ properties }) => numberOf(properties, 'count') ?? 1),
    confidence: relations.map(confidenceOf),
    articles: relations.map((relation) => articlesOf(relation, articleAt)),
    since: relations.map(({ properties }) => textOf(properties, 'since') ?? ''),
    until: relations.map(({ properties }) => textOf(properties, 'until') ?? ''),
  };
}

/** What of articles filters need, in columns. */
export function toArticleColumns(articles: readonly Publication[]): GraphAnswer['articles'] {
  return {
    published: articles.map(({ published }) => published),
    outlet: articles.map(({ outlet }) => outlet),
  };
}

/** The dates that facts give, each entity's once. */
export function toEventColumns(catalogue: Outlook, entities: readonly NodeRecord[]): GraphAnswer['events'] {
  const events = entities.flatMap(({ id }, node) =>
    catalogue.factDatesOf(id).map((date) => ({ node, date })),
  );
  return { node: events.map(({ node }) => node), date: events.map(({ date }) => date) };
}

function articlesOf(
  { properties }: NodeRecord | RelationshipRecord,
  articleAt: ReadonlyMap<string, number>,
): number[] {
  return [...new Set(listOf(properties, 'articles').flatMap((id) => articleAt.get(id) ?? []))];
}

/** Three decimals, cut and not rounded up: else something would pass here for surer than a query tells. */
function confidenceOf({ properties }: NodeRecord | RelationshipRecord): number {
  return Math.floor((numberOf(properties, 'confidence') ?? 1) * 1000) / 1000;
}

function placeOf({ properties }: NodeRecord, rankOf: () => number): readonly [number, number] {
  const x = numberOf(properties, 'x');
  const y = numberOf(properties, 'y');
  if (x !== undefined && y !== undefined) return [round(x), round(y)];
  const rank = rankOf();
  const radius = 10 * Math.sqrt(rank + 1);
  return [round(radius * Math.cos(rank * GOLDEN_ANGLE)), round(radius * Math.sin(rank * GOLDEN_ANGLE))];
}

/** Two decimals are finer than a screen shows and halve the answer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
