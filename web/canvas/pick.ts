import { endsOf, type GraphIndex } from '../graph/graph-index.ts';
import type { Places } from '../graph/light.ts';

/** Straight pieces that a bent edge is measured by. */
const PIECES = 8;

/**
 * The edge nearest to a point and within `reach` of it, of those that are shown; all in the units of the places.
 *
 * The canvas could tell by colour which edge is under the mouse, but an edge is a pixel wide, and nobody hits that.
 */
export function findEdge(
  { graph, bends }: GraphIndex,
  places: Places,
  point: { readonly x: number; readonly y: number },
  reach: number,
  isShown: Uint8Array,
): number | undefined {
  let nearest: number | undefined;
  let least = reach;
  for (let edge = 0; edge < bends.length; edge++) {
    const [from, to] = endsOf(graph, edge);
    const line = {
      ax: at(places.x, from),
      ay: at(places.y, from),
      bx: at(places.x, to),
      by: at(places.y, to),
    };
    const distance = distanceTo(line, bends[edge] ?? 0, point.x, point.y, least);
    if (distance < least && isShown[edge]) {
      nearest = edge;
      least = distance;
    }
  }
  return nearest;
}

/** The middle of an edge as it is drawn: a bent one runs halfway to its control point. */
export function middleOf(line: Line, bend: number): { readonly x: number; readonly y: number } {
  return pointAt(line, bend, 0.5);
}

/** The node whose disc holds a point; of several, the one whose middle is nearest. `radius` gives a node's, in the units of the places. */
export function findNode(
  places: Places,
  point: { readonly x: number; readonly y: number },
  radius: (node: number) => number,
  isShown: Uint8Array,
): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  for (let node = 0; node < isShown.length; node++) {
    if (!isShown[node]) continue;
    const distance = Math.hypot(at(places.x, node) - point.x, at(places.y, node) - point.y);
    if (distance < least && distance <= radius(node)) {
      nearest = node;
      least = distance;
    }
  }
  return nearest;
}

/** Whether a point lies in a polygon, by the even-odd rule. */
export function isInside(x: number, y: number, polygon: readonly (readonly [number, number])[]): boolean {
  let isIn = false;
  let [bx, by] = polygon.at(-1) ?? [0, 0];
  for (const [ax, ay] of polygon) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    [bx, by] = [ax, ay];
  }
  return isIn;
}

interface Line {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** The control point of the quadratic curve from a to b: `bend` lengths beside the middle. */
export function controlOf(
  { ax, ay, bx, by }: Line,
  bend: number,
): { readonly x: number; readonly y: number } {
  return { x: (ax + bx) / 2 - (by - ay) * bend, y: (ay + by) / 2 + (bx - ax) * bend };
}

function pointAt(line: Line, bend: number, share: number) {
  const { ax, ay, bx, by } = line;
  const { x: cx, y: cy } = controlOf(line, bend);
  const rest = 1 - share;
  return {
    x: rest * rest * ax + 2 * rest * share * cx + share * share * bx,
    y: rest * rest * ay + 2 * rest * share * cy + share * share * by,
  };
}

/** The distance to an edge; anything from `enough` on may come back as infinite without being measured. */
function distanceTo(line: Line, bend: number, x: number, y: number, enough: number): number {
  const slack = enough + Math.abs(bend) * Math.hypot(line.bx - line.ax, line.by - line.ay);
  if (x < Math.min(line.ax, line.bx) - slack || x > Math.max(line.ax, line.bx) + slack) return Infinity;
  if (y < Math.min(line.ay, line.by) - slack || y > Math.max(line.ay, line.by) + slack) return Infinity;
  if (bend === 0) return toSegment(line.ax, line.ay, line.bx, line.by, x, y);
  let least = Infinity;
  let before = pointAt(line, bend, 0);
  for (let piece = 1; piece <= PIECES; piece++) {
    const next = pointAt(line, bend, piece / PIECES);
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

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
