import type { Camera, Point } from '../graph/view.ts';
import { type Drawing, pointOf, type Scene } from '../scene/scene.ts';
import { openCamera } from './camera.ts';
import { everything } from './change.ts';
import { curveInWindow, middleOf } from './curve.ts';
import type { Canvas, CanvasEvents } from './handle.ts';
import { LiveScene } from './live-scene.ts';
import { followMouse } from './mouse.ts';
import { openPainter } from './painter.ts';
import type { Pointer } from './pointer.ts';
import { openRedraw } from './redraw.ts';
import { openRenderer } from './renderer.ts';
import { watchDensity, watchLoss } from './surface.ts';
import { toSvg } from './svg.ts';

/** Edges above which they are all drawn straight and do not light up under the mouse: both cost too much. */
const MANY_EDGES = 20_000;

/** Draw a graph into an element that has a size; `at` is where the camera starts, else it shows all. */
export function openCanvas(
  container: HTMLElement,
  first: Scene,
  at: Camera | undefined,
  events: CanvasEvents,
): Canvas {
  const { graph } = first.index;
  const live = new LiveScene(first);
  const pointer: Pointer = { hovered: undefined, lasso: [] };
  const isLarge = graph.edges.id.length > MANY_EDGES;
  const sigma = openRenderer(container, live, isLarge);
  const camera = openCamera(sigma, live, at);
  const painter = openPainter(sigma, live, pointer, events.onFrame);
  const { drawing, repaint } = painter;
  const queue = openRedraw(sigma, graph, container);
  const { add, redraw } = queue;
  const mouse = followMouse({
    sigma,
    container,
    live,
    pointer,
    isLarge,
    events,
    drawing,
    redraw: add,
    repaint,
  });
  sigma.getCamera().on('updated', ({ x, y, ratio }) => events.onCamera({ x, y, ratio }));
  const stopLoss = watchLoss(container, events.onLost);
  const stopDensity = watchDensity(() => {
    // Its size on the page is the same, so that it has to be told.
    sigma.resize(true);
    sigma.scheduleRender();
  });
  const fade = () => container.classList.toggle('is-lit', live.scene.light.lit !== undefined);
  redraw(everything(graph));
  fade();
  return {
    draw(next) {
      const changed = live.take(next);
      // What was under the mouse may be gone.
      pointer.hovered = undefined;
      fade();
      if (changed.nodes.length + changed.edges.length > 0) redraw(changed);
      else repaint();
    },
    reveal: camera.reveal,
    zoom: camera.zoom,
    fit: camera.fit,
    show: camera.show,
    centre: camera.centre,
    setCamera: camera.set,
    setLasso: mouse.setOn,
    arrange(x, y) {
      live.arrange(x, y);
      redraw(everything(graph));
    },
    resize() {
      sigma.resize();
      sigma.scheduleRender();
    },
    svg: (caption) => toSvg(drawing(), caption),
    locate: (id) => locate(painter.nextDrawing(), id),
    close() {
      stopLoss();
      stopDensity();
      camera.close();
      painter.close();
      mouse.close();
      queue.close();
      sigma.kill();
    },
  };
}

/** Where a node, or the middle of an edge, is drawn; undefined when the graph has neither. */
function locate(drawing: Drawing, id: string): Point | undefined {
  const { nodeOf, edgeOf } = drawing.scene.index;
  const node = nodeOf.get(id);
  if (node !== undefined) {
    const [x, y] = pointOf(drawing, node);
    return { x, y };
  }
  const edge = edgeOf.get(id);
  return edge === undefined ? undefined : middleOf(curveInWindow(drawing, edge));
}
