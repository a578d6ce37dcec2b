import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import { createNodeImageProgram } from '@sigma/node-image';
import Sigma from 'sigma';
import { createEdgeArrowProgram, createNodeCompoundProgram, EdgeLineProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { CameraState, CoordinateConversionOverride } from 'sigma/types';
import { type Display, endsOf, type GraphIndex, type Part } from './display.ts';
import { drawLabels, drawNameplate, FONT, type NodeLabel } from './labels.ts';
import { lookOfEdge, lookOfNode } from './look.ts';
import type { Palette } from './palette.ts';
import { findEdge, middleOf } from './pick.ts';
import { toPicture } from './picture.ts';
import { extent, MANY_EDGES, spreadOf, toGraph, toPositions } from './topology.ts';

/** What the canvas tells of the mouse. */
export interface CanvasEvents {
  readonly onNode: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onNothing: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawn graph. One lives at a time; `close` frees its WebGL contexts. */
export interface CanvasView {
  /** Draw what the display says, in these colours. */
  draw(display: Display, palette: Palette): void;
  /** Move the camera so that the focus is well inside the window; `closer`, so that all that is lit fills it. */
  reveal(closer?: boolean): void;
  zoom(factor: number): void;
  fit(): void;
  resize(): void;
  /** The view as seen, as a PNG. */
  picture(): Promise<Blob | null>;
  /** Where a node, or the middle of an edge, is drawn: pixels from the canvas's top left corner. */
  locate(id: string): Point | undefined;
  close(): void;
}

/** Pixels beside an edge that still count as on it. */
const REACH = 6;

/** Bounds of the scale of nodes: the layout leaves room for them at 1, and a small window shows it smaller. */
const [SMALLEST, LARGEST] = [0.85, 1.2];

/** The camera's ratio at which a few neighbours stand well apart. */
const CLOSEST = 0.3;

const AT_REST: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Milliseconds in which a selection's movement of the camera is over. */
const LONG_ENOUGH = 1500;

const ARROW = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3 };

const SETTINGS: Partial<Settings> = {
  allowInvalidContainer: true,
  enableCameraRotation: false,
  labelDensity: 2.5,
  labelFont: FONT,
  labelGridCellSize: 90,
  labelRenderedSizeThreshold: 4,
  maxCameraRatio: 2.5,
  minCameraRatio: 0.02,
  stagePadding: 56,
  zIndex: true,
};

/** Draw a graph into an element that has a size. */
export function openCanvas(
  container: HTMLElement,
  index: GraphIndex,
  first: Display,
  colours: Palette,
  events: CanvasEvents,
): CanvasView {
  const { graph, bends } = index;
  let display = first;
  let palette = colours;
  let hovered: Part | undefined;
  let labels: NodeLabel[] = [];
  let labelContext: CanvasRenderingContext2D | undefined;

  const spread = spreadOf(index);
  const scaleNow = () => {
    const { clientWidth, clientHeight } = container;
    const shown = Math.min(clientWidth / spread.width, clientHeight / spread.height);
    return Math.min(LARGEST, Math.max(SMALLEST, shown));
  };
  let scale = scaleNow();

  const nodeReducer = (_id: string, { index: node, ...data }: { index?: number }) =>
    node === undefined ? data : { ...data, ...lookOfNode(graph, node, { display, palette, hovered, scale }) };
  const edgeReducer = (_id: string, { index: edge, ...data }: { index?: number }) =>
    edge === undefined ? data : { ...data, ...lookOfEdge(graph, edge, { display, palette, hovered, scale }) };

  const isLarge = graph.edges.id.length > MANY_EDGES;
  const sigma = new Sigma(toGraph(index), container, {
    ...SETTINGS,
    nodeReducer,
    edgeReducer,
    hideEdgesOnMove: isLarge,
    defaultNodeType: 'entity',
    defaultEdgeType: isLarge ? 'line' : 'straight',
    nodeProgramClasses: { entity: nodeProgram() },
    edgeProgramClasses: {
      line: EdgeLineProgram,
      straight: createEdgeArrowProgram(ARROW),
      bent: createEdgeCurveProgram({
        curvatureAttribute: 'bend',
        arrowHead: { ...ARROW, extremity: 'target' },
      }),
    },
    defaultDrawNodeLabel: (context, data) => {
      labelContext = context;
      labels.push(data as unknown as NodeLabel);
    },
    defaultDrawNodeHover: (context, data) => drawNameplate(context, data as unknown as NodeLabel, palette),
  });
  sigma.on('beforeRender', () => {
    labels = [];
  });
  const paint = () => {
    if (labelContext) drawLabels(labelContext, labels, palette, sigma.getDimensions());
  };
  sigma.on('afterRender', paint);
  // The constructor has drawn the first frame before anyone could listen.
  paint();

  const rest = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 280;
  const camera = sigma.getCamera();
  const refreshSome = (nodes: ReadonlySet<number>, edges: ReadonlySet<number>) =>
    sigma.refresh({
      partialGraph: {
        nodes: [...nodes].map((node) => graph.nodes.id[node] ?? ''),
        edges: [...edges].map((edge) => graph.edges.id[edge] ?? ''),
      },
      skipIndexation: true,
      schedule: true,
    });
  const hover = (next: Part | undefined) => {
    const before = hovered;
    hovered = next;
    refreshSome(
      new Set([...(before?.nodes ?? []), ...(next?.nodes ?? [])]),
      new Set([...(before?.edges ?? []), ...(next?.edges ?? [])]),
    );
    container.style.cursor = next ? 'pointer' : '';
  };
  let isNodeHovered = false;
  sigma.on('enterNode', ({ node: id }) => {
    isNodeHovered = true;
    const node = index.nodeOf.get(id) ?? 0;
    const edges = (index.edgesOf[node] ?? []).filter(display.isEdgeShown);
    hover({ nodes: new Set([node, ...edges.flatMap((edge) => endsOf(graph, edge))]), edges: new Set(edges) });
  });
  sigma.on('leaveNode', () => {
    isNodeHovered = false;
    hover(undefined);
  });
  sigma.on('clickNode', ({ node }) => events.onNode(node));

  const positions = toPositions(index);
  const edgeAt = (point: Point): number | undefined => {
    const here = sigma.viewportToGraph(point);
    const aside = sigma.viewportToGraph({ x: point.x + REACH, y: point.y });
    return findEdge(index, positions, here, Math.abs(aside.x - here.x), display.isEdgeShown);
  };
  sigma.on('moveBody', ({ event }) => {
    if (isLarge || event.original.type !== 'mousemove' || isNodeHovered) return;
    const edge = edgeAt(event);
    if (edge === undefined) {
      if (hovered) hover(undefined);
    } else if (!hovered?.edges.has(edge))
      hover({ nodes: new Set(endsOf(graph, edge)), edges: new Set([edge]) });
  });
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeAt(event);
    if (edge === undefined) events.onNothing();
    else events.onEdge(graph.edges.id[edge] ?? '');
  });

  // By the layout, not by sigma's own record of the node: that is out of joint between a refresh and its frame.
  const pointOf = (node: number, override: CoordinateConversionOverride = {}): Point =>
    sigma.graphToViewport({ x: positions.x[node] ?? 0, y: positions.y[node] ?? 0 }, override);
  /** The camera that shows the focus, or closer, all that is lit; undefined when nothing has to move. */
  const aim = (closer: boolean) => {
    const nodes = [...(closer ? (display.lit?.nodes ?? []) : display.focus)];
    const { width, height } = sigma.getDimensions();
    const isInside = ({ x, y }: Point) =>
      x > width * 0.1 && x < width * 0.9 && y > height * 0.1 && y < height * 0.9;
    if (nodes.length === 0 || (!closer && nodes.map((node) => pointOf(node)).every(isInside)))
      return undefined;
    // Reckoned from the camera at rest: the one of now may be under way.
    const points = nodes.map((node) => pointOf(node, { cameraState: AT_REST }));
    const [left, right] = extent(points.map(({ x }) => x));
    const [top, bottom] = extent(points.map(({ y }) => y));
    const fitting = Math.max((right - left) / (width * 0.6), (bottom - top) / (height * 0.7));
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return {
      ...sigma.viewportToFramedGraph(middle, { cameraState: AT_REST }),
      ratio: closer ? Math.min(1, Math.max(CLOSEST, fitting)) : camera.ratio,
    };
  };
  const moveTo = (state: Partial<CameraState>) => {
    // Sigma cannot move in no time: it would divide by it.
    if (rest === 0) camera.setState(state);
    else void camera.animate(state, { duration: rest });
  };
  let revealing = 0;
  let closerUntil = 0;
  return {
    draw(nextDisplay, nextPalette) {
      display = nextDisplay;
      palette = nextPalette;
      hovered = undefined;
      sigma.refresh();
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
    resize() {
      sigma.resize();
      const next = scaleNow();
      if (Math.abs(next - scale) > 0.05) {
        scale = next;
        sigma.refresh();
      } else sigma.scheduleRender();
    },
    picture() {
      // Drawn anew, because a WebGL canvas is only readable until its frame has been shown.
      sigma.refresh();
      return toPicture(container, palette.paper);
    },
    locate(id) {
      const node = index.nodeOf.get(id);
      if (node !== undefined) return pointOf(node);
      const edge = index.edgeOf.get(id);
      if (edge === undefined) return undefined;
      const [from, to] = endsOf(graph, edge).map((node) => pointOf(node));
      // The bend turns with the axis: the window counts downwards.
      return from && to && middleOf({ ax: from.x, ay: from.y, bx: to.x, by: to.y }, -(bends[edge] ?? 0));
    },
    close() {
      cancelAnimationFrame(revealing);
      sigma.kill();
    },
  };
}

/** A disc with a ring around it and the type's pictogram on it. */
function nodeProgram() {
  const disc = createNodeBorderProgram({
    borders: [
      { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'ring' } },
      { size: { fill: true }, color: { attribute: 'color' } },
    ],
  });
  const pictogram = createNodeImageProgram({
    drawingMode: 'color',
    colorAttribute: 'pictogramColor',
    imageAttribute: 'pictogram',
    padding: 0.24,
    size: { mode: 'force', value: 96 },
    keepWithinCircle: true,
    debounceTimeout: 60,
  });
  return createNodeCompoundProgram([disc, pictogram]);
}
