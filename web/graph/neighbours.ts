import { itemAt } from '../base/must.ts';
import type { Shown } from './filter.ts';
import { endsOf, type GraphIndex } from './graph-index.ts';

/** The drawn edges at a node. */
export function drawnEdgesOf({ edgesOf }: GraphIndex, shown: Shown, node: number): number[] {
  return itemAt(edgesOf, node).filter((edge) => shown.edges[edge]);
}

/** The drawn nodes beside a node, each once. */
export function neighboursOf(index: GraphIndex, shown: Shown, node: number): number[] {
  const edges = drawnEdgesOf(index, shown, node);
  const ends = new Set(edges.flatMap((edge) => endsOf(index.graph, edge)));
  ends.delete(node);
  return [...ends];
}

/** The drawn nodes that every one of these is tied to. */
export function commonNeighbours(index: GraphIndex, shown: Shown, nodes: readonly number[]): number[] {
  const tied = nodes.map((node) => new Set(neighboursOf(index, shown, node)));
  const [first, ...others] = tied;
  if (!first) return [];
  return [...first].filter((node) => others.every((other) => other.has(node)) && !nodes.includes(node));
}
