import { MultiDirectedGraph } from 'graphology';
import type {
  NodeRecord,
  Properties,
  PropertyValue,
  RelationshipRecord,
  Snapshot,
} from '../../model/snapshot.ts';
import { compareText } from './locate.ts';

/** A node of the graph in memory. */
export interface NodeAttributes {
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** An edge of the graph in memory. */
export interface EdgeAttributes {
  readonly type: string;
  readonly properties: Properties;
}

export type Graph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The properties that are known, sorted by name so that equal ones are equal JSON. */
export function known(properties: Readonly<Record<string, PropertyValue | undefined>>): Properties {
  const sorted: Record<string, PropertyValue> = {};
  for (const name of Object.keys(properties).sort()) {
    const value = properties[name];
    if (value !== undefined && value !== '') sorted[name] = value;
  }
  return sorted;
}

/** Nodes and relationships by id, each once. */
export function sortById({ nodes, relationships }: Snapshot): Snapshot {
  const sorted = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
    [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) =>
      compareText(a.id, b.id),
    );
  return { nodes: sorted(nodes), relationships: sorted(relationships) };
}

/** A snapshot from outside in the order that one of ours has: records by id, properties by name. */
export function sortSnapshot(snapshot: Snapshot): Snapshot {
  const tidy = <T extends NodeRecord | RelationshipRecord>(record: T): T => ({
    ...record,
    properties: known(record.properties),
  });
  const { nodes, relationships } = sortById(snapshot);
  return { nodes: nodes.map(tidy), relationships: relationships.map(tidy) };
}

/**
 * A snapshot as a directed multigraph, keys being ids.
 *
 * @throws {Error} when a relationship lacks an end, as graphology says.
 */
export function toGraph(snapshot: Snapshot): Graph {
  const graph: Graph = new MultiDirectedGraph();
  for (const { id, labels, properties } of snapshot.nodes) graph.addNode(id, { labels, properties });
  for (const { id, type, from, to, properties } of snapshot.relationships)
    graph.addDirectedEdgeWithKey(id, from, to, { type, properties });
  return graph;
}

/** The snapshot that `toGraph` made the graph of. */
export function fromGraph(graph: Graph): Snapshot {
  const nodes = graph.mapNodes((id, { labels, properties }) => ({ id, labels, properties }));
  const relationships = graph.mapDirectedEdges((id, { type, properties }, from, to) => ({
    id,
    type,
    from,
    to,
    properties,
  }));
  return sortById({ nodes, relationships });
}

/** The entities and the relations among them, without articles and facts: what is drawn and exported. */
export function entityPart({ nodes, relationships }: Snapshot): Snapshot {
  const entities = nodes.filter((node) => node.labels.includes('Entity'));
  const ids = new Set(entities.map((node) => node.id));
  return {
    nodes: entities,
    relationships: relationships.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
