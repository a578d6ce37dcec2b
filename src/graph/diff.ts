import type { Change, NodeRecord, PropertyValue, RelationshipRecord, Snapshot } from '../model/snapshot.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * What turns `before` into `after`. Equal graphs give an empty change; applying it to `after` changes nothing.
 *
 * A relationship whose type or ends changed under the same id is deleted and written anew.
 *
 * @param mistyped ids of records of `before` whose numbers are held in another kind than the schema says: they are written anew.
 */
export function diffSnapshots(
  before: Snapshot,
  after: Snapshot,
  mistyped: ReadonlySet<string> = NONE,
): Change {
  const oldNodes = new Map(before.nodes.map((node) => [node.id, node]));
  const oldRelationships = new Map(before.relationships.map((one) => [one.id, one]));
  const nodeIds = new Set(after.nodes.map((node) => node.id));
  const kept = new Set(
    after.relationships.filter((one) => sameEnds(oldRelationships.get(one.id), one)).map((one) => one.id),
  );
  return {
    upsertNodes: after.nodes.filter(
      (node) => mistyped.has(node.id) || !sameNode(oldNodes.get(node.id), node),
    ),
    upsertRelationships: after.relationships.filter((one) => {
      const old = oldRelationships.get(one.id);
      return !kept.has(one.id) || mistyped.has(one.id) || old === undefined || !sameProperties(old, one);
    }),
    deleteNodes: before.nodes
      .filter((node) => !nodeIds.has(node.id))
      .map(({ id, labels }) => ({ id, labels })),
    deleteRelationships: before.relationships
      .filter((one) => !kept.has(one.id))
      .map(({ id, type, from }) => ({ id, type, from })),
  };
}

/** Whether a change writes nothing. */
export function isEmptyChange(change: Change): boolean {
  return Object.values(change).every((list) => list.length === 0);
}

/** Whether two records of one id say the same. */
export function isSameRecord(
  a: NodeRecord | RelationshipRecord,
  b: NodeRecord | RelationshipRecord,
): boolean {
  if (a === b) return true;
  const fits =
    'from' in a ? 'from' in b && sameEnds(a, b) : 'labels' in b && a.labels.join() === b.labels.join();
  return fits && sameProperties(a, b);
}

function sameNode(old: NodeRecord | undefined, node: NodeRecord): boolean {
  return old !== undefined && old.labels.join() === node.labels.join() && sameProperties(old, node);
}

function sameEnds(old: RelationshipRecord | undefined, one: RelationshipRecord): boolean {
  return old !== undefined && old.type === one.type && old.from === one.from && old.to === one.to;
}

function sameProperties(a: NodeRecord | RelationshipRecord, b: NodeRecord | RelationshipRecord): boolean {
  const keys = Object.keys(a.properties);
  return (
    keys.length === Object.keys(b.properties).length &&
    keys.every((key) => sameValue(a.properties[key], b.properties[key]))
  );
}

function sameValue(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  return (
    a === b ||
    (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]))
  );
}
