import type { GraphAnswer } from '../../src/contract/graph.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';

/** A graph with what drawing it needs again and again; made once for each version. Nodes and edges are positions. */
export interface GraphIndex {
  readonly graph: GraphAnswer;
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly edgeOf: ReadonlyMap<string, number>;
  readonly edgesOf: readonly (readonly number[])[];
  /** How far an edge bends: 0 is straight; edges between the same two nodes fan out. */
  readonly bends: readonly number[];
}

/** Some nodes and edges of a graph, by positions. */
export interface Subgraph {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** Index a graph. @throws {MissingError} when an edge ends at a node that is not there. */
export function toGraphIndex(graph: GraphAnswer): GraphIndex {
  const edgesOf: number[][] = graph.nodes.id.map(() => []);
  const pairs = new Map<number, number[]>();
  const count = graph.nodes.id.length;
  graph.edges.id.forEach((_, edge) => {
    const [from, to] = endsOf(graph, edge);
    itemAt(edgesOf, from).push(edge);
    if (to !== from) itemAt(edgesOf, to).push(edge);
    const pair = Math.min(from, to) * count + Math.max(from, to);
    const edges = pairs.get(pair);
    if (edges) edges.push(edge);
    else pairs.set(pair, [edge]);
  });
  const bends = graph.edges.id.map(() => 0);
  for (const edges of pairs.values()) {
    if (edges.length === 1) continue;
    edges.forEach((edge, index) => {
      const [from, to] = endsOf(graph, edge);
      const offset = (index - (edges.length - 1) / 2) * 0.28;
      bends[edge] = from < to ? offset : -offset;
    });
  }
  return { graph, nodeOf: positions(graph.nodes.id), edgeOf: positions(graph.edges.id), edgesOf, bends };
}

/** The index of a graph, made when it is first asked for. Two are kept: the next one is made while the last is still drawn. */
export const indexOf = memo(toGraphIndex, 2);

function positions(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

/** Where an edge starts and where it ends. */
export function endsOf({ edges }: GraphAnswer, edge: number): readonly [number, number] {
  return [itemAt(edges.from, edge), itemAt(edges.to, edge)];
}
