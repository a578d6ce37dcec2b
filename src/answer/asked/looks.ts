import type { Counts } from '../../contract/graph.ts';
import { LEAST } from '../../model/certainty.ts';
import type { EntityType } from '../../model/entity.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import {
  byId,
  type Row,
  type Rows,
  toNode,
  toNodes,
  toRelationship,
  toRelationships,
} from '../../store/records.ts';
import type { Question } from '../../store/store.ts';
import type { Catalogue, DoubtfulPage, PageOf, PageWish, Publication, ToldOf } from '../catalogue.ts';
import { known } from '../properties.ts';
import { byKey, byKeys, type Look, one } from './look.ts';

/** Where to look for what a catalogue gives: articles come without their text, relations without places, quotes and rules. */

type Nodes = readonly NodeRecord[];
type Relations = readonly RelationshipRecord[];

const NONE: readonly never[] = [];
const from = (name: string): string => `read/neo4j/${name}`;

export const NODE = byKeys<NodeRecord | undefined>(
  from('nodes-by-id'),
  ([row]) => row && toNode(row),
  undefined,
);
export const TEXT = byKeys(from('texts'), ([row]) => String(row?.[0] ?? ''), '');
export const RELATION = byKeys<RelationshipRecord | undefined>(
  from('relations-by-id'),
  ([row]) => row && toRelationship(row),
  undefined,
);
export const RELATIONS_OF = byKeys<Relations>(from('relations-of'), toRelationships, NONE);
export const RELATION_COUNT = byKeys(from('relation-counts'), ([row]) => Number(row?.[0] ?? 0), 0);
/** In the order of what ties them to the entity. */
export const FACTS_OF = byKeys<Nodes>(
  from('facts-of'),
  (rows) =>
    byId(rows.map(([link, ...row]) => ({ id: String(link), fact: toNode(row) }))).map(({ fact }) => fact),
  NONE,
);
export const FACT_DATES = byKeys<readonly string[]>(from('fact-dates'), toDates, NONE);
export const MENTIONS_OF = byKeys<Relations>(from('mentions-of'), toMentions, NONE);
export const NAMES_IN = byKeys<Relations>(from('names-in'), toMentions, NONE);
export const STORY = byKeys<Nodes>(from('stories'), toNodes, NONE);

/** Before anybody has counted: a graph that may be large is not to be read as a small one is. */
export const MANY: Counts = { entities: Infinity, relations: Infinity, articles: Infinity };
export const COUNTS = one<Counts>(from('graph-counts'), toCounts, MANY);
export const DATED = one<Catalogue['dated']>(from('dated'), toDated, { count: 0 });
export const TYPES = one<ReadonlyMap<EntityType, number>>(
  from('types'),
  (rows) => new Map(rows.map(([type, count]) => [String(type) as EntityType, Number(count)])),
  new Map(),
);
export const COMMUNITIES = one<ReadonlyMap<number, number>>(from('communities'), toCommunities, new Map());
export const ENTITIES = one<Nodes>(from('entities'), toNodes, NONE);
export const RELATIONS = one<Relations>(from('relations'), toRelationships, NONE);
export const PUBLICATIONS = one<readonly Publication[]>(from('publications'), toPublications, NONE);

export const ENTITIES_OF = byKey<Nodes>(
  (type) => [{ statement: from('entities-of-type'), parameters: { type } }],
  ([rows = []]) => toNodes(rows),
  NONE,
);
export const RELATIONS_THAT_ARE = byKey<Relations>(
  (type) => [{ statement: from('relations-of-type'), parameters: { type } }],
  ([rows = []]) => toRelationships(rows),
  NONE,
);
/** By the ids of entities as JSON. */
export const RELATIONS_BETWEEN = byKey<Relations>(
  (key) => [{ statement: from('relations-between'), parameters: { ids: JSON.parse(key) as string[] } }],
  ([rows = []]) => toRelationships(rows),
  NONE,
);
/** By the seats of communities, as JSON. */
export const HEAVIEST = byKey<readonly string[]>(
  (key) => {
    const seats = (JSON.parse(key) as [number, number][]).map(([community, many]) => ({
      community,
      seats: many,
    }));
    return [{ statement: from('heaviest'), parameters: { seats } }];
  },
  ([rows = []]) => toIds(rows),
  NONE,
);

