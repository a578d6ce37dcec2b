import type { EntityAnswer, FactRow, RelationRow } from '../contract/entity.ts';
import type { ArticleMentions } from '../contract/reference.ts';
import { isMeasure } from '../model/indicator.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import { DERIVED } from '../model/schema.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { toIndicators } from './indicator.ts';
import { byDate, toPassages, toSentence } from './passage.ts';
import { known, listOf, numberOf, textOf } from './properties.ts';
import { nameOf, toArticleReference, toEntityReference, toSpan, typeOf } from './reference.ts';
import { statedOf } from './statement.ts';
import { toRanges } from './value-range.ts';

/** Properties that have a field of their own in the answer, or that only the drawing needs: the page rank tells something. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  ...['id', 'type', 'name', 'aliases'],
  ...[...DERIVED].filter((name) => name !== 'pageRank'),
]);

/**
 * An entity with its facts, how far they are apart, its relations and its mentions in context.
 *
 * Relations stand in the order of RELATION_TYPES, the best supported first; articles by date.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toEntityAnswer(catalogue: Outlook, id: string): EntityAnswer {
  const node = catalogue.getEntity(id);
  const relations = catalogue.relationsOf(id).map((relation) => toRow(catalogue, relation, id));
  const facts = catalogue.factsOf(id).flatMap((fact) => toFactRow(catalogue, fact) ?? []);
  return {
    ...toEntityReference(node),
    aliases: listOf(node.properties, 'aliases'),
    degree: relations.length,
    properties: withoutOwnFields(node.properties),
    facts,
    ranges: toRanges(facts),
    indicators: toIndicators(catalogue, id),
    relations: relations.sort(compareRows),
    mentions: toMentions(catalogue, id),
  };
}

function withoutOwnFields(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !OWN_FIELDS.has(name)));
}

function toRow(catalogue: Outlook, relation: RelationshipRecord, id: string): RelationRow {
  const { properties } = relation;
  const direction = relation.from === id ? 'out' : 'in';
  return known({
    id: relation.id,
    type: relation.type as RelationRow['type'],
    direction: direction as RelationRow['direction'],
    other: toEntityReference(catalogue.getEntity(direction === 'out' ? relation.to : relation.from)),
    title: textOf(properties, 'title'),
    count: numberOf(properties, 'count') ?? listOf(properties, 'quotes').length,
    confidence: numberOf(properties, 'confidence'),
    origin: textOf(properties, 'origin'),
  });
}

function compareRows(a: RelationRow, b: RelationRow): number {
  const order = RELATION_TYPES.indexOf(a.type) - RELATION_TYPES.indexOf(b.type);
  if (order !== 0) return order;
  if (a.direction !== b.direction) return a.direction === 'out' ? -1 : 1;
  return b.count - a.count || (a.other.name < b.other.name ? -1 : 1);
}

/** A fact with its article; a figure has a row of its own, and one whose article is gone none. */
function toFactRow(catalogue: Outlook, { id, properties }: NodeRecord): FactRow | undefined {
  const article = catalogue.findNode(textOf(properties, 'article'));
  const stated = statedOf(properties);
  if (!article || stated === undefined || isMeasure(textOf(properties, 'name') ?? '')) return undefined;
  const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
  return known({
    id,
    ...span,
    name: textOf(properties, 'name') ?? '',
    ...stated,
    date: textOf(properties, 'date'),
    quote: textOf(properties, 'quote') ?? '',
    passage: toSentence(article, span),
    rule: textOf(properties, 'rule') ?? '',
    confidence: numberOf(properties, 'confidence'),
    article: toArticleReference(article),
  });
}

/** The sentences that name an entity, article by article in the order of their dates. */
export function toMentions(catalogue: Outlook, id: string): ArticleMentions[] {
  const places = catalogue.mentionsOf(id);
  return [...places.keys()]
    .flatMap((article) => catalogue.findNode(article) ?? [])
    .sort(byDate)
    .map((article) => {
      const spans = places.get(article.id) ?? [];
      const passages = toPassages(article, spans, catalogue.namesOf(id, article.id));
      return { article: toArticleReference(article), count: spans.length, passages };
    });
}

/** The name of the place that an entity is in, directly; undefined when nothing says so. */
export function findPlaceName(catalogue: Outlook, id: string): string | undefined {
  const relations = catalogue.relationsOf(id);
  const located = relations.filter(({ type, from }) => type === 'LOCATED_IN' && from === id);
  const ends = located.map(({ to }) => catalogue.getEntity(to));
  const place = ends.find((end) => typeOf(end) === 'Place') ?? ends[0];
  return place && nameOf(place);
}
