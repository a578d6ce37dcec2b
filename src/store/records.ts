import type { NodeRecord, Properties, RelationshipRecord } from '../model/snapshot.ts';
import type { QueryValue } from './store.ts';

/** The rows of `read/nodes` as records, sorted by id. */
export function toNodes(rows: Iterable<Row>): NodeRecord[] {
  return byId(Array.from(rows, toNode));
}

/** The rows of `read/relationships` as records, sorted by id. */
export function toRelationships(rows: Iterable<Row>): RelationshipRecord[] {
  return byId(Array.from(rows, toRelationship));
}

export type Row = readonly QueryValue[];
export type Rows = readonly Row[];

/** A row of id, labels and properties. */
export function toNode([id, labels, properties]: Row): NodeRecord {
  return { id: String(id), labels: [...(labels as string[])].sort(), properties: toProperties(properties) };
}

/** A row of id, type, ends and properties. */
export function toRelationship([id, type, from, to, properties]: Row): RelationshipRecord {
  return {
    id: String(id),
    type: String(type),
    from: String(from),
    to: String(to),
    properties: toProperties(properties),
  };
}

/** Sorted by name, without the id, which a record has apart, and what a projection did not find. */
function toProperties(value: QueryValue | undefined): Properties {
  const properties = value as Readonly<Record<string, QueryValue>>;
  const names = Object.keys(properties).filter((name) => name !== 'id' && properties[name] !== null);
  return Object.fromEntries(names.sort().map((name) => [name, properties[name]])) as Properties;
}

export function byId<T extends { readonly id: string }>(records: T[]): T[] {
  return records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
