import { MultiDirectedGraph } from 'graphology';
import type { EntityType } from '../src/model/entity.ts';
import { endsOf, type GraphIndex, radiusOf } from './display.ts';
import { toImage } from './icons.tsx';
import type { Positions } from './pick.ts';

/** Edges above which they are drawn as plain lines and do not light up under the mouse: both cost too much. */
export const MANY_EDGES = 20_000;

/** Radius in pixels from which a pictogram can be told. */
const PICTOGRAM_FROM = 6;

/** Only what does not change with filter, selection or theme: the reducers add the rest. */
export function toGraph(index: GraphIndex): MultiDirectedGraph {
  const { graph, bends } = index;
  const positions = toPositions(index);
  const result = new MultiDirectedGraph();
  const images = new Map<EntityType, string>();
  graph.nodes.id.forEach((id, node) => {
    const type = graph.nodes.type[node] as EntityType;
    const image = images.get(type) ?? toImage(type);
    images.set(type, image);
    const size = radiusOf(graph.nodes.degree[node] ?? 0);
    result.addNode(id, {
      index: node,
      x: positions.x[node],
      y: positions.y[node],
      size,
      ...(size > PICTOGRAM_FROM ? { pictogram: image } : {}),
    });
  });
  const isLarge = graph.edges.id.length > MANY_EDGES;
  graph.edges.id.forEach((id, edge) => {
    const [from, to] = endsOf(graph, edge);
    const bend = bends[edge] ?? 0;
    result.addEdgeWithKey(id, graph.nodes.id[from], graph.nodes.id[to], {
      index: edge,
      ...(bend === 0 || isLarge ? {} : { type: 'bent', bend }),
    });
  });
  return result;
}

/** Where nodes lie for sigma, which counts upwards; the layout counts downwards, as a page does. */
export function toPositions({ graph }: GraphIndex): Positions {
  return { x: graph.nodes.x, y: graph.nodes.y.map((y) => -y) };
}

/** How far the layout reaches, in its own pixels. */
export function spreadOf({ graph }: GraphIndex): { readonly width: number; readonly height: number } {
  const [left, right] = extent(graph.nodes.x);
  const [top, bottom] = extent(graph.nodes.y);
  return { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The least and the greatest. */
export function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
