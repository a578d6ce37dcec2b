import { isSliceOver, yieldToPage } from '../base/turn.ts';

/** Positions that are drawn before the clock is looked at, and up to which they are worked off at once. */
const [BATCH, AT_ONCE] = [250, 1500];

/** Nodes and edges of a graph, by their positions in it. */
export interface Positions {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/**
 * Nodes and edges that wait for being drawn anew. A few are drawn at once; many in slices, so that the page answers in between,
 * each as the scene is by then: nodes before edges, which end at them. `draw` gets a batch, `show` is called when all nodes and
 * when everything is done.
 */
export function openQueue(
  count: { readonly nodes: number; readonly edges: number },
  draw: (batch: Positions) => void,
  show: () => void,
) {
  // A byte for each node and then for each edge: 1 while it waits.
  const waiting = new Uint8Array(count.nodes + count.edges);
  let next = waiting.length;
  let isClosed = false;
  let running: Promise<void> | undefined;

  const nextBatch = (): Positions => {
    const [nodes, edges]: [number[], number[]] = [[], []];
    while (nodes.length + edges.length < BATCH && next < waiting.length) {
      const at = waiting.indexOf(1, next);
      next = at < 0 ? waiting.length : at + 1;
      if (at < 0) break;
      waiting[at] = 0;
      if (at < count.nodes) nodes.push(at);
      else edges.push(at - count.nodes);
    }
    return { nodes, edges };
  };
  const run = async () => {
    while (next < waiting.length && !isClosed) {
      const start = performance.now();
      while (next < waiting.length && !isSliceOver(start)) {
        const batch = nextBatch();
        draw(batch);
        if (batch.nodes.length > 0 && next >= count.nodes) show();
      }
      await yieldToPage();
    }
    running = undefined;
    if (!isClosed) show();
  };
  return {
    add({ nodes, edges }: Positions): void {
      if (!running && nodes.length + edges.length <= AT_ONCE) {
        draw({ nodes, edges });
        show();
        return;
      }
      for (const node of nodes) waiting[node] = 1;
      for (const edge of edges) waiting[count.nodes + edge] = 1;
      next = 0;
      running ??= run();
    },
    /** When nothing waits any more. */
    idle: async (): Promise<void> => {
      while (running) await running;
    },
    close(): void {
      isClosed = true;
    },
  };
}
