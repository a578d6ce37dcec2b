import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import { mix, type Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** The colour of a node: its type's, or its community's; small communities share one quiet colour. */
export function colourOf({ index, colour, palette }: Scene, node: number): string {
  const { type, community } = index.graph.nodes;
  if (colour === 'type') return palette.types[type[node] as EntityType];
  return palette.communities[community[node] ?? -1] ?? palette.types.Place;
}

/** The colour of an edge that is lit. */
export function strokeOf({ index, palette }: Scene, edge: number): string {
  return palette.relations[index.graph.edges.type[edge] as RelationType];
}

const faded = new WeakMap<Palette, Map<string, string>>();

/** An edge's colour in the overview: a third of the way to the paper. */
export function quietStrokeOf(scene: Scene, edge: number): string {
  const { palette } = scene;
  const known = faded.get(palette) ?? new Map<string, string>();
  faded.set(palette, known);
  const colour = strokeOf(scene, edge);
  const quiet = known.get(colour) ?? mix(colour, palette.paper, 0.35);
  known.set(colour, quiet);
  return quiet;
}

/** An edge's thickness in pixels at rest, from its pieces of evidence. */
export function thicknessOf({ index }: Scene, edge: number): number {
  return Math.min(4, 1.1 + 0.5 * Math.log2(index.graph.edges.count[edge] ?? 1));
}
