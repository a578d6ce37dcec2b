import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { Scene } from '../scene/scene.ts';
import type { Positions } from './queue.ts';

/** What has to be drawn anew to come from one scene of a graph to another. */
export function changeBetween(before: Scene, next: Scene): Positions {
  const isOther =
    before.palette !== next.palette ||
    before.colour !== next.colour ||
    before.radii !== next.radii ||
    before.places !== next.places;
  return isOther
    ? everything(next.index.graph)
    : { nodes: changedNodes(before, next), edges: changedEdges(before, next) };
}

/** Each node and each edge. */
export function everything({ nodes, edges }: GraphAnswer): Positions {
  return { nodes: [...nodes.id.keys()], edges: [...edges.id.keys()] };
}

function changedNodes(before: Scene, next: Scene): number[] {
  const pins = new Set([...before.pinned, ...next.pinned]);
  const isNew = (node: number) => before.pinned.has(node) !== next.pinned.has(node);
  const shown =
    before.grouping === next.grouping
      ? []
      : differences(before.grouping.drawn.nodes, next.grouping.drawn.nodes);
  return [...new Set([...shown, ...[...pins].filter(isNew)])];
}

function changedEdges(before: Scene, next: Scene): number[] {
  return before.grouping === next.grouping
    ? []
    : differences(before.grouping.drawn.edges, next.grouping.drawn.edges);
}

function differences(before: Uint8Array, next: Uint8Array): number[] {
  const result: number[] = [];
  for (let at = 0; at < next.length; at++) if (before[at] !== next[at]) result.push(at);
  return result;
}
