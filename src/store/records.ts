import type { NodeRecord, Properties, RelationshipRecord } from '../model/snapshot.ts';
import type { QueryValue } from './store.ts';
import { sortKeys } from './value.ts';

/** The rows of `read/nodes` as records, sorted by id. */
export function toNodes(rows: readonly (readonly QueryValue[])[]): NodeRecord[] {
  return byId(
    rows.map(([id, labels, properties]) => ({
      id: String(id),
      labels: [...(labels as string[])].sort(),
      properties: withoutId(properties),
    })),
  );
}

/** The rows of `read/relationships` as records, sorted by id. */
export function toRelationships(rows: readonly (readonly QueryValue[])[]): RelationshipRecord[] {
  return byId(
    rows.map(([id, type, from, to, properties]) => ({
      id: String(id),
      type: String(type),
      from: String(from),
      to: String(to),
      properties: withoutId(properties),
    })),
  );
}

function withoutId(properties: QueryValue | undefined): Properties {
  const { id: _, ...rest } = properties as Properties;
  return sortKeys(rest);
}

function byId<T extends { readonly id: string }>(records: T[]): T[] {
  return records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
