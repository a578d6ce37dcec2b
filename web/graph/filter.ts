import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import { endsOf, type GraphIndex } from './graph-index.ts';

/** A stretch of time; an open end reaches as far as there is. Dates are ISO text. */
export interface Period {
  /** Of publication, or of what the facts tell. */
  readonly by: 'published' | 'event';
  readonly from?: string;
  readonly to?: string;
}

/** Which part of the graph is drawn. What is absent leaves everything. */
export interface Filter {
  readonly hiddenTypes: ReadonlySet<EntityType>;
  readonly hiddenRelations: ReadonlySet<RelationType>;
  /** Keep to the entities with these ids. */
  readonly only?: ReadonlySet<string>;
  /** Entities drawn beside the overview of a large graph. */
  readonly beside?: ReadonlySet<string>;
  /** Entities taken out one by one. */
  readonly without?: ReadonlySet<string>;
  readonly period?: Period;
  /** What any of these outlets published. */
  readonly outlets?: ReadonlySet<string>;
  /** The least confidence, 0..1. */
  readonly confidence?: number;
  /** Ids of places and zones: what lies in any of them, at any depth. */
  readonly places?: ReadonlySet<string>;
  /** Ids of industries. */
  readonly industries?: ReadonlySet<string>;
  /** States of projects: those projects, and what they are tied to. */
  readonly states?: ReadonlySet<string>;
  /** Bounds of a project's sum in yuan: those projects, and what they are tied to. */
  readonly sum?: { readonly least?: number; readonly most?: number };
  /** The least number of relations, in the whole graph. */
  readonly ties?: number;
}

/** Leaves everything. */
export const NO_FILTER: Filter = { hiddenTypes: new Set(), hiddenRelations: new Set() };

/** Whether each node and each edge is drawn: 1 or 0. */
export interface Shown {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
}

/** What a filter leaves. An edge is drawn when both its ends are. Public lists are in no article, so no date hides them. */
export function toShown(index: GraphIndex, filter: Filter): Shown {
  const { graph } = index;
  const nodes = new Uint8Array(graph.nodes.id.length).fill(1);
  const edges = new Uint8Array(graph.edges.id.length);
  const sets = [
    anyOf(filter.places, (place) => within(index, place)),
    anyOf(filter.industries, (industry) => inIndustry(index, industry)),
    filter.states || filter.sum ? aroundProjects(index, filter) : undefined,
    filter.period?.by === 'event' ? aroundEvents(index, filter.period) : undefined,
  ].filter((set) => set !== undefined);
  const passes = passingArticles(index, filter);
  const { confidence: least = 0, ties = 0 } = filter;
  const isTold = (articles: readonly number[]) =>
    !passes || articles.length === 0 || articles.some((article) => passes[article]);
  graph.nodes.id.forEach((id, node) => {
    const isHidden =
      filter.hiddenTypes.has(itemAt(graph.nodes.type, node)) ||
      filter.without?.has(id) ||
      (filter.only && !filter.only.has(id)) ||
      itemAt(graph.nodes.confidence, node) < least ||
      itemAt(graph.nodes.degree, node) < ties ||
      !isTold(itemAt(graph.nodes.articles, node)) ||
      sets.some((set) => !set.has(node));
    if (isHidden) nodes[node] = 0;
  });
  for (let edge = 0; edge < edges.length; edge++) {
    const [from, to] = endsOf(graph, edge);
    if (
      nodes[from] &&
      nodes[to] &&
      !filter.hiddenRelations.has(itemAt(graph.edges.type, edge)) &&
      itemAt(graph.edges.confidence, edge) >= least &&
      isTold(itemAt(graph.edges.articles, edge)) &&
      (filter.period?.by !== 'published' || isInForce(graph, edge, filter.period))
    )
      edges[edge] = 1;
  }
  return { nodes, edges };
}

/** What a filter leaves, remembered; two are kept, for the plain filter is asked for beside the one that is set. */
export const shownBy = memo(toShown, 2);

/** Whether a date lies in a period. Date and bound are compared as exactly as both are known: 2023-08-31 is in a period to 2023-08. */
export function isWithin(date: string, { from, to }: Period): boolean {
  if (date === '') return false;
  const compared = (bound: string): readonly [string, string] => {
    const length = Math.min(date.length, bound.length);
    return [date.slice(0, length), bound.slice(0, length)];
  };
  const isBefore = ([one, other]: readonly [string, string]) => one < other;
  return (
    (from === undefined || !isBefore(compared(from))) &&
    (to === undefined || !isBefore([...compared(to)].reverse() as [string, string]))
  );
}

