import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import type { GraphView } from '../../src/model/view.ts';
import type { Found } from '../state/store.ts';
import type { Shown } from './filter.ts';
import type { GraphIndex } from './graph-index.ts';
import { endsOf } from './graph-index.ts';
import { markOf } from './own-places.ts';
import { partOfPaths } from './paths.ts';
import type { Arrangement, Look, Selection } from './view.ts';

/** A part of the graph, by positions. */
export interface Part {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** What a selection brings out: its own nodes, and all that is lit with them. Without `lit` everything is drawn alike. */
export interface Light {
  readonly focus: ReadonlySet<number>;
  readonly lit?: Part;
}

/** Where nodes lie for the canvas, which counts upwards; the layout counts downwards, as a page does. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
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

/** What a selection lights: an entity with its neighbours, a relation with its ends, the ways between two entities. */
export function toLight(
  index: GraphIndex,
  shown: Shown,
  selection: Selection | undefined,
  found?: Found,
): Light {
  const { graph, nodeOf } = index;
  const isFound = found?.of === JSON.stringify(selection);
  if (isFound && (selection?.kind === 'path' || selection?.kind === 'common')) {
    const ends = selection.kind === 'path' ? [selection.from, selection.to] : selection.ids;
    const toNodes = (ids: readonly string[]) => new Set(ids.flatMap((id) => nodeOf.get(id) ?? []));
    const edges = new Set(found.edges.flatMap((id) => index.edgeOf.get(id) ?? []));
    return { focus: toNodes(ends), lit: { nodes: toNodes([...ends, ...found.nodes]), edges } };
  }
  switch (selection?.kind) {
    case 'area':
    case 'profile':
    case 'entity': {
      const node = nodeOf.get(selection.id);
      if (node === undefined) break;
      const edges = (index.edgesOf[node] ?? []).filter((edge) => shown.edges[edge]);
      const nodes = new Set([node, ...edges.flatMap((edge) => endsOf(graph, edge))]);
      return { focus: new Set([node]), lit: { nodes, edges: new Set(edges) } };
    }
    case 'relation': {
      const edge = index.edgeOf.get(selection.id);
      if (edge === undefined) break;
      const nodes = new Set(endsOf(graph, edge));
      return { focus: nodes, lit: { nodes, edges: new Set([edge]) } };
    }
    case 'path': {
      const [from, to] = [nodeOf.get(selection.from), nodeOf.get(selection.to)];
      if (from === undefined || to === undefined) break;
      return { focus: new Set([from, to]), lit: partOfPaths(index, shown, selection, [from, to]) };
    }
    case 'compare':
    case 'pair':
    case 'common': {
      const nodes = selection.ids.flatMap((id) => nodeOf.get(id) ?? []);
      const shared = commonNeighbours(index, shown, nodes);
      const all = new Set([...nodes, ...shared]);
      const edges = shared.flatMap((node) =>
        (index.edgesOf[node] ?? []).filter(
          (edge) => shown.edges[edge] && endsOf(graph, edge).every((end) => all.has(end)),
        ),
      );
      return { focus: new Set(nodes), lit: { nodes: all, edges: new Set(edges) } };
    }
  }
  return { focus: new Set() };
}

/** The drawn nodes that every one of these is tied to. */
export function commonNeighbours(index: GraphIndex, shown: Shown, nodes: readonly number[]): number[] {
  const tied = nodes.map((node) => new Set(neighboursOf(index, shown, node)));
  const [first, ...others] = tied;
  if (!first) return [];
  return [...first].filter((node) => others.every((other) => other.has(node)) && !nodes.includes(node));
}

/** The drawn nodes beside a node, each once. */
export function neighboursOf({ graph, edgesOf }: GraphIndex, shown: Shown, node: number): number[] {
  const edges = (edgesOf[node] ?? []).filter((edge) => shown.edges[edge]);
  const ends = new Set(edges.flatMap((edge) => endsOf(graph, edge)));
  ends.delete(node);
  return [...ends];
}

/** How much of each type is drawn: what is hidden is always counted. */
export function toTallies({ graph }: GraphIndex, shown: Shown): Tallies {
  const types = tally(graph.nodes.type, shown.nodes);
  const relations = tally(graph.edges.type, shown.edges);
  return { types, relations, hiddenEntities: hidden(types), hiddenRelations: hidden(relations) };
}

function tally<T>(kinds: readonly T[], isShown: Uint8Array): Map<T, Tally> {
  const tallies = new Map<T, { shown: number; total: number }>();
  kinds.forEach((kind, at) => {
    const found = tallies.get(kind) ?? { shown: 0, total: 0 };
    tallies.set(kind, found);
    found.total++;
    if (isShown[at]) found.shown++;
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

/** The radius of every node by the measure that is asked for; the greatest of a measure is as large as a hub. */
export function toRadii({ nodes }: GraphView, size: Look['size']): Float64Array {
  if (size === 'degree') return Float64Array.from(nodes.degree, radiusOf);
  const values = nodes[size];
  const most = values.reduce((greatest, value) => Math.max(greatest, value), 0) || 1;
  return Float64Array.from(values, (value) => 4 + 20 * Math.sqrt(value / most));
}

/** Where every node lies: as laid out on the server or by hand, the pinned ones where they were pinned. */
export function toPlaces(
  { graph, nodeOf }: GraphIndex,
  { places, pins }: Pick<Arrangement, 'places' | 'pins'>,
): Places {
  const { x, y } = places?.mark === markOf(graph) ? places : graph.nodes;
  const result = { x: Float64Array.from(x), y: Float64Array.from(y, (value) => -value) };
  for (const [id, point] of pins) {
    const node = nodeOf.get(id);
    if (node === undefined) continue;
    result.x[node] = point.x;
    result.y[node] = -point.y;
  }
  return result;
}
