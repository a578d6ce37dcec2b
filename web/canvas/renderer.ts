import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { entryOf, itemAt } from '../base/must.ts';
import { colourOf, quietStrokeOf, thicknessOf } from '../scene/look.ts';
import { toColumnGraph } from './columns.ts';
import { grainAtRest, scaleAt } from './frame.ts';
import type { LiveScene } from './live-scene.ts';
import { programs } from './programs.ts';

const SETTINGS: Partial<Settings> = {
  allowInvalidContainer: true,
  enableCameraRotation: false,
  maxCameraRatio: 4,
  minCameraRatio: 0.002,
  minEdgeThickness: 0.7,
  // Names, and all that comes and goes, are painted on a layer of our own.
  renderLabels: false,
  stagePadding: 56,
};

/** Start sigma on a graph, as yet with nothing drawn; `isLarge` draws every edge straight. */
export function openRenderer(container: HTMLElement, live: LiveScene, isLarge: boolean): Sigma {
  const { index, extent } = live.scene;
  const programOf = (edge: number) => (isLarge || itemAt(index.bends, edge) === 0 ? 'straight' : 'bent');
  // Sigma asks for it before there is anything that could tell.
  let atRest = () => 1;
  const columns = toColumnGraph(index);
  const sigma = new Sigma(columns.graph, container, {
    ...SETTINGS,
    nodeReducer: (id) => toNodeData(live, entryOf(index.nodeOf, id)),
    edgeReducer: (id) => {
      const edge = entryOf(index.edgeOf, id);
      return { ...toEdgeData(live, edge), type: programOf(edge) };
    },
    hideEdgesOnMove: isLarge,
    zoomToSizeRatioFunction: (ratio) => 1 / scaleAt(atRest() / ratio),
    defaultNodeType: 'entity',
    defaultEdgeType: 'straight',
    ...programs(),
  });
  columns.setExtent(sigma, extent);
  atRest = () => grainAtRest(sigma, extent);
  columns.takeIn(sigma, 'entity', programOf);
  return sigma;
}

/** What a node is drawn from. */
function toNodeData({ scene, places }: LiveScene, node: number) {
  const { palette } = scene;
  return {
    x: itemAt(places.x, node),
    y: itemAt(places.y, node),
    hidden: !scene.grouping.drawn.nodes[node],
    size: itemAt(scene.radii, node),
    color: colourOf(scene, node),
    ring: scene.pinned.has(node) ? palette.ink : palette.paper,
    sign: palette.card,
    pictogram: ENTITY_TYPES.indexOf(itemAt(scene.index.graph.nodes.type, node)),
  };
}

/** What an edge is drawn from. */
function toEdgeData({ scene }: LiveScene, edge: number) {
  return {
    bend: itemAt(scene.index.bends, edge),
    hidden: !scene.grouping.drawn.edges[edge],
    color: quietStrokeOf(scene, edge),
    size: thicknessOf(scene, edge),
  };
}
