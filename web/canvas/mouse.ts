import type Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { endsOf } from '../graph/graph-index.ts';
import type { Part } from '../graph/light.ts';
import type { Point } from '../graph/view.ts';
import { type Frame, type Hand, pointOf, type Scene } from '../scene/scene.ts';
import { catchLasso } from './lasso.ts';
import type { CanvasEvents } from './open.ts';
import { findEdge, findNode, isInside } from './pick.ts';

/** Pixels beside an edge, or beside a node, that still count as on it. */
const [REACH, NODE_REACH] = [6, 2];

/** Pixels that a pressed node is moved before it counts as dragged. */
const DRAGGED = 4;

interface Ground {
  readonly sigma: Sigma;
  readonly container: HTMLElement;
  /** Whether there are too many edges to light them under the mouse. */
  readonly isLarge: boolean;
  readonly events: CanvasEvents;
  readonly sceneNow: () => Scene;
  readonly frameNow: () => Frame;
  readonly refreshSome: (nodes: readonly number[], edges: readonly number[]) => void;
  readonly repaint: () => void;
}

/** Turn what the mouse does over the canvas into what is meant: hovering, choosing, dragging, going round with a lasso. */
export function followMouse(ground: Ground) {
  const { sigma, container, isLarge, events, sceneNow, frameNow, refreshSome, repaint } = ground;
  const { index } = sceneNow();
  const { graph } = index;
  const idOf = (node: number) => graph.nodes.id[node] ?? '';
  let hovered: Part | undefined;
  let lasso: Hand['lasso'] = [];

  // Which node is under the mouse is reckoned here: sigma would read a pixel back, and wait for the whole frame to be drawn.
  const nodeAt = (point: Point): number | undefined => {
    const [scene, frame] = [sceneNow(), frameNow()];
    const radius = (node: number) => ((scene.radii[node] ?? 4) * frame.scale + NODE_REACH) / frame.grain;
    return findNode(scene.places, toPlace(point, frame), radius, scene.shown.nodes);
  };
  Object.assign(sigma, {
    getNodeAtPosition: (point: Point) => {
      const node = nodeAt(point);
      return node === undefined ? null : idOf(node);
    },
  });
  const edgeAt = (point: Point): number | undefined => {
    const [scene, frame] = [sceneNow(), frameNow()];
    return findEdge(index, scene.places, toPlace(point, frame), REACH / frame.grain, scene.shown.edges);
  };

  const hover = (next: Part | undefined) => {
    hovered = next;
    container.style.cursor = next ? 'pointer' : '';
    repaint();
  };
  let isNodeHovered = false;
  sigma.on('enterNode', ({ node: id }) => {
    isNodeHovered = true;
    const node = index.nodeOf.get(id) ?? 0;
    const edges = (index.edgesOf[node] ?? []).filter((edge) => sceneNow().shown.edges[edge]);
    hover({ nodes: new Set([node, ...edges.flatMap((edge) => endsOf(graph, edge))]), edges: new Set(edges) });
  });
  sigma.on('leaveNode', () => {
    isNodeHovered = false;
    hover(undefined);
  });

  let dragged: { readonly node: number; readonly from: Point; isMoved: boolean } | undefined;
  let wasDragged = false;
  sigma.on('downNode', ({ node, event }) => {
    wasDragged = false;
    if (event.original instanceof MouseEvent && event.original.button === 0)
      dragged = { node: index.nodeOf.get(node) ?? 0, from: { x: event.x, y: event.y }, isMoved: false };
  });
  const drag = (event: MouseCoords) => {
    if (!dragged) return;
    event.preventSigmaDefault();
    dragged.isMoved ||= Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) > DRAGGED;
    if (!dragged.isMoved) return;
    const { places } = sceneNow();
    const place = toPlace(event, frameNow());
    places.x[dragged.node] = place.x;
    places.y[dragged.node] = place.y;
    refreshSome([dragged.node], index.edgesOf[dragged.node] ?? []);
  };
  sigma.getMouseCaptor().on('mouseup', () => {
    if (dragged?.isMoved) {
      wasDragged = true;
      const { x, y } = sceneNow().places;
      events.onMoved(idOf(dragged.node), { x: x[dragged.node] ?? 0, y: -(y[dragged.node] ?? 0) });
    }
    dragged = undefined;
  });

  sigma.on('moveBody', ({ event }) => {
    if (dragged) return drag(event as MouseCoords);
    if (isLarge || event.original.type !== 'mousemove' || isNodeHovered) return;
    const edge = edgeAt(event);
    if (edge === undefined) {
      if (hovered) hover(undefined);
    } else if (!hovered?.edges.has(edge))
      hover({ nodes: new Set(endsOf(graph, edge)), edges: new Set([edge]) });
  });
  sigma.on('clickNode', ({ node, event }) => {
    if (!wasDragged) events.onNode(node, isAdding(event.original));
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.onOpen(node);
  });
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeAt(event);
    if (edge !== undefined) events.onEdge(graph.edges.id[edge] ?? '');
    else if (!isAdding(event.original)) events.onNothing();
  });
  const catcher = catchLasso(container, {
    onDraw(points) {
      lasso = points;
      repaint();
    },
    onDone(points, isAdded) {
      lasso = [];
      const [scene, frame] = [sceneNow(), frameNow()];
      const isCaught = (node: number) =>
        scene.shown.nodes[node] === 1 && isInside(...pointOf(scene, frame, node), points);
      events.onLasso(
        graph.nodes.id.filter((_, node) => isCaught(node)),
        isAdded,
      );
    },
    onClick(point) {
      const node = nodeAt(point);
      if (node !== undefined) events.onNode(idOf(node), true);
    },
  });
  return {
    hand: (): Hand => ({ hovered, lasso }),
    /** What was under the mouse may be gone. */
    forget() {
      hovered = undefined;
    },
    setLasso: catcher.setOn,
    close: catcher.close,
  };
}

function toPlace({ x, y }: Point, { left, top, grain }: Frame): Point {
  return { x: (x - left) / grain, y: (top - y) / grain };
}

function isAdding(event: Event): boolean {
  return event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey);
}
