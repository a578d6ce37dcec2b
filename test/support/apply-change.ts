import type { Change, Snapshot } from '../../src/model/snapshot.ts';

/** A snapshot with a change done to it, as a store does it. */
export function applyChange({ nodes, relationships }: Snapshot, change: Change): Snapshot {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const relationshipsById = new Map(relationships.map((one) => [one.id, one]));
  for (const { id } of change.deleteRelationships) relationshipsById.delete(id);
  for (const { id } of change.deleteNodes) byId.delete(id);
  for (const node of change.upsertNodes) byId.set(node.id, node);
  for (const one of change.upsertRelationships) relationshipsById.set(one.id, one);
  const sorted = <T extends { readonly id: string }>(records: Iterable<T>) =>
    [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { nodes: sorted(byId.values()), relationships: sorted(relationshipsById.values()) };
}
