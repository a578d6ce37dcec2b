import { RELATION_TYPES, type RelationType } from '../../src/model/relation.ts';
import { memo } from '../base/memo.ts';
import { entryOf, itemAt } from '../base/must.ts';
import { mix, type Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** The colour of a node: its type's, or its community's; small communities share one quiet colour. */
export function colourOf({ index, colour, palette }: Scene, node: number): string {
  const { type, community } = index.graph.nodes;
  if (colour === 'type') return palette.types[itemAt(type, node)];
  return palette.communities[itemAt(community, node)] ?? palette.types.Place;
}

/** The colour of an edge that is lit. */
export function strokeOf({ index, palette }: Scene, edge: number): string {
  return palette.relations[itemAt(index.graph.edges.type, edge)];
}

const quietStrokes = memo(
  ({ relations, paper }: Palette): ReadonlyMap<RelationType, string> =>
    new Map(RELATION_TYPES.map((type) => [type, mix(relations[type], paper, 0.35)])),
);

/** An edge's colour in the overview: a third of the way to the paper. */
export function quietStrokeOf({ index, palette }: Scene, edge: number): string {
  return entryOf(quietStrokes(palette), itemAt(index.graph.edges.type, edge));
}

/** An edge's thickness in pixels at rest, from its pieces of evidence. */
export function thicknessOf({ index }: Scene, edge: number): number {
  return Math.min(4, 1.1 + 0.5 * Math.log2(itemAt(index.graph.edges.count, edge)));
}
