import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import { createNodeImageProgram } from '@sigma/node-image';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createEdgeArrowProgram, createNodeCompoundProgram, EdgeLineProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import { type Display, endsOf, type GraphIndex, radiusOf } from './display.ts';
import { toImage } from './icons.tsx';
import { drawLabels, drawNameplate, FONT, type NodeLabel } from './labels.ts';
import { mix, type Palette } from './palette.ts';

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
  /** Where a node, or the middle of an edge, is drawn: pixels from the canvas's top left corner. */
  locate(id: string): Point | undefined;
  close(): void;
}

/** Edges above which they are drawn as plain lines and do not listen to the mouse: both cost too much. */
const MANY_EDGES = 20_000;

/** Radius in pixels from which a pictogram can be told. */
const PICTOGRAM_FROM = 6;

/** Bounds of the scale of nodes: the layout leaves room for them at 1, and a small window shows it smaller. */
const [SMALLEST, LARGEST] = [0.7, 1.15];

/** The camera's ratio at which a few neighbours stand well apart. */
const CLOSEST = 0.3;

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
  const { graph } = index;
  let display = first;
  let palette = colours;
  let hovered: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> } | undefined;
  let labels: NodeLabel[] = [];
  let labelContext: CanvasRenderingContext2D | undefined;

  const spread = spreadOf(index);
  const scaleNow = () => {
    const { clientWidth, clientHeight } = container;
    const shown = Math.min(clientWidth / spread.width, clientHeight / spread.height);
    return Math.min(LARGEST, Math.max(SMALLEST, shown));
  };
  let scale = scaleNow();

  const isLit = (node: number) => display.lit === undefined || display.lit.nodes.has(node);
  const isEmphasised = (edge: number) =>
    (display.lit?.edges.has(edge) ?? false) || (hovered?.edges.has(edge) ?? false);

  const nodeReducer = (_id: string, { index: node, ...data }: { index?: number }) => {
    if (node === undefined) return data;
    const colour = palette.types[graph.nodes.type[node] as EntityType];
    const isHovered = hovered?.nodes.has(node) ?? false;
    const isBright = isLit(node) || isHovered;
    const isFocus = display.focus.has(node);
    return {
      ...data,
      hidden: !display.isNodeShown(node),
      size: radiusOf(graph.nodes.degree[node] ?? 0) * scale,
      color: isBright ? colour : mix(colour, palette.paper, 0.82),
      ring: isFocus ? palette.accent : palette.paper,
      pictogramColor: isBright ? palette.card : mix(palette.card, palette.paper, 0.6),
      label: isBright ? graph.nodes.name[node] : null,
      forceLabel: isHovered || (isBright && display.lit !== undefined && display.lit.nodes.size <= 60),
      // Two ends of a relation may be close: their labels find room where two plates would not.
      highlighted: isFocus && display.focus.size === 1,
      zIndex: isFocus ? 3 : isHovered ? 2 : isBright ? 1 : 0,
    };
  };
  const edgeReducer = (_id: string, { index: edge, ...data }: { index?: number }) => {
    if (edge === undefined) return data;
    const colour = palette.relations[graph.edges.type[edge] as RelationType];
    const isBright = isEmphasised(edge);
    const fade = isBright ? 0 : display.lit ? 0.86 : 0.35;
    return {
      ...data,
      hidden: !display.isEdgeShown(edge),
      color: mix(colour, palette.paper, fade),
      size: thicknessOf(graph.edges.count[edge] ?? 1) * (isBright ? 1.7 : 1),
      zIndex: isBright ? 1 : 0,
    };
  };

  const isLarge = graph.edges.id.length > MANY_EDGES;
  const sigma = new Sigma(toGraph(index), container, {
    ...SETTINGS,
    nodeReducer,
    edgeReducer,
    enableEdgeEvents: !isLarge,
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
  const hover = (next: typeof hovered) => {
    const before = hovered;
    hovered = next;
    refreshSome(
      new Set([...(before?.nodes ?? []), ...(next?.nodes ?? [])]),
      new Set([...(before?.edges ?? []), ...(next?.edges ?? [])]),
    );
    container.style.cursor = next ? 'pointer' : '';
  };
  sigma.on('enterNode', ({ node: id }) => {
    const node = index.nodeOf.get(id) ?? 0;
    const edges = (index.edgesOf[node] ?? []).filter(display.isEdgeShown);
    hover({ nodes: new Set([node, ...edges.flatMap((edge) => endsOf(graph, edge))]), edges: new Set(edges) });
  });
  sigma.on('enterEdge', ({ edge: id }) => {
    const edge = index.edgeOf.get(id) ?? 0;
    hover({ nodes: new Set(endsOf(graph, edge)), edges: new Set([edge]) });
  });
  sigma.on('leaveNode', () => hover(undefined));
  sigma.on('leaveEdge', () => hover(undefined));
  sigma.on('clickNode', ({ node }) => events.onNode(node));
  sigma.on('clickEdge', ({ edge }) => events.onEdge(edge));
  sigma.on('clickStage', () => events.onNothing());

  const pointOf = (node: number) => {
    const data = sigma.getNodeDisplayData(graph.nodes.id[node] ?? '');
    return data && sigma.framedGraphToViewport(data);
  };
  /** The camera that shows some nodes in the middle of the window; undefined when nothing has to move. */
  const frameOf = (nodes: Iterable<number>, keptScale?: number) => {
    const points = [...nodes].flatMap((node) => pointOf(node) ?? []);
    if (points.length === 0) return undefined;
    const { width, height } = sigma.getDimensions();
    const [left, right] = extent(points.map(({ x }) => x));
    const [top, bottom] = extent(points.map(({ y }) => y));
    const isInside = left > width * 0.1 && right < width * 0.9 && top > height * 0.1 && bottom < height * 0.9;
    if (keptScale && isInside) return undefined;
    const scale = keptScale ?? Math.max((right - left) / (width * 0.6), (bottom - top) / (height * 0.7));
    const ratio = Math.min(1, Math.max(CLOSEST, camera.ratio * scale));
    return { ...sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 }), ratio };
  };
  let revealing = 0;
  let isCloserDue = false;
  return {
    draw(nextDisplay, nextPalette) {
      display = nextDisplay;
      palette = nextPalette;
      hovered = undefined;
      sigma.refresh();
    },
    reveal(closer) {
      // After the frame that is due: only then do positions on the screen fit the window.
      isCloserDue ||= closer ?? false;
      cancelAnimationFrame(revealing);
      revealing = requestAnimationFrame(() => {
        const target = isCloserDue ? frameOf(display.lit?.nodes ?? []) : frameOf(display.focus, 1);
        isCloserDue = false;
        if (target) void camera.animate(target, { duration: rest });
      });
    },
    zoom(factor) {
      void camera.animatedZoom({ factor, duration: rest });
    },
    fit() {
      void camera.animatedReset({ duration: rest });
    },
    resize() {
      sigma.resize();
      const next = scaleNow();
      if (Math.abs(next - scale) > 0.05) {
        scale = next;
        sigma.refresh();
      } else sigma.scheduleRender();
    },
    locate(id) {
      const node = index.nodeOf.get(id);
      if (node !== undefined) return pointOf(node);
      const edge = index.edgeOf.get(id);
      if (edge === undefined) return undefined;
      const [from, to] = endsOf(graph, edge).map(pointOf);
      return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
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
  });
  return createNodeCompoundProgram([disc, pictogram]);
}

