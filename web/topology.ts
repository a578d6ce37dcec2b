import { MultiDirectedGraph } from 'graphology';
import type { EntityType } from '../src/model/entity.ts';
import { type Places, radiusOf } from './display.ts';
import { endsOf } from './graph-index.ts';
import { toImage } from './icons.tsx';
import type { Scene } from './scene.ts';

/** Edges above which they are drawn as plain lines and do not light up under the mouse: both cost too much. */
export const MANY_EDGES = 20_000;

/** Radius in pixels from which a pictogram can be told. */
const PICTOGRAM_FROM = 6;

/** The graph as sigma wants it. The looks come from the scene with every drawing, so only what never changes stands in it. */
export function toGraph({ index, places, radii }: Scene): MultiDirectedGraph {
  const { graph, bends } = index;
  const result = new MultiDirectedGraph();
  const images = new Map<EntityType, string>();
  graph.nodes.id.forEach((id, node) => {
    const type = graph.nodes.type[node] as EntityType;
    const image = images.get(type) ?? toImage(type);
    images.set(type, image);
    const isLarge = Math.max(radii[node] ?? 0, radiusOf(graph.nodes.degree[node] ?? 0)) > PICTOGRAM_FROM;
    result.addNode(id, {
      index: node,
      x: places.x[node],
      y: places.y[node],
      ...(isLarge ? { pictogram: image } : {}),
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

/** How far places reach; `top` is greater than `bottom`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The box around all places, at least one wide and high. */
export function boxOf({ x, y }: Places): Box {
  const [left, right] = extent(x);
  const [bottom, top] = extent(y);
  return { left, right: Math.max(right, left + 1), bottom, top: Math.max(top, bottom + 1) };
}

/** The least and the greatest. */
export function extent(values: ArrayLike<number>): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    least = Math.min(least, values[at] ?? least);
    most = Math.max(most, values[at] ?? most);
  }
  return [least, most];
}
