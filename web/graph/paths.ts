import type { RelationType } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import type { Shown } from './filter.ts';
import { endsOf, type GraphIndex, type Subgraph } from './graph-index.ts';

/** What counts as a way: at most `within` steps, or the shortest alone when absent; over these types, or over all. */
export interface PathRule {
  readonly within?: number;
  readonly types?: readonly RelationType[];
}

/** A way from one node to another: n edges between n + 1 nodes. */
export interface Path {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Ways given at most: more than this nobody reads. */
export const MOST_PATHS = 200;

/**
 * The ways between two nodes over what is drawn, without regard to direction and without visiting a node twice: the shortest
 * first, then by evidence. Of parallel edges the best supported stands for all.
 */
export function findPaths(
  index: GraphIndex,
  shown: Shown,
  rule: PathRule,
  [from, to]: readonly [number, number],
): Path[] {
  const { graph } = index;
  const allowed = rule.types && new Set(rule.types);
  const isOpen = (edge: number) =>
    shown.edges[edge] === 1 && (!allowed || allowed.has(itemAt(graph.edges.type, edge)));
  const left = distancesTo(index, to, isOpen);
  const shortest = itemAt(left, from);
  if (from === to || shortest < 0) return [];
  const most = rule.within ?? shortest;
  const found: Path[] = [];
  const walk = (nodes: readonly number[], edges: readonly number[], length: number) => {
    const here = itemAt(nodes, nodes.length - 1);
    if (here === to && edges.length === length) found.push({ nodes, edges });
    if (here === to || found.length >= MOST_PATHS) return;
    for (const [next, edge] of stepsFrom(index, here, isOpen)) {
      const rest = itemAt(left, next);
      if (rest >= 0 && edges.length + 1 + rest <= length && !nodes.includes(next))
        walk([...nodes, next], [...edges, edge], length);
    }
  };
  // Length by length, so that the limit cuts off the long ones.
  for (let length = shortest; length <= most; length++) walk([from], [], length);
  const weight = ({ edges }: Path) => edges.reduce((sum, edge) => sum + itemAt(graph.edges.count, edge), 0);
  return found.sort((a, b) => a.edges.length - b.edges.length || weight(b) - weight(a));
}

/** All that the ways between two nodes pass. */
export function subgraphOfPaths(
  index: GraphIndex,
  shown: Shown,
  rule: PathRule,
  ends: readonly [number, number],
): Subgraph {
  const paths = findPaths(index, shown, rule, ends);
  return {
    nodes: new Set([...ends, ...paths.flatMap(({ nodes }) => nodes)]),
    edges: new Set(paths.flatMap(({ edges }) => edges)),
  };
}

/** The nodes beside a node, each with the best supported edge that leads there. */
function stepsFrom({ graph, edgesOf }: GraphIndex, node: number, isOpen: (edge: number) => boolean) {
  const count = (edge: number) => itemAt(graph.edges.count, edge);
  const best = new Map<number, number>();
  for (const edge of itemAt(edgesOf, node)) {
    if (!isOpen(edge)) continue;
    const [from, to] = endsOf(graph, edge);
    const next = from === node ? to : from;
    const known = best.get(next);
    if (known === undefined || count(known) < count(edge)) best.set(next, edge);
  }
  return best;
}

/** How many steps each node is from one; -1 where no way leads. */
function distancesTo(index: GraphIndex, to: number, isOpen: (edge: number) => boolean): Int32Array {
  const distances = new Int32Array(index.graph.nodes.id.length).fill(-1);
  distances[to] = 0;
  const queue = [to];
  for (const node of queue)
    for (const [next] of stepsFrom(index, node, isOpen))
      if (distances[next] === -1) {
        distances[next] = itemAt(distances, node) + 1;
        queue.push(next);
      }
  return distances;
}
