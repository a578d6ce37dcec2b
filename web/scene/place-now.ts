import { indexOf } from '../graph/graph-index.ts';
import { toPlaces } from '../graph/light.ts';
import type { Point } from '../graph/view.ts';
import { useExplorer } from '../state/store.ts';

/** Where an entity lies now, in the units of the layout; undefined when it is not in the graph that is here. */
export function placeNow(id: string): Point | undefined {
  const { graph, pins, places } = useExplorer.getState();
  const index = graph && indexOf(graph);
  const node = index?.nodeOf.get(id);
  if (!index || node === undefined) return undefined;
  const { x, y } = toPlaces(index, { pins, places });
  return { x: x[node] ?? 0, y: -(y[node] ?? 0) };
}
