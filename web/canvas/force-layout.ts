import { UndirectedGraph } from 'graphology';
import ForceAtlas2 from 'graphology-layout-forceatlas2/worker';
import Noverlap from 'graphology-layout-noverlap/worker';
import { itemAt } from '../base/must.ts';
import { endsOf } from '../graph/graph-index.ts';
import type { Scene } from '../scene/scene.ts';

/** How the browser lays out anew. */
export interface LayoutSettings {
  readonly gravity: number;
  readonly spread: number;
  /** Draw communities tight and apart. */
  readonly isTight: boolean;
  /** Push discs apart at the end, until none lies over another. */
  readonly hasNoOverlap: boolean;
}

/** What a layout starts with. */
export const LAYOUT: LayoutSettings = { gravity: 1, spread: 20, isTight: false, hasNoOverlap: true };

/** Milliseconds after which it has settled: two seconds, and one more for every five thousand nodes. */
const timeFor = (count: number) => 2000 + count / 5;

/** Milliseconds after which pushing discs apart has done what it can. */
const APART = 2500;

/** Steps that it makes at least, however long a busy machine takes over them. */
const LEAST_STEPS = 60;

/**
 * Lay out what is drawn by ForceAtlas2, in a worker: pinned nodes stay, the others go on from where they are. `onPlaces` gets
 * the whole graph's places with every step, in the units of the canvas. It ends by itself when it has had its time and made its steps, or with `stop`.
 */
export function startLayout(
  scene: Scene,
  settings: LayoutSettings,
  onPlaces: (x: Float64Array, y: Float64Array) => void,
  onEnd: () => void,
): { stop(): void } {
  const { graph } = scene.index;
  const moving = new UndirectedGraph();
  const { drawn } = scene.grouping;
  const nodes = Array.from(drawn.nodes.keys()).filter((node) => drawn.nodes[node]);
  for (const node of nodes)
    moving.addNode(node, {
      x: scene.places.x[node],
      y: scene.places.y[node],
      size: itemAt(scene.radii, node) + 3,
      fixed: scene.pinned.has(node),
    });
  drawn.edges.forEach((isShown, edge) => {
    const [from, to] = endsOf(graph, edge);
    if (isShown && from !== to) moving.mergeEdge(from, to);
  });
  const worker = new ForceAtlas2(moving, {
    settings: {
      gravity: settings.gravity,
      scalingRatio: settings.spread,
      linLogMode: settings.isTight,
      barnesHutOptimize: moving.order > 1000,
      barnesHutTheta: 0.8,
      slowDown: 4,
    },
  });
  const [x, y] = [Float64Array.from(scene.places.x), Float64Array.from(scene.places.y)];
  let apart: Noverlap | undefined;
  let steps = 0;
  let isTimeOver = false;
  const endWhenSettled = () => {
    if (isTimeOver && steps >= LEAST_STEPS) settle();
  };
  const follow = () => {
    for (const node of nodes) {
      const place = moving.getNodeAttributes(node);
      x[node] = place.x;
      y[node] = place.y;
    }
    steps++;
    onPlaces(x, y);
    if (!apart) endWhenSettled();
  };
  moving.on('eachNodeAttributesUpdated', follow);
  let isDone = false;
  const stop = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    worker.kill();
    apart?.kill();
    onEnd();
  };
  // Forces alone leave discs on one another where hubs pull; taking size into account while they pull freezes them where they are.
  const settle = () => {
    worker.stop();
    if (!settings.hasNoOverlap) return stop();
    apart = new Noverlap(moving, { settings: { margin: 4, ratio: 1.1 }, onConverged: stop });
    apart.start();
    timer = window.setTimeout(stop, APART);
  };
  let timer = window.setTimeout(() => {
    isTimeOver = true;
    endWhenSettled();
  }, timeFor(moving.order));
  worker.start();
  return { stop };
}