/** Whether a post was in force at the end of a period of publication: begun by then, as far as that is told, and not ended. */
function isInForce({ edges }: GraphAnswer, edge: number, { to }: Period): boolean {
  if (to === undefined) return true;
  const [since, until] = [itemAt(edges.since, edge), itemAt(edges.until, edge)];
  const by = (date: string) => isWithin(date, { by: 'published', to });
  return (since === '' || by(since)) && (until === '' || !by(until));
}

/** The union of what is found for each; undefined of no values, which leave everything. */
function anyOf(
  values: ReadonlySet<string> | undefined,
  find: (value: string) => ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  return values && new Set([...values].flatMap((value) => [...find(value)]));
}

/** Which articles count, by outlet and date of publication; undefined when all do. */
function passingArticles({ graph }: GraphIndex, { period, outlets }: Filter): Uint8Array | undefined {
  const dated = period?.by === 'published' ? period : undefined;
  if (!dated && !outlets) return undefined;
  return Uint8Array.from(graph.articles.published, (published, article) => {
    const isDated = !dated || isWithin(published, dated);
    return isDated && (!outlets || outlets.has(itemAt(graph.articles.outlet, article))) ? 1 : 0;
  });
}

/** Whatever lies in a place or zone, at any depth, with it; people by their posts. */
function within({ graph, nodeOf, edgesOf }: GraphIndex, id: string): ReadonlySet<number> {
  const start = nodeOf.get(id);
  const found = new Set(start === undefined ? [] : [start]);
  for (const node of found)
    for (const edge of itemAt(edgesOf, node)) {
      const type = graph.edges.type[edge];
      const [from, to] = endsOf(graph, edge);
      if (to === node && (type === 'LOCATED_IN' || type === 'PART_OF' || type === 'HOLDS_POST'))
        found.add(from);
    }
  // Who builds what lies there belongs to the picture, wherever it is at home.
  for (const node of [...found])
    for (const edge of itemAt(edgesOf, node))
      if (graph.edges.type[edge] === 'INVESTS_IN') found.add(itemAt(graph.edges.from, edge));
  return found;
}

/** An industry, what belongs to it, and who and where that is tied to. */
function inIndustry({ graph, nodeOf, edgesOf }: GraphIndex, id: string): ReadonlySet<number> {
  const industry = nodeOf.get(id);
  if (industry === undefined) return new Set();
  const members = itemAt(edgesOf, industry)
    .filter((edge) => graph.edges.type[edge] === 'IN_INDUSTRY')
    .map((edge) => itemAt(graph.edges.from, edge));
  const found = new Set([industry, ...members]);
  for (const member of members)
    for (const edge of itemAt(edgesOf, member))
      if (graph.edges.type[edge] !== 'IN_INDUSTRY') for (const end of endsOf(graph, edge)) found.add(end);
  return found;
}

/** What something is told of in a period, with its neighbours. */
function aroundEvents(index: GraphIndex, period: Period): ReadonlySet<number> {
  const { node, date } = index.graph.events;
  return withNeighbours(
    index,
    node.filter((_, at) => isWithin(itemAt(date, at), period)),
  );
}

/** Projects in one of the states and within the bounds of their sum, with their neighbours. */
function aroundProjects(index: GraphIndex, { states, sum }: Filter): ReadonlySet<number> {
  const { type, status, investment } = index.graph.nodes;
  const isAsked = (node: number) => {
    const value = investment[node] ?? undefined;
    const isWithinBounds =
      !sum || (value !== undefined && value >= (sum.least ?? 0) && value <= (sum.most ?? Infinity));
    return type[node] === 'Project' && isWithinBounds && (!states || states.has(itemAt(status, node)));
  };
  return withNeighbours(index, [...type.keys()].filter(isAsked));
}

function withNeighbours({ graph, edgesOf }: GraphIndex, nodes: readonly number[]): ReadonlySet<number> {
  const found = new Set(nodes);
  for (const node of nodes)
    for (const edge of itemAt(edgesOf, node)) for (const end of endsOf(graph, edge)) found.add(end);
  return found;
}
