import type { Part } from '../display.ts';
import type { Scene } from '../scene.ts';

/** What has to be drawn anew to come from one scene of a graph to another: numbers of nodes and edges. */
export function changeOf(before: Scene, next: Scene): { readonly [K in keyof Part]: readonly number[] } {
  const { nodes, edges } = next.index.graph;
  const isOther =
    before.palette !== next.palette ||
    before.colour !== next.colour ||
    before.radii !== next.radii ||
    before.places !== next.places;
  return isOther
    ? { nodes: all(nodes.id), edges: all(edges.id) }
    : { nodes: changedNodes(before, next), edges: changedEdges(before, next) };
}

const all = (items: readonly unknown[]): number[] => Array.from(items.keys());

function changedNodes(before: Scene, next: Scene): number[] {
  const pins = new Set([...before.pinned, ...next.pinned]);
  const isNew = (node: number) => before.pinned.has(node) !== next.pinned.has(node);
  const shown = before.shown === next.shown ? [] : differences(before.shown.nodes, next.shown.nodes);
  return [...new Set([...shown, ...[...pins].filter(isNew)])];
}

function changedEdges(before: Scene, next: Scene): number[] {
  return before.shown === next.shown ? [] : differences(before.shown.edges, next.shown.edges);
}

function differences(before: Uint8Array, next: Uint8Array): number[] {
  const result: number[] = [];
  for (let at = 0; at < next.length; at++) if (before[at] !== next[at]) result.push(at);
  return result;
}
