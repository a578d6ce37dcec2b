import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { CameraState } from 'sigma/types';
import { ENTITY_TYPES, type EntityType } from '../../src/model/entity.ts';
import { extent } from '../graph/extent.ts';
import { endsOf } from '../graph/graph-index.ts';
import type { Camera, Point } from '../graph/view.ts';
import { colourOf, quietStrokeOf, thicknessOf } from '../scene/look.ts';
import { type Frame, pointOf, type Scene } from '../scene/scene.ts';
import { changeOf, everything } from './change.ts';
import { toColumnGraph } from './columns.ts';
import { followMouse } from './mouse.ts';
import { paintOverlay } from './overlay.ts';
import { controlOf } from './pick.ts';
import { toPicture } from './picture.ts';
import { programs } from './programs.ts';
import { type Marks, openQueue } from './queue.ts';
import { toSvg } from './svg.ts';

/** What the canvas tells of the mouse. Points are in the units of the layout. */
export interface CanvasEvents {
  readonly onNode: (id: string, isAdded: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onNothing: () => void;
  readonly onLasso: (ids: readonly string[], isAdded: boolean) => void;
  readonly onMoved: (id: string, point: Point) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onFrame: (frame: Frame) => void;
}

/** A drawn graph. One lives at a time; `close` frees its WebGL contexts. */
export interface CanvasView {
  /** Draw a scene of the same graph: only what has changed is drawn anew. */
  draw(scene: Scene): void;
  /** Move the camera so that the focus is well inside the window; `closer`, so that all that is lit fills it. */
  reveal(closer?: boolean): void;
  zoom(factor: number): void;
  fit(): void;
  /** Put a place of the layout in the middle. */
  centre(point: Point): void;
  setCamera(camera: Camera): void;
  setLasso(isOn: boolean): void;
  /** Draw the nodes in other places, for as long as the scene stays. */
  arrange(x: Float64Array, y: Float64Array): void;
  resize(): void;
  /** The view as seen, as a PNG or an SVG. */
  picture(): Promise<Blob | null>;
  svg(): Blob;
  /** Where a node, or the middle of an edge, is drawn: pixels from the canvas's top left corner. */
  locate(id: string): Point | undefined;
  close(): void;
}

/** Edges above which they are drawn as plain lines and do not light up under the mouse: both cost too much. */
const MANY_EDGES = 20_000;

/** Bounds of the scale of nodes: the layout leaves room for them at 1, and a small window shows it smaller. */
const [SMALLEST, LARGEST] = [0.6, 1.2];

/** The camera's ratio at which a few neighbours stand well apart. */
const CLOSEST = 0.3;

const AT_REST: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Milliseconds in which a selection's movement of the camera is over. */
const LONG_ENOUGH = 1500;

const SETTINGS: Partial<Settings> = {
  allowInvalidContainer: true,
  enableCameraRotation: false,
  maxCameraRatio: 2.5,
  minCameraRatio: 0.01,
  // Names, and all that comes and goes, are painted on a layer of our own.
  renderLabels: false,
  stagePadding: 56,
};

/** Draw a graph into an element that has a size. */
export function openCanvas(
  container: HTMLElement,
  first: Scene,
  at: Camera | undefined,
  events: CanvasEvents,
): CanvasView {
  const { index } = first;
  const { graph } = index;
  let scene = first;

  const isLarge = graph.edges.id.length > MANY_EDGES;
  const programOf = (edge: number) => (isLarge ? 'line' : index.bends[edge] ? 'bent' : 'straight');
  const nodeReducer = (id: string) => {
    const node = index.nodeOf.get(id) ?? 0;
    return {
      x: scene.places.x[node] ?? 0,
      y: scene.places.y[node] ?? 0,
      hidden: !scene.shown.nodes[node],
      size: scene.radii[node] ?? 4,
      color: colourOf(scene, node),
      ring: scene.pinned.has(node) ? scene.palette.ink : scene.palette.paper,
      sign: scene.palette.card,
      pictogram: ENTITY_TYPES.indexOf(graph.nodes.type[node] as EntityType),
    };
  };
  const edgeReducer = (id: string) => {
    const edge = index.edgeOf.get(id) ?? 0;
    return {
      type: programOf(edge),
      bend: index.bends[edge],
      hidden: !scene.shown.edges[edge],
      color: quietStrokeOf(scene, edge),
      size: thicknessOf(scene, edge),
    };
  };

  const scaleNow = () => {
    const { clientWidth, clientHeight } = container;
    const { box } = scene;
    const shown = Math.min(clientWidth / (box.right - box.left), clientHeight / (box.top - box.bottom));
    return Math.min(LARGEST, Math.max(SMALLEST, shown));
  };
  let scale = scaleNow();
  const columns = toColumnGraph(index);
  const sigma = new Sigma(columns.graph, container, {
    ...SETTINGS,
    nodeReducer,
    edgeReducer,
    hideEdgesOnMove: isLarge,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / scale,
    defaultNodeType: 'entity',
    defaultEdgeType: isLarge ? 'line' : 'straight',
    ...programs(),
  });
  columns.frame(sigma, scene.box);
  columns.takeIn(sigma, 'entity', programOf);
  // Sigma's own layer for labels: it lies over the nodes, and is sized and cleared with them.
  const overlay = sigma.getCanvases().labels?.getContext('2d');
  const camera = sigma.getCamera();
  if (at) camera.setState({ ...at, angle: 0 });

  const frameNow = (): Frame => {
    const { box } = scene;
    const corner = sigma.graphToViewport({ x: box.left, y: box.bottom });
    const other = sigma.graphToViewport({ x: box.right, y: box.top });
    const grain = (other.x - corner.x) / (box.right - box.left);
    return {
      grain,
      left: corner.x - box.left * grain,
      top: corner.y + box.bottom * grain,
      scale: sigma.scaleSize(1),
      ...sigma.getDimensions(),
    };
  };
  let frame = frameNow();
  let painting = 0;
  const paint = () => {
    painting = 0;
    if (overlay) paintOverlay(overlay, scene, frame, mouse.hand());
  };
  /** Paint what comes and goes with the next frame, the graph staying as it is. */
  const repaint = () => {
    painting ||= requestAnimationFrame(paint);
  };
  sigma.on('afterRender', () => {
    frame = frameNow();
    paint();
    events.onFrame(frame);
  });
  const mouse = followMouse({
    sigma,
    container,
    isLarge,
    events,
    sceneNow: () => scene,
    frameNow: () => frame,
    refreshSome: (nodes, edges) => queue.add({ nodes, edges }),
    repaint,
  });
  camera.on('updated', ({ x, y, ratio }) => events.onCamera({ x, y, ratio }));

  const drawSome = ({ nodes, edges }: Marks) => {
    sigma.refresh({
      partialGraph: {
        nodes: nodes.map((node) => graph.nodes.id[node] ?? ''),
        edges: edges.map((edge) => graph.edges.id[edge] ?? ''),
      },
      skipIndexation: true,
      schedule: true,
    });
  };
  const queue = openQueue({ nodes: graph.nodes.id.length, edges: graph.edges.id.length }, drawSome, () =>
    sigma.scheduleRender(),
  );
  const redraw = (marks: Marks) => {
    queue.add(marks);
    container.ariaBusy = 'true';
    void queue.idle().then(() => {
      container.ariaBusy = 'false';
    });
  };
  redraw(everything(graph));

  /** The camera that shows the focus, or closer, all that is lit; undefined when nothing has to move. */
  const aim = (closer: boolean) => {
    const { lit, focus } = scene.light;
    const nodes = [...(closer ? (lit?.nodes ?? []) : focus)];
    const { width, height } = sigma.getDimensions();
    const isInView = ({ x, y }: Point) =>
      x > width * 0.1 && x < width * 0.9 && y > height * 0.1 && y < height * 0.9;
    const place = (node: number) => ({ x: scene.places.x[node] ?? 0, y: scene.places.y[node] ?? 0 });
    if (nodes.length === 0) return undefined;
    if (!closer && nodes.every((node) => isInView(sigma.graphToViewport(place(node))))) return undefined;
    // Reckoned from the camera at rest: the one of now may be under way.
    const points = nodes.map((node) => sigma.graphToViewport(place(node), { cameraState: AT_REST }));
    const [left, right] = extent(points.map(({ x }) => x));
    const [top, bottom] = extent(points.map(({ y }) => y));
    const fitting = Math.max((right - left) / (width * 0.6), (bottom - top) / (height * 0.7));
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return {
      ...sigma.viewportToFramedGraph(middle, { cameraState: AT_REST }),
      ratio: closer ? Math.min(1, Math.max(CLOSEST, fitting)) : camera.ratio,
    };
  };
  const rest = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 280;
  const moveTo = (state: Partial<CameraState>) => {
    // Sigma cannot move in no time: it would divide by it.
    if (rest === 0) camera.setState(state);
    else void camera.animate(state, { duration: rest });
  };
  let revealing = 0;
  let closerUntil = 0;
  const fade = () => container.classList.toggle('is-lit', scene.light.lit !== undefined);
  fade();
  return {
    draw(next) {
      const before = scene;
      scene = next;
      mouse.forget();
      fade();
      const marks = changeOf(before, next);
      if (marks.nodes.length + marks.edges.length > 0) redraw(marks);
      else repaint();
    },
    reveal(closer) {
      // After the frame that is due: only then do positions on the screen fit the window. A panel that opens with the
      // selection narrows the window while the camera is on its way, so what it was going to show still counts.
      if (closer) closerUntil = performance.now() + LONG_ENOUGH;
      cancelAnimationFrame(revealing);
      revealing = requestAnimationFrame((now) => {
        const state = aim(now < closerUntil);
        if (state) moveTo(state);
      });
    },
    zoom(factor) {
      moveTo({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    fit() {
      moveTo(AT_REST);
    },
    centre({ x, y }) {
      const middle = sigma.graphToViewport({ x, y: -y }, { cameraState: AT_REST });
      camera.setState(sigma.viewportToFramedGraph(middle, { cameraState: AT_REST }));
    },
    setCamera(state) {
      if (state.x !== camera.x || state.y !== camera.y || state.ratio !== camera.ratio)
        camera.setState(state);
    },
    setLasso: mouse.setLasso,
    arrange(x, y) {
      scene.places.x.set(x);
      scene.places.y.set(y);
      redraw(everything(graph));
    },
    resize() {
      scale = scaleNow();
      sigma.resize();
      sigma.scheduleRender();
    },
    async picture() {
      await queue.idle();
      // Drawn anew, because a WebGL canvas is only readable until its frame has been shown.
      sigma.refresh({ partialGraph: {}, skipIndexation: true });
      return toPicture(container, scene.palette.paper);
    },
    svg: () => toSvg(scene, frame),
    locate(id) {
      const at = frameNow();
      const point = (node: number) => pointOf(scene, at, node);
      const node = index.nodeOf.get(id);
      if (node !== undefined) {
        const [x, y] = point(node);
        return { x, y };
      }
      const edge = index.edgeOf.get(id);
      if (edge === undefined) return undefined;
      const [from, to] = endsOf(graph, edge);
      const [ax, ay] = point(from);
      const [bx, by] = point(to);
      // The bend turns with the axis: the window counts downwards.
      const control = controlOf({ ax, ay, bx, by }, -(index.bends[edge] ?? 0));
      return { x: (ax + bx) / 4 + control.x / 2, y: (ay + by) / 4 + control.y / 2 };
    },
    close() {
      cancelAnimationFrame(revealing);
      cancelAnimationFrame(painting);
      mouse.close();
      queue.close();
      sigma.kill();
    },
  };
}