/** Only what does not change with filter, selection or theme: the reducers add the rest. */
function toGraph({ graph, bends }: GraphIndex): MultiDirectedGraph {
  const result = new MultiDirectedGraph();
  const images = new Map<EntityType, string>();
  graph.nodes.id.forEach((id, node) => {
    const type = graph.nodes.type[node] as EntityType;
    const image = images.get(type) ?? toImage(type);
    images.set(type, image);
    const size = radiusOf(graph.nodes.degree[node] ?? 0);
    result.addNode(id, {
      index: node,
      x: graph.nodes.x[node],
      // The layout counts downwards, as a page does; sigma counts upwards.
      y: -(graph.nodes.y[node] ?? 0),
      size,
      ...(size > PICTOGRAM_FROM ? { pictogram: image } : {}),
    });
  });
  const isLarge = graph.edges.id.length > MANY_EDGES;
  graph.edges.id.forEach((id, edge) => {
    const [from, to] = endsOf(graph, edge);
    const bend = bends[edge] ?? 0;
    result.addEdgeWithKey(id, graph.nodes.id[from], graph.nodes.id[to], {
      index: edge,
      ...(bend === 0 || isLarge ? {} : { type: 'bent', bend }),
    });
  });
  return result;
}

/** How far the layout reaches, in its own pixels. */
function spreadOf({ graph }: GraphIndex): { readonly width: number; readonly height: number } {
  const [left, right] = extent(graph.nodes.x);
  const [top, bottom] = extent(graph.nodes.y);
  return { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function thicknessOf(count: number): number {
  return Math.min(4, 1.1 + 0.5 * Math.log2(count));
}
