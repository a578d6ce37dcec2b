import { UndirectedGraph } from 'graphology';
import ForceAtlas2 from 'graphology-layout-forceatlas2/worker';
import { endsOf } from '../graph/graph-index.ts';
import type { Scene } from '../scene/scene.ts';

/** How the browser lays out anew. */
export interface LayoutSettings {
  readonly gravity: number;
  readonly spread: number;
  /** Draw communities tight and apart. */
  readonly isTight: boolean;
  readonly hasNoOverlap: boolean;
}

export const LAYOUT: LayoutSettings = { gravity: 1, spread: 20, isTight: false, hasNoOverlap: true };

/** Milliseconds after which it has settled: two seconds, and one more for every five thousand nodes. */
const timeFor = (count: number) => 2000 + count / 5;

/**
 * Lay out what is drawn by ForceAtlas2, in a worker: pinned nodes stay, the others go on from where they are. `onPlaces` gets
 * the whole graph's places with every step, in the units of the canvas. It ends by itself, or with `stop`.
 */
export function startLayout(
  scene: Scene,
  settings: LayoutSettings,
  onPlaces: (x: Float64Array, y: Float64Array) => void,
  onEnd: () => void,
): { stop(): void } {
  const { graph } = scene.index;
  const part = new UndirectedGraph();
  const nodes = Array.from(scene.shown.nodes.keys()).filter((node) => scene.shown.nodes[node]);
  for (const node of nodes)
    part.addNode(node, {
      x: scene.places.x[node],
      y: scene.places.y[node],
      size: (scene.radii[node] ?? 4) + 3,
      fixed: scene.pinned.has(node),
    });
  scene.shown.edges.forEach((isShown, edge) => {
    const [from, to] = endsOf(graph, edge);
    if (isShown && from !== to) part.mergeEdge(from, to);
  });
  const worker = new ForceAtlas2(part, {
    settings: {
      gravity: settings.gravity,
      scalingRatio: settings.spread,
      linLogMode: settings.isTight,
      adjustSizes: settings.hasNoOverlap,
      barnesHutOptimize: part.order > 1000,
      barnesHutTheta: 0.8,
      slowDown: 4,
    },
  });
  const [x, y] = [scene.places.x.slice(), scene.places.y.slice()];
  part.on('eachNodeAttributesUpdated', () => {
    for (const node of nodes) {
      const place = part.getNodeAttributes(node);
      x[node] = place.x;
      y[node] = place.y;
    }
    onPlaces(x, y);
  });
  let isDone = false;
  const stop = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    worker.kill();
    onEnd();
  };
  const timer = setTimeout(stop, timeFor(part.order));
  worker.start();
  return { stop };
}
