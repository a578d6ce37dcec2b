import type { GraphView } from '../../src/model/view.ts';

/** A graph with what drawing it needs again and again; made once for each version. Nodes and edges are positions. */
export interface GraphIndex {
  readonly graph: GraphView;
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly edgeOf: ReadonlyMap<string, number>;
  readonly edgesOf: readonly (readonly number[])[];
  /** How far an edge bends: 0 is straight; edges between the same two nodes fan out. */
  readonly bends: readonly number[];
}

export function toGraphIndex(graph: GraphView): GraphIndex {
  const edgesOf: number[][] = graph.nodes.id.map(() => []);
  const pairs = new Map<number, number[]>();
  const count = graph.nodes.id.length;
  graph.edges.id.forEach((_, edge) => {
    const [from, to] = endsOf(graph, edge);
    edgesOf[from]?.push(edge);
    if (to !== from) edgesOf[to]?.push(edge);
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

const indices = new WeakMap<GraphView, GraphIndex>();

/** The index of a graph, made when it is first asked for. */
export function indexOf(graph: GraphView): GraphIndex {
  const index = indices.get(graph) ?? toGraphIndex(graph);
  indices.set(graph, index);
  return index;
}

function positions(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

export function endsOf({ edges }: GraphView, edge: number): readonly [number, number] {
  return [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
}
