import type Sigma from 'sigma';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { itemAt } from '../base/must.ts';
import { openQueue, type Positions } from './queue.ts';

/** Draw nodes and edges anew as they wait in a queue; the element says that it is busy while what `redraw` was given is drawn. */
export function openRedraw(sigma: Sigma, { nodes, edges }: GraphAnswer, element: HTMLElement) {
  const drawSome = (some: Positions) => {
    const partialGraph = {
      nodes: some.nodes.map((node) => itemAt(nodes.id, node)),
      edges: some.edges.map((edge) => itemAt(edges.id, edge)),
    };
    sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
  };
  const count = { nodes: nodes.id.length, edges: edges.id.length };
  const queue = openQueue(count, drawSome, () => sigma.scheduleRender());
  return {
    ...queue,
    redraw(some: Positions): void {
      queue.add(some);
      element.ariaBusy = 'true';
      void queue.idle().then(() => {
        element.ariaBusy = 'false';
      });
    },
  };
}
