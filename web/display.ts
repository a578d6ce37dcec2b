import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import type { GraphView } from '../src/model/view.ts';
import type { Filter, Selection } from './state.ts';

/** A graph with what drawing it needs again and again; made once for each version. Nodes and edges are positions. */
export interface GraphIndex {
  readonly graph: GraphView;
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly edgeOf: ReadonlyMap<string, number>;
  readonly edgesOf: readonly (readonly number[])[];
  /** How far an edge bends: 0 is straight; edges between the same two nodes fan out. */
  readonly bends: readonly number[];
}

/** A part of the graph, by positions. */
export interface Part {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** What is drawn, and what of it is lit. Without `lit` everything is drawn alike. */
export interface Display {
  readonly isNodeShown: (node: number) => boolean;
  readonly isEdgeShown: (edge: number) => boolean;
  readonly focus: ReadonlySet<number>;
  readonly lit?: Part;
}

/** How many there are of a type, and how many of them are drawn. */
export interface Tally {
  readonly shown: number;
  readonly total: number;
}

export interface Tallies {
  readonly types: ReadonlyMap<EntityType, Tally>;
  readonly relations: ReadonlyMap<RelationType, Tally>;
  readonly hiddenEntities: number;
  readonly hiddenRelations: number;
}

export function toGraphIndex(graph: GraphView): GraphIndex {
  const edgesOf: number[][] = graph.nodes.id.map(() => []);
  const pairs = new Map<string, number[]>();
  graph.edges.id.forEach((_, edge) => {
    const [from, to] = endsOf(graph, edge);
    edgesOf[from]?.push(edge);
    if (to !== from) edgesOf[to]?.push(edge);
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
  });
  const bends = graph.edges.id.map(() => 0);
  for (const edges of pairs.values()) {
    edges.forEach((edge, index) => {
      const [from, to] = endsOf(graph, edge);
      const offset = (index - (edges.length - 1) / 2) * 0.28;
      bends[edge] = from < to ? offset : -offset;
    });
  }
  return { graph, nodeOf: positions(graph.nodes.id), edgeOf: positions(graph.edges.id), edgesOf, bends };
}

function positions(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

export function endsOf({ edges }: GraphView, edge: number): readonly [number, number] {
  return [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
}

/** What a filter leaves, and what a selection lights: an entity with its neighbours, a relation with its two ends. */
export function toDisplay(index: GraphIndex, filter: Filter, selection: Selection | undefined): Display {
  const { graph } = index;
  const isNodeShown = (node: number) => {
    const type = graph.nodes.type[node] as EntityType;
    const id = graph.nodes.id[node] ?? '';
    if (filter.hiddenTypes.has(type) || filter.without?.has(id)) return false;
    return !filter.only || filter.only.has(id);
  };
  const isEdgeShown = (edge: number) => {
    const [from, to] = endsOf(graph, edge);
    const type = graph.edges.type[edge] as RelationType;
    return !filter.hiddenRelations.has(type) && isNodeShown(from) && isNodeShown(to);
  };
  const shown = { isNodeShown, isEdgeShown };
  const node = selection?.kind === 'entity' ? index.nodeOf.get(selection.id) : undefined;
  if (node !== undefined) {
    const edges = (index.edgesOf[node] ?? []).filter(isEdgeShown);
    const nodes = new Set([node, ...edges.flatMap((edge) => endsOf(graph, edge))]);
    return { ...shown, focus: new Set([node]), lit: { nodes, edges: new Set(edges) } };
  }
  const edge = selection?.kind === 'relation' ? index.edgeOf.get(selection.id) : undefined;
  if (edge !== undefined) {
    const nodes = new Set(endsOf(graph, edge));
    return { ...shown, focus: nodes, lit: { nodes, edges: new Set([edge]) } };
  }
  return { ...shown, focus: new Set() };
}

/** How much of each type is drawn: what is hidden is always counted. */
export function toTallies({ graph }: GraphIndex, display: Display): Tallies {
  const types = tally(graph.nodes.type, display.isNodeShown);
  const relations = tally(graph.edges.type, display.isEdgeShown);
  return { types, relations, hiddenEntities: hidden(types), hiddenRelations: hidden(relations) };
}

function tally<T>(kinds: readonly T[], isShown: (at: number) => boolean): Map<T, Tally> {
  const tallies = new Map<T, Tally>();
  kinds.forEach((kind, at) => {
    const { shown, total } = tallies.get(kind) ?? { shown: 0, total: 0 };
    tallies.set(kind, { shown: shown + (isShown(at) ? 1 : 0), total: total + 1 });
  });
  return tallies;
}

function hidden(tallies: ReadonlyMap<unknown, Tally>): number {
  return [...tallies.values()].reduce((sum, { shown, total }) => sum + total - shown, 0);
}

/** A node's radius in pixels at rest: its area grows with its relations. */
export function radiusOf(degree: number): number {
  return Math.min(24, 4 + 2.2 * Math.sqrt(degree));
}
