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
  readonly outlet?: string;
  /** The least confidence, 0..1. */
  readonly confidence?: number;
  /** The id of a place or zone: what lies in it, at any depth. */
  readonly place?: string;
  /** The id of an industry. */
  readonly industry?: string;
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
    filter.place === undefined ? undefined : within(index, filter.place),
    filter.industry === undefined ? undefined : inIndustry(index, filter.industry),
    filter.period?.by === 'event' ? aroundEvents(index, filter.period) : undefined,
  ].filter((set) => set !== undefined);
  const passes = passingArticles(index, filter);
  const least = filter.confidence ?? 0;
  const isTold = (articles: readonly number[]) =>
    !passes || articles.length === 0 || articles.some((article) => passes[article]);
  graph.nodes.id.forEach((id, node) => {
    const isHidden =
      filter.hiddenTypes.has(itemAt(graph.nodes.type, node)) ||
      filter.without?.has(id) ||
      (filter.only && !filter.only.has(id)) ||
      itemAt(graph.nodes.confidence, node) < least ||
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
      isTold(itemAt(graph.edges.articles, edge))
    )
      edges[edge] = 1;
  }
  return { nodes, edges };
}

/** What a filter leaves, remembered; two are kept, for the plain filter is asked for beside the one that is set. */
export const shownBy = memo(toShown, 2);

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
function aroundEvents({ graph, edgesOf }: GraphIndex, period: Period): ReadonlySet<number> {
  const found = new Set<number>();
  graph.events.node.forEach((node, at) => {
    if (isWithin(itemAt(graph.events.date, at), period)) found.add(node);
  });
  for (const node of [...found])
    for (const edge of itemAt(edgesOf, node)) for (const end of endsOf(graph, edge)) found.add(end);
  return found;
}
