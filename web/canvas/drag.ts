import { entryOf, itemAt } from '../base/must.ts';
import type { Point } from '../graph/view.ts';
import { layoutPointOf } from '../scene/scene.ts';
import type { MouseGround } from './pointer.ts';
import { placeUnder } from './under.ts';

/** Pixels that a pressed node is moved before it counts as dragged. */
const DRAGGED = 4;

/** Let the mouse move nodes. What comes back tells whether a node is held, and whether the last press ended as a drag. */
export function followDrag({ sigma, live, drawing, redraw, events }: MouseGround) {
  const { index } = live.scene;
  let held: { readonly node: number; readonly from: Point; isMoved: boolean } | undefined;
  let wasDragged = false;
  sigma.on('downNode', ({ node, event }) => {
    wasDragged = false;
    if (event.original instanceof MouseEvent && event.original.button === 0)
      held = { node: entryOf(index.nodeOf, node), from: { x: event.x, y: event.y }, isMoved: false };
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!held) return;
    preventSigmaDefault();
    held.isMoved ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > DRAGGED;
    if (!held.isMoved) return;
    const { x, y } = placeUnder(drawing().frame, event);
    live.move(held.node, x, y);
    redraw({ nodes: [held.node], edges: itemAt(index.edgesOf, held.node) });
  });
  sigma.getMouseCaptor().on('mouseup', () => {
    if (held?.isMoved) {
      wasDragged = true;
      events.onMoved(itemAt(index.graph.nodes.id, held.node), layoutPointOf(live.places, held.node));
    }
    held = undefined;
  });
  return { isHeld: () => held !== undefined, wasDragged: () => wasDragged };
}
