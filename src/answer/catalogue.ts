import type { ArticleReference, EntityReference, LitName } from '../contract/reference.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { isRelationType } from '../model/schema.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import { listOf, textOf } from './properties.ts';

const ENTITY_TYPE_SET: ReadonlySet<string> = new Set(ENTITY_TYPES);

/** A snapshot, indexed for the questions of the HTTP interface. Built once for each version of the graph. */
export interface Catalogue {
  readonly snapshot: Snapshot;
  /** Entities and the relations between them, each sorted by id. */
  readonly entities: readonly NodeRecord[];
  readonly relations: readonly RelationshipRecord[];
  readonly articles: readonly NodeRecord[];
  /** The relations of an entity; a loop once. */
  readonly relationsOf: ReadonlyMap<string, readonly RelationshipRecord[]>;
  readonly factsOf: ReadonlyMap<string, readonly NodeRecord[]>;
  /** The names in an article, in text order. */
  readonly namesIn: ReadonlyMap<string, readonly LitName[]>;
  /** The articles that name an entity, with where. */
  readonly mentionsOf: ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>;
  /** @throws {YuantuError} NOT_FOUND */
  getEntity(id: string): NodeRecord;
  /** @throws {YuantuError} NOT_FOUND */
  getRelation(id: string): RelationshipRecord;
  /** @throws {YuantuError} NOT_FOUND */
  getArticle(id: string): NodeRecord;
  findArticle(id: string): NodeRecord | undefined;
  findNode(id: string): NodeRecord | undefined;
}

/** The entity type of a node: its property, or the label that is a type. */
export function typeOf(node: NodeRecord): EntityType {
  const type = textOf(node.properties, 'type') ?? node.labels.find((label) => ENTITY_TYPE_SET.has(label));
  return type as EntityType;
}

export function nameOf(node: NodeRecord): string {
  return textOf(node.properties, 'name') ?? node.id;
}

export function toEntityReference(node: NodeRecord): EntityReference {
  return { id: node.id, type: typeOf(node), name: nameOf(node) };
}

export function toArticleReference(node: NodeRecord): ArticleReference {
  const reference: Record<string, string> = { id: node.id };
  for (const key of ['title', 'outlet', 'published', 'url']) {
    const value = textOf(node.properties, key);
    if (value !== undefined) reference[key] = value;
  }
  return reference as unknown as ArticleReference;
}

/** A span as the graph writes it, such as `300-360`; undefined when it is none. */
export function toSpan(written: string | undefined): Span | undefined {
  const match = /^(\d+)-(\d+)$/.exec(written ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

/** Index a snapshot. */
export function toCatalogue(snapshot: Snapshot): Catalogue {
  const nodes = new Map(snapshot.nodes.map((node) => [node.id, node]));
  const entities = snapshot.nodes.filter(({ labels }) => labels.includes('Entity'));
  const articles = snapshot.nodes.filter(({ labels }) => labels.includes('Article'));
  const isEntity = (id: string) => nodes.get(id)?.labels.includes('Entity') ?? false;
  const relations = snapshot.relationships.filter(
    ({ type, from, to }) => isRelationType(type) && isEntity(from) && isEntity(to),
  );
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));

  const relationsOf = new Map<string, RelationshipRecord[]>();
  for (const relation of relations) {
    for (const end of new Set([relation.from, relation.to])) push(relationsOf, end, relation);
  }

  const factsOf = new Map<string, NodeRecord[]>();
  const namesIn = new Map<string, LitName[]>();
  const mentionsOf = new Map<string, Map<string, readonly Span[]>>();
  for (const { type, from, to, properties } of snapshot.relationships) {
    const target = nodes.get(to);
    if (!target) continue;
    if (type === 'HAS_FACT') push(factsOf, from, target);
    if (type !== 'MENTIONS') continue;
    const spans = listOf(properties, 'spans').flatMap((written) => toSpan(written) ?? []);
    const entity = toEntityReference(target);
    for (const span of spans) push(namesIn, from, { ...span, entity });
    const places = mentionsOf.get(to) ?? new Map<string, readonly Span[]>();
    mentionsOf.set(to, places.set(from, spans));
  }
  for (const [article, names] of namesIn) namesIn.set(article, withoutInner(names));

  const get = (id: string, label: string): NodeRecord => {
    const node = nodes.get(id);
    if (!node?.labels.includes(label)) throw new YuantuError('NOT_FOUND', `no ${label} has the id ${id}`);
    return node;
  };
  return {
    snapshot,
    entities,
    relations,
    articles,
    relationsOf,
    factsOf,
    namesIn,
    mentionsOf,
    getEntity: (id) => get(id, 'Entity'),
    getArticle: (id) => get(id, 'Article'),
    findArticle: (id) => nodes.get(id),
    findNode: (id) => nodes.get(id),
    getRelation: (id) => {
      const relation = relationById.get(id);
      if (!relation) throw new YuantuError('NOT_FOUND', `no relation has the id ${id}`);
      return relation;
    },
  };
}

/** The names in text order, without those inside a longer name of the same entity. */
function withoutInner(names: readonly LitName[]): LitName[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  const reach = new Map<string, number>();
  return sorted.filter(({ end, entity }) => {
    const isInner = end <= (reach.get(entity.id) ?? -1);
    if (!isInner) reach.set(entity.id, end);
    return !isInner;
  });
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
