import { itemAt } from '../base/must.ts';
import { endsOf, type GraphIndex } from '../graph/graph-index.ts';
import type { Places } from '../graph/places.ts';
import type { Point } from '../graph/view.ts';
import { type Drawing, pointOf } from '../scene/scene.ts';

/** An edge as it runs, from a to b: straight, or a quadratic curve that is pulled `bend` lengths aside. */
export interface Curve {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly bend: number;
}

/** How an edge runs, in the units of the places. */
export function curveOf({ graph, bends }: GraphIndex, { x, y }: Places, edge: number): Curve {
  const [from, to] = endsOf(graph, edge);
  return {
    ax: itemAt(x, from),
    ay: itemAt(y, from),
    bx: itemAt(x, to),
    by: itemAt(y, to),
    bend: itemAt(bends, edge),
  };
}

/** How an edge runs in the window, in pixels. */
export function curveInWindow(drawing: Drawing, edge: number): Curve {
  const { graph, bends } = drawing.scene.index;
  const [from, to] = endsOf(graph, edge);
  const [ax, ay] = pointOf(drawing, from);
  const [bx, by] = pointOf(drawing, to);
  // The bend turns with the axis: the window counts downwards.
  return { ax, ay, bx, by, bend: -itemAt(bends, edge) };
}

/** The control point of a curve: `bend` lengths beside the middle. */
export function controlOf({ ax, ay, bx, by, bend }: Curve): Point {
  return { x: (ax + bx) / 2 - (by - ay) * bend, y: (ay + by) / 2 + (bx - ax) * bend };
}

/** A point of a curve: at 0 its start, at 1 its end. */
export function pointAt(curve: Curve, share: number): Point {
  const { ax, ay, bx, by } = curve;
  const { x: cx, y: cy } = controlOf(curve);
  const rest = 1 - share;
  return {
    x: rest * rest * ax + 2 * rest * share * cx + share * share * bx,
    y: rest * rest * ay + 2 * rest * share * cy + share * share * by,
  };
}

/** The middle of a curve: a bent one runs halfway to its control point. */
export function middleOf(curve: Curve): Point {
  return pointAt(curve, 0.5);
}
