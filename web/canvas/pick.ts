import { itemAt } from '../base/must.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import type { Places } from '../graph/places.ts';
import type { Point } from '../graph/view.ts';
import { type Curve, curveOf, pointAt } from './curve.ts';

/** Straight pieces that a bent edge is measured by. */
const PIECES = 8;

/**
 * The edge nearest to a point and within `reach` of it, of those that are shown; all in the units of the places.
 *
 * The canvas could tell by colour which edge is under the mouse, but an edge is a pixel wide, and nobody hits that.
 */
export function findEdge(
  index: GraphIndex,
  places: Places,
  point: Point,
  reach: number,
  isShown: Uint8Array,
): number | undefined {
  let nearest: number | undefined;
  let least = reach;
  for (let edge = 0; edge < isShown.length; edge++) {
    const distance = distanceTo(curveOf(index, places, edge), point, least);
    if (distance < least && isShown[edge]) {
      nearest = edge;
      least = distance;
    }
  }
  return nearest;
}

/** The node whose disc holds a point; of several, the one whose middle is nearest. `radius` gives a node's, in the units of the places. */
export function findNode(
  places: Places,
  point: Point,
  radius: (node: number) => number,
  isShown: Uint8Array,
): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  for (let node = 0; node < isShown.length; node++) {
    if (!isShown[node]) continue;
    const distance = Math.hypot(itemAt(places.x, node) - point.x, itemAt(places.y, node) - point.y);
    if (distance < least && distance <= radius(node)) {
      nearest = node;
      least = distance;
    }
  }
  return nearest;
}

/** Whether a point lies in a polygon, by the even-odd rule. */
export function isInside(x: number, y: number, polygon: readonly (readonly [number, number])[]): boolean {
  const last = polygon.at(-1);
  if (!last) return false;
  let isIn = false;
  let [bx, by] = last;
  for (const [ax, ay] of polygon) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    [bx, by] = [ax, ay];
  }
  return isIn;
}

/** The distance to an edge; anything from `enough` on may come back as infinite without being measured. */
function distanceTo(curve: Curve, { x, y }: Point, enough: number): number {
  const { ax, ay, bx, by, bend } = curve;
  const slack = enough + Math.abs(bend) * Math.hypot(bx - ax, by - ay);
  if (x < Math.min(ax, bx) - slack || x > Math.max(ax, bx) + slack) return Infinity;
  if (y < Math.min(ay, by) - slack || y > Math.max(ay, by) + slack) return Infinity;
  if (bend === 0) return toSegment(ax, ay, bx, by, x, y);
  let least = Infinity;
  let before = pointAt(curve, 0);
  for (let piece = 1; piece <= PIECES; piece++) {
    const next = pointAt(curve, piece / PIECES);
    least = Math.min(least, toSegment(before.x, before.y, next.x, next.y, x, y));
    before = next;
  }
  return least;
}

function toSegment(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(ax + share * dx - x, ay + share * dy - y);
}
