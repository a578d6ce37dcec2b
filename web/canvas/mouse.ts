import { itemAt } from '../base/must.ts';
import type { Point } from '../graph/view.ts';
import { groupUnder } from '../scene/group-places.ts';
import { pointOf } from '../scene/scene.ts';
import { followDrag } from './drag.ts';
import { followHover } from './hover.ts';
import { catchLasso } from './lasso.ts';
import { isInside } from './pick.ts';
import type { MouseGround } from './pointer.ts';
import { edgeUnder, nodeUnder } from './under.ts';

/** Turn what the mouse does over the canvas into what is meant: hovering, choosing, dragging, going round with a lasso. */
export function followMouse(ground: MouseGround) {
  const { sigma, live, events, drawing } = ground;
  const { graph } = live.scene.index;
  const idUnder = (point: Point): string | undefined => {
    const node = nodeUnder(drawing(), point);
    return node === undefined ? undefined : itemAt(graph.nodes.id, node);
  };
  // Which node is under the mouse is reckoned here: sigma would read a pixel back, and wait for the whole frame to be drawn.
  Object.assign(sigma, { getNodeAtPosition: (point: Point) => idUnder(point) ?? null });
  const drag = followDrag(ground);
  followHover(ground, drag.isHeld);
  sigma.on('clickNode', ({ node, event }) => {
    if (!drag.wasDragged()) events.onNode(node, isAdding(event.original));
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.onOpen(node);
  });
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeUnder(drawing(), event);
    const group = groupUnder(drawing(), event);
    if (group) events.onGroup(itemAt(graph.nodes.id, group.hub), group.isOpen);
    else if (edge !== undefined) events.onEdge(itemAt(graph.edges.id, edge));
    else if (!isAdding(event.original)) events.onNothing();
  });
  return followLasso(ground, idUnder);
}

function followLasso(
  { container, pointer, events, drawing, repaint }: MouseGround,
  idUnder: (point: Point) => string | undefined,
) {
  return catchLasso(container, {
    onDraw(points) {
      pointer.lasso = points;
      repaint();
    },
    onDone(points, isAdded) {
      pointer.lasso = [];
      const now = drawing();
      const { index, grouping } = now.scene;
      const isCaught = (node: number) =>
        grouping.drawn.nodes[node] === 1 && isInside(...pointOf(now, node), points);
      events.onLasso(
        index.graph.nodes.id.filter((_, node) => isCaught(node)),
        isAdded,
      );
    },
    onClick(point) {
      const id = idUnder(point);
      if (id !== undefined) events.onNode(id, true);
    },
  });
}

function isAdding(event: Event): boolean {
  return event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey);
}
