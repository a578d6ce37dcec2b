import { memo } from '../base/memo.ts';
import type { Light } from '../graph/light.ts';
import type { Point } from '../graph/view.ts';
import { type Drawing, type Frame, radiusOf } from '../scene/scene.ts';
import { findEdge, findNode } from './pick.ts';

/** Pixels beside an edge, or beside a node, that still count as on it. */
const [REACH, NODE_REACH] = [6, 2];

/** The node under a point of the window. */
export function nodeUnder(drawing: Drawing, point: Point): number | undefined {
  const { scene, places, frame } = drawing;
  const radius = (node: number) => (radiusOf(drawing, node) + NODE_REACH) / frame.grain;
  return findNode(places, placeUnder(frame, point), radius, seenOf(scene.grouping.drawn.nodes, scene.light));
}

/** What can be pointed at: what is drawn one by one, and what is lit over it. */
const seenOf = memo((drawn: Uint8Array, { lit }: Light): Uint8Array => {
  if (!lit) return drawn;
  const seen = Uint8Array.from(drawn);
  for (const node of lit.nodes) seen[node] = 1;
  return seen;
});

/** The edge under a point of the window. */
export function edgeUnder({ scene, places, frame }: Drawing, point: Point): number | undefined {
  return findEdge(
    scene.index,
    places,
    placeUnder(frame, point),
    REACH / frame.grain,
    scene.grouping.drawn.edges,
  );
}

/** The place that lies under a point of the window, in the units of the canvas. */
export function placeUnder({ left, top, grain }: Frame, { x, y }: Point): Point {
  return { x: (x - left) / grain, y: (top - y) / grain };
}
