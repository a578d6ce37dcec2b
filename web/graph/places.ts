import type { GraphIndex } from './graph-index.ts';
import { markOf } from './own-places.ts';
import type { Arrangement } from './view.ts';

/** Where nodes lie for the canvas, which counts upwards; the layout counts downwards, as a page does. */
export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Where every node lies: as laid out on the server or by hand, the pinned ones where they were pinned. */
export function toPlaces(
  { graph, nodeOf }: GraphIndex,
  { places, pins }: Pick<Arrangement, 'places' | 'pins'>,
): Places {
  const { x, y } = places?.mark === markOf(graph) ? places : graph.nodes;
  const result = { x: Float64Array.from(x), y: Float64Array.from(y, (value) => -value) };
  for (const [id, point] of pins) {
    const node = nodeOf.get(id);
    if (node === undefined) continue;
    result.x[node] = point.x;
    result.y[node] = -point.y;
  }
  return result;
}
