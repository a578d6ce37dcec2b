import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import type { Graph } from '../build/records.ts';

// CommonJS modules: their types speak of a default export, Node gives the functions themselves.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** What is derived of a node: `community` counts from 0, the largest first; `pageRank` sums to 1 over the graph. */
export interface Measures {
  readonly community: number;
  readonly pageRank: number;
}

/**
 * Communities by Louvain and page rank of every node. Edges count without direction, several between two nodes as one.
 *
 * With `kept`, the nodes in it stay in their communities, whatever Louvain would say now, and a new one joins that of most of its
 * neighbours: a small change gives no group another place, name or colour.
 *
 * Deterministic: nodes are taken by id, the random walk is seeded, page ranks are given to six decimals.
 */
export function measure(graph: Graph, kept: ReadonlyMap<string, number> = new Map()): Map<string, Measures> {
  const simple = new UndirectedGraph();
  for (const id of graph.nodes().sort()) simple.addNode(id);
  for (const id of graph.edges().sort()) {
    const [from, to] = graph.extremities(id);
    if (from !== to) simple.mergeEdge(from, to);
  }
  if (simple.order === 0) return new Map();
  const community = kept.size > 0 ? joinKept(simple, kept) : numberBySize(found(simple));
  const ranks = pagerank(simple, { getEdgeWeight: null, maxIterations: 200, tolerance: 1e-5 });
  return new Map(
    simple.mapNodes((id) => [
      id,
      { community: community.get(id) ?? 0, pageRank: Math.round((ranks[id] ?? 0) * 1e6) / 1e6 },
    ]),
  );
}

function found(simple: UndirectedGraph): Record<string, number> {
  return simple.size === 0 ? eachAlone(simple.nodes()) : louvain(simple, { rng: generator(7676) });
}

/** The kept communities with the new nodes in them; new nodes that are tied to none of them make new ones. */
function joinKept(simple: UndirectedGraph, kept: ReadonlyMap<string, number>): Map<string, number> {
  const sizes = new Map<number, number>();
  for (const number of kept.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  // Who was alone and has neighbours now goes to them, as a new one does.
  const stays = (id: string, number: number) => simple.degree(id) === 0 || (sizes.get(number) ?? 0) > 1;
  const joined = new Map([...kept].filter(([id, number]) => simple.hasNode(id) && stays(id, number)));
  let next = [...kept.values()].reduce((most, number) => Math.max(most, number), -1) + 1;
  let left = simple.nodes().filter((id) => !joined.has(id));
  while (left.length > 0) {
    const before = left.length;
    left = left.filter((id) => {
      const number = commonest(simple.neighbors(id).flatMap((other) => joined.get(other) ?? []));
      if (number !== undefined) joined.set(id, number);
      return number === undefined;
    });
    const [first] = left;
    if (left.length === before && first !== undefined) {
      joined.set(first, next++);
      left = left.slice(1);
    }
  }
  return joined;
}

/** The most frequent number, of several the least. */
export function commonest(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0];
}

function eachAlone(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id, i) => [id, i]));
}

/** Communities numbered by size, then by their least id: the numbers of Louvain itself mean nothing. */
function numberBySize(raw: Readonly<Record<string, number>>): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const [id, number] of Object.entries(raw).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const list = members.get(number) ?? [];
    if (list.length === 0) members.set(number, list);
    list.push(id);
  }
  const sorted = [...members.values()].sort(
    (a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1),
  );
  return new Map(sorted.flatMap((ids, i) => ids.map((id): [string, number] => [id, i])));
}

/** Mulberry32: a small seeded generator of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
