import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';

/** The graph as JSON Lines, one for each record, nodes first: a whole graph may be longer than a string can be. */
export function* writeJsonLines({
  nodes,
  relationships,
}: {
  readonly nodes: Iterable<NodeRecord>;
  readonly relationships: Iterable<RelationshipRecord>;
}): Generator<string> {
  for (const record of nodes) yield `${JSON.stringify(record)}\n`;
  for (const record of relationships) yield `${JSON.stringify(record)}\n`;
}
