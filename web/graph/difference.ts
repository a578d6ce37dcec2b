import type { GraphDifference } from '../../src/contract/changes.ts';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { entryOf, itemAt } from '../base/must.ts';

/** Where a row of the new graph comes from: the graph before or the difference, and at which position there. */
interface Row {
  readonly isNew: boolean;
  readonly at: number;
}

/** Which rows a list has now, and where those that it had before have gone; nowhere when they are gone. */
interface Order {
  readonly rows: readonly Row[];
  readonly placeOf: ReadonlyMap<number, number>;
}

/**
 * The whole graph of the version that a difference leads to, as the server would give it: nodes and edges in the order of their
 * ids.
 *
 * @throws {MissingError} when the difference is from another version than that of `before`.
 */
export function withDifference(before: GraphAnswer, difference: GraphDifference): GraphAnswer {
  const { version, counts, gone } = difference;
  const nodes = orderById(before.nodes.id, difference.nodes.id, gone.nodes);
  const edges = orderById(before.edges.id, difference.edges.id, gone.edges);
  const articles = orderArticles(before.articles.published.length, difference.articles);
  const nodeIds = pick(nodes.rows, before.nodes.id, difference.nodes.id);
  const nodeOf = new Map(nodeIds.map((id, node) => [id, node]));
  const toPlaces = (old: readonly number[]) => old.flatMap((article) => articles.placeOf.get(article) ?? []);
  const withArticles = <T extends { readonly articles: readonly (readonly number[])[] }>(
    columns: T,
    { placeOf }: Order,
  ): T => ({
    ...columns,
    // Of what is not kept, articles need no new place.
    articles: columns.articles.map((list, at) => (placeOf.has(at) ? toPlaces(list) : list)),
  });
  const toNodes = (ends: readonly number[]) =>
    ends.map((end, at) => (edges.placeOf.has(at) ? entryOf(nodeOf, itemAt(before.nodes.id, end)) : end));
  const oldEdges = {
    ...withArticles(before.edges, edges),
    from: toNodes(before.edges.from),
    to: toNodes(before.edges.to),
  };
  const newEdges = {
    ...difference.edges,
    from: difference.edges.from.map((id) => entryOf(nodeOf, id)),
    to: difference.edges.to.map((id) => entryOf(nodeOf, id)),
  };
  return {
    version,
    counts,
    isWhole: true,
    nodes: pickColumns(nodes.rows, withArticles(before.nodes, nodes), difference.nodes),
    edges: pickColumns(edges.rows, oldEdges, newEdges),
    articles: pickColumns(articles.rows, before.articles, difference.articles),
    events: mergeEvents(before.events, difference.events, nodes),
  };
}

/** Both lists are sorted by id; what comes takes the place of what had its id. */
function orderById(old: readonly string[], come: readonly string[], gone: readonly string[]): Order {
  const left = new Set([...come, ...gone]);
  const rows: Row[] = [];
  const placeOf = new Map<number, number>();
  let next = 0;
  old.forEach((id, at) => {
    if (left.has(id)) return;
    while (next < come.length && itemAt(come, next) < id) rows.push({ isNew: true, at: next++ });
    placeOf.set(at, rows.length);
    rows.push({ isNew: false, at });
  });
  while (next < come.length) rows.push({ isNew: true, at: next++ });
  return { rows, placeOf };
}

/** `come` are positions in the new list, `gone` positions in the old one; the others follow one another as before. */
function orderArticles(count: number, { come, gone }: GraphDifference['articles']): Order {
  const left = new Set(gone);
  const rows: Row[] = [];
  const placeOf = new Map<number, number>();
  let next = 0;
  const takeNew = () => {
    while (next < come.length && itemAt(come, next) === rows.length) rows.push({ isNew: true, at: next++ });
  };
  for (let at = 0; at < count; at++) {
    if (left.has(at)) continue;
    takeNew();
    placeOf.set(at, rows.length);
    rows.push({ isNew: false, at });
  }
  takeNew();
  return { rows, placeOf };
}

function pick<T>(rows: readonly Row[], old: readonly T[], come: readonly T[]): T[] {
  return rows.map(({ isNew, at }) => itemAt(isNew ? come : old, at));
}

function pickColumns<T extends { readonly [name: string]: readonly unknown[] }>(
  rows: readonly Row[],
  old: T,
  come: T,
): T {
  const columns = Object.keys(old).map((name) => [
    name,
    pick(rows, old[name as keyof T] as readonly unknown[], come[name as keyof T] as readonly unknown[]),
  ]);
  return Object.fromEntries(columns) as T;
}

/** Events in the order of their nodes; each node's come from one side alone. */
function mergeEvents(
  before: GraphAnswer['events'],
  come: GraphAnswer['events'],
  { rows, placeOf }: Order,
): GraphAnswer['events'] {
  const places = new Map(rows.flatMap(({ isNew, at }, place) => (isNew ? [[at, place] as const] : [])));
  const kept = before.node.flatMap((node, at) => {
    const place = placeOf.get(node);
    return place === undefined ? [] : [{ node: place, date: itemAt(before.date, at) }];
  });
  const fresh = come.node.map((node, at) => ({ node: entryOf(places, node), date: itemAt(come.date, at) }));
  const events = [...kept, ...fresh].sort((a, b) => a.node - b.node);
  return { node: events.map(({ node }) => node), date: events.map(({ date }) => date) };
}