/** Pages, by the wish as JSON. */
export const PAGE_OF_ENTITIES = pages(
  'entities',
  { statement: 'count-of-label', parameter: 'label' },
  toNodes,
);
export const PAGE_OF_RELATIONS = pages(
  'relations',
  { statement: 'count-of-type', parameter: 'type' },
  toRelationships,
);
export const PAGE_OF_ARTICLES = pages('articles', undefined, toNodes);

/** By limit and offset as JSON. */
export const DOUBTFUL = byKey<DoubtfulPage>(
  (key) => {
    const { likely } = LEAST;
    const { limit, offset } = JSON.parse(key) as { readonly limit: number; readonly offset: number };
    return [
      { statement: from('page-of-doubtful'), parameters: { likely, limit, offset } },
      { statement: from('count-doubtful'), parameters: { likely } },
    ];
  },
  ([rows = [], [counted = []] = []]) => ({
    rows: rows.map(([relation, change]) => ({ relation: String(relation), change: Number(change) })),
    total: Number(counted[0] ?? 0),
  }),
  { rows: [], total: 0 },
);

/** By the ids of articles as JSON. */
export const TOLD_BY = byKey<ToldOf>(
  (key) => {
    const parameters = { articles: JSON.parse(key) as string[] };
    return [
      { statement: from('entities-told-by'), parameters },
      { statement: from('relations-told-by'), parameters },
    ];
  },
  ([entities = [], relations = []]) => ({
    entities: toIds(entities).sort(),
    relations: toIds(relations).sort(),
  }),
  { entities: [], relations: [] },
);

function toMentions(rows: Rows): RelationshipRecord[] {
  return byId(
    rows.map(([id, article, entity, spans]) =>
      toRelationship([String(id), 'MENTIONS', String(article), String(entity), { spans: spans ?? [] }]),
    ),
  );
}

export function toIds(rows: Rows): string[] {
  return rows.map(([id]) => String(id));
}

export function toDates(rows: Rows): readonly string[] {
  return rows.flatMap(([date]) => (date === '' ? [] : String(date))).sort();
}

export function toCounts([row = []]: Rows): Counts {
  const [entities = 0, relations = 0, articles = 0] = row.map(Number);
  return { entities, relations, articles };
}

export function toDated([row = []]: Rows): Catalogue['dated'] {
  const [count, first, last] = row;
  return known({ count: Number(count ?? 0), first: textIn(first), last: textIn(last) }) as Catalogue['dated'];
}

export function toCommunities(rows: Rows): ReadonlyMap<number, number> {
  return new Map(rows.map(([community, count]) => [Number(community), Number(count)]));
}

export function toPublications(rows: Rows): readonly Publication[] {
  const publications = rows.map(([id, published, outlet]) => ({
    id: String(id),
    published: textIn(published) ?? '',
    outlet: textIn(outlet) ?? '',
  }));
  return byId(publications);
}

function textIn(value: Row[number] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The page of a list, with how many there are of the type, or in all. */
function pages<T extends { readonly id: string }>(
  list: 'entities' | 'relations' | 'articles',
  ofType: { readonly statement: string; readonly parameter: string } | undefined,
  toRecords: (rows: Rows) => T[],
): Look<PageOf<T>> {
  return byKey(
    (key) => {
      const { limit, after = '', type } = JSON.parse(key) as PageWish;
      // One more than is shown tells whether there is a next page.
      const parameters = { after, limit: limit + 1, ...(ofType ? { type: type ?? null } : {}) };
      const count: Question =
        ofType === undefined || type === undefined
          ? { statement: from('graph-counts') }
          : { statement: from(ofType.statement), parameters: { [ofType.parameter]: type } };
      return [{ statement: from(`page-of-${list}`), parameters }, count];
    },
    ([rows = [], [counts = []] = []], key) => {
      const { limit } = JSON.parse(key) as PageWish;
      const records = toRecords(rows);
      const total = Number(counts[counts.length === 1 ? 0 : LISTS.indexOf(list)]);
      return { records: records.slice(0, limit), total, isMore: records.length > limit };
    },
    { records: [], total: 0, isMore: false },
  );
}

/** The columns of `graph-counts`. */
const LISTS = ['entities', 'relations', 'articles'];
