import type { Counts } from '../../contract/graph.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import { toNode, toNodes, toRelationship, toRelationships } from '../../store/records.ts';
import type { Catalogue, Publication } from '../catalogue.ts';
import { byKey, byKeys, byKeysOnDay, type Look } from './look.ts';
import { MANY, toCommunities, toCounts, toDated, toDates, toIds, toPublications } from './looks.ts';

/** Where to look for what was known on a day: records come as they are now. */

const from = (name: string): string => `read/neo4j/${name}`;

/** A post, and whether both of its ends were known too. */
export interface KnownPost {
  readonly post: RelationshipRecord;
  readonly isTied: boolean;
}

/** When an article was published, and of which story it is. */
export const BRIEF = byKeys<NodeRecord | undefined>(
  from('articles-in-brief'),
  ([row]) => row && toNode(row),
  undefined,
);

/** By day and id. */
export const RELATIONS_OF = byKeysOnDay<readonly RelationshipRecord[]>(
  from('relations-of-by-day'),
  toRelationships,
  [],
);
/** Posts apart. */
export const TIE_COUNT = byKeysOnDay(from('tie-counts-by-day'), ([row]) => Number(row?.[0] ?? 0), 0);
export const POSTS_AT = byKeysOnDay<readonly RelationshipRecord[]>(
  from('posts-at-by-day'),
  toRelationships,
  [],
);
export const FACT_DATES = byKeysOnDay<readonly string[]>(from('fact-dates-by-day'), toDates, []);

/** By day. */
export const COUNTS = onlyDay<Counts>('counts-by-day', toCounts, MANY);
export const DATED = onlyDay<Catalogue['dated']>('dated-by-day', toDated, { count: 0 });
export const COMMUNITIES = onlyDay<ReadonlyMap<number, number>>(
  'communities-by-day',
  toCommunities,
  new Map(),
);
export const PUBLICATIONS = onlyDay<readonly Publication[]>('publications-by-day', toPublications, []);
export const POSTS = onlyDay<readonly KnownPost[]>(
  'posts-by-day',
  (rows) =>
    rows
      .map((row) => ({ post: toRelationship(row), isTied: row[5] === true }))
      .sort((a, b) => (a.post.id < b.post.id ? -1 : 1)),
  [],
);

/** By day and type as JSON. */
export const ENTITIES = byKey<readonly NodeRecord[]>(
  (key) => {
    const { day, type } = JSON.parse(key) as { readonly day: string; readonly type: string | null };
    return [{ statement: from('entities-by-day'), parameters: { day, type } }];
  },
  ([rows = []]) => toNodes(rows),
  [],
);

/** By day and the ids of entities as JSON. */
export const RELATIONS_BETWEEN = byKey<readonly RelationshipRecord[]>(
  (key) => {
    const parameters = JSON.parse(key) as { readonly day: string; readonly ids: readonly string[] };
    return [{ statement: from('relations-between-by-day'), parameters: { ...parameters } }];
  },
  ([rows = []]) => toRelationships(rows),
  [],
);

/** By day, the posts that are not in force and the seats of communities as JSON. */
export const HEAVIEST = byKey<readonly string[]>(
  (key) => [{ statement: from('heaviest-by-day'), parameters: JSON.parse(key) as Record<string, string> }],
  ([rows = []]) => toIds(rows),
  [],
);

function onlyDay<T>(statement: string, toValue: Parameters<typeof byKeys<T>>[1], nothing: T): Look<T> {
  return byKey(
    (day) => [{ statement: from(statement), parameters: { day } }],
    ([rows = []]) => toValue(rows),
    nothing,
  );
}
