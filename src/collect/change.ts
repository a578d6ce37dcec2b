import type { Change, NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';

/** A record as it was and as it is; absent where it was not there. */
export interface Turned<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** What a store has to write where records turned. `complete` gives a node what is derived. */
export function toChange(
  nodes: readonly Turned<NodeRecord>[],
  relationships: readonly Turned<RelationshipRecord>[],
  complete: (node: NodeRecord) => NodeRecord,
): Change {
  return {
    upsertNodes: nodes.flatMap(({ after }) => (after === undefined ? [] : [complete(after)])),
    upsertRelationships: relationships.flatMap(({ after }) => after ?? []),
    deleteNodes: nodes.flatMap(({ before, after }) =>
      before === undefined || after !== undefined ? [] : [{ id: before.id, labels: before.labels }],
    ),
    deleteRelationships: relationships.flatMap(({ before, after }) =>
      before === undefined || after !== undefined
        ? []
        : [{ id: before.id, type: before.type, from: before.from }],
    ),
  };
}

/** The records that turned, as they were. */
export function formerOf(
  nodes: readonly Turned<NodeRecord>[],
  relationships: readonly Turned<RelationshipRecord>[],
  complete: (node: NodeRecord) => NodeRecord,
): Snapshot {
  return {
    nodes: nodes.flatMap(({ before }) => (before === undefined ? [] : [complete(before)])),
    relationships: relationships.flatMap(({ before }) => before ?? []),
  };
}

/** The records that a change replaced or took away. */
export function replacedBy(before: Snapshot, change: Change): Snapshot {
  const touched = new Set(Object.values(change).flatMap((list) => list.map(({ id }: { id: string }) => id)));
  return {
    nodes: before.nodes.filter(({ id }) => touched.has(id)),
    relationships: before.relationships.filter(({ id }) => touched.has(id)),
  };
}
