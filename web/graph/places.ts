import type { GraphIndex } from './graph-index.ts';
import { markOf } from './own-places.ts';
import type { Arrangement } from './view.ts';

/** Where nodes lie for the canvas, which counts upwards; the layout counts downwards, as a page does. */
export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Where some nodes lie, by their positions in the graph. */
export interface PlacesOfSome extends Places {
  readonly nodes: readonly number[];
}

/** Where every node lies: as laid out on the server, over that what was laid out here, and the pinned ones where they were pinned. */
export function toPlaces(
  { graph, nodeOf }: GraphIndex,
  { places, pins }: Pick<Arrangement, 'places' | 'pins'>,
  fresh?: PlacesOfSome,
): Places {
  const result = {
    x: Float64Array.from(graph.nodes.x),
    y: Float64Array.from(graph.nodes.y, (value) => -value),
  };
  const own = places?.mark === markOf(graph) ? places : fresh;
  own?.nodes.forEach((node, at) => {
    result.x[node] = own.x[at] ?? 0;
    result.y[node] = -(own.y[at] ?? 0);
  });
  for (const [id, point] of pins) {
    const node = nodeOf.get(id);
    if (node === undefined) continue;
    result.x[node] = point.x;
    result.y[node] = -point.y;
  }
  return result;
}
