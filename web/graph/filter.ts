import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
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
  readonly outlet?: string;
  /** The least confidence, 0..1. */
  readonly confidence?: number;
  /** The id of a place or zone: what lies in it, at any depth. */
  readonly place?: string;
  /** The id of an industry. */
  readonly industry?: string;
}

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
    filter.place === undefined ? undefined : within(index, filter.place),
    filter.industry === undefined ? undefined : inIndustry(index, filter.industry),
    filter.period?.by === 'event' ? aroundEvents(index, filter.period) : undefined,
  ].filter((set) => set !== undefined);
  const passes = passingArticles(index, filter);
  const least = filter.confidence ?? 0;
  const isTold = (articles: readonly number[] | undefined) =>
    !passes || !articles || articles.length === 0 || articles.some((article) => passes[article]);
  for (let node = 0; node < nodes.length; node++) {
    const id = graph.nodes.id[node] ?? '';
    const isHidden =
      filter.hiddenTypes.has(graph.nodes.type[node] as EntityType) ||
      filter.without?.has(id) ||
      (filter.only && !filter.only.has(id)) ||
      (graph.nodes.confidence[node] ?? 1) < least ||
      !isTold(graph.nodes.articles[node]) ||
      sets.some((set) => !set.has(node));
    if (isHidden) nodes[node] = 0;
  }
  for (let edge = 0; edge < edges.length; edge++) {
    const [from, to] = endsOf(graph, edge);
    if (
      nodes[from] &&
      nodes[to] &&
      !filter.hiddenRelations.has(graph.edges.type[edge] as RelationType) &&
      (graph.edges.confidence[edge] ?? 1) >= least &&
      isTold(graph.edges.articles[edge])
    )
      edges[edge] = 1;
  }
  return { nodes, edges };
}

let last: { readonly index: GraphIndex; readonly filter: Filter; readonly shown: Shown } | undefined;

/** What a filter leaves; asked again with the same, the answer is the same object. */
export function shownBy(index: GraphIndex, filter: Filter): Shown {
  if (last?.index !== index || last.filter !== filter)
    last = { index, filter, shown: toShown(index, filter) };
  return last.shown;
}

/** Whether a date, as exact as it is known, lies in a period. */
export function isWithin(date: string, { from, to }: Period): boolean {
  if (date === '') return false;
  return (
    (from === undefined || date >= from.slice(0, date.length)) &&
    (to === undefined || date <= to.slice(0, date.length))
  );
}

/** Which articles count, by outlet and date of publication; undefined when all do. */
function passingArticles({ graph }: GraphIndex, { period, outlet }: Filter): Uint8Array | undefined {
  const dated = period?.by === 'published' ? period : undefined;
  if (!dated && outlet === undefined) return undefined;
  return Uint8Array.from(graph.articles.published, (published, article) => {
    const isDated = !dated || isWithin(published, dated);
    return isDated && (outlet === undefined || graph.articles.outlet[article] === outlet) ? 1 : 0;
  });
}

/** Whatever lies in a place or zone, at any depth, with it; people by their posts. */
function within({ graph, nodeOf, edgesOf }: GraphIndex, id: string): ReadonlySet<number> {
  const start = nodeOf.get(id);
  const found = new Set(start === undefined ? [] : [start]);
  for (const node of found)
    for (const edge of edgesOf[node] ?? []) {
      const type = graph.edges.type[edge];
      const [from, to] = endsOf(graph, edge);
      if (to === node && (type === 'LOCATED_IN' || type === 'PART_OF' || type === 'HOLDS_POST'))
        found.add(from);
    }
  // Who builds what lies there belongs to the picture, wherever it is at home.
  for (const node of [...found])
    for (const edge of edgesOf[node] ?? [])
      if (graph.edges.type[edge] === 'INVESTS_IN') found.add(graph.edges.from[edge] ?? node);
  return found;
}

/** An industry, what belongs to it, and who and where that is tied to. */
function inIndustry({ graph, nodeOf, edgesOf }: GraphIndex, id: string): ReadonlySet<number> {
  const industry = nodeOf.get(id);
  if (industry === undefined) return new Set();
  const members = (edgesOf[industry] ?? [])
    .filter((edge) => graph.edges.type[edge] === 'IN_INDUSTRY')
    .map((edge) => graph.edges.from[edge] ?? industry);
  const found = new Set([industry, ...members]);
  for (const member of members)
    for (const edge of edgesOf[member] ?? [])
      if (graph.edges.type[edge] !== 'IN_INDUSTRY') for (const end of endsOf(graph, edge)) found.add(end);
  return found;
}

/** What something is told of in a period, with its neighbours. */
function aroundEvents({ graph, edgesOf }: GraphIndex, period: Period): ReadonlySet<number> {
  const found = new Set<number>();
  graph.events.node.forEach((node, at) => {
    if (isWithin(graph.events.date[at] ?? '', period)) found.add(node);
  });
  for (const node of [...found])
    for (const edge of edgesOf[node] ?? []) for (const end of endsOf(graph, edge)) found.add(end);
  return found;
}
