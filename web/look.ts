import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import type { GraphView } from '../src/model/view.ts';
import { type Display, type Part, radiusOf } from './display.ts';
import { mix, type Palette } from './palette.ts';

/** What the looks depend on. `hovered` is what the mouse lights for as long as it stays; `scale` multiplies the radii. */
export interface Light {
  readonly display: Display;
  readonly palette: Palette;
  readonly hovered: Part | undefined;
  readonly scale: number;
}

/** Lit nodes up to which each asks for its label. */
const FEW = 60;

/** How a node is drawn: bright unless something else is lit, ringed when it is what was selected. */
export function lookOfNode(graph: GraphView, node: number, { display, palette, hovered, scale }: Light) {
  const { lit, focus } = display;
  const colour = palette.types[graph.nodes.type[node] as EntityType];
  const isHovered = hovered?.nodes.has(node) ?? false;
  const isBright = isHovered || (lit?.nodes.has(node) ?? true);
  const isFocus = focus.has(node);
  return {
    hidden: !display.isNodeShown(node),
    size: radiusOf(graph.nodes.degree[node] ?? 0) * scale,
    color: isBright ? colour : mix(colour, palette.paper, 0.82),
    ring: isFocus ? palette.accent : palette.paper,
    pictogramColor: isBright ? palette.card : mix(palette.card, palette.paper, 0.6),
    label: isBright ? (graph.nodes.name[node] ?? null) : null,
    forceLabel: isHovered || (isBright && lit !== undefined && lit.nodes.size <= FEW),
    // Two ends of a relation may be close: their labels find room where two plates would not.
    highlighted: isFocus && focus.size === 1,
    zIndex: isFocus ? 3 : isHovered ? 2 : isBright ? 1 : 0,
  };
}

/** How an edge is drawn: quiet in the overview, strong when it is lit, nearly gone when others are. */
export function lookOfEdge(graph: GraphView, edge: number, { display, palette, hovered }: Light) {
  const colour = palette.relations[graph.edges.type[edge] as RelationType];
  const isBright = (display.lit?.edges.has(edge) ?? false) || (hovered?.edges.has(edge) ?? false);
  const fade = isBright ? 0 : display.lit ? 0.86 : 0.35;
  return {
    hidden: !display.isEdgeShown(edge),
    color: mix(colour, palette.paper, fade),
    size: thicknessOf(graph.edges.count[edge] ?? 1) * (isBright ? 1.7 : 1),
    zIndex: isBright ? 1 : 0,
  };
}

/** An edge's thickness in pixels at rest, from its pieces of evidence. */
function thicknessOf(count: number): number {
  return Math.min(4, 1.1 + 0.5 * Math.log2(count));
}
