import type Graph from 'graphology';
import type Sigma from 'sigma';
import { createNormalizationFunction } from 'sigma/utils';
import { entryOf, itemAt } from '../base/must.ts';
import type { Extent } from '../graph/extent.ts';
import { endsOf, type GraphIndex } from '../graph/graph-index.ts';

/** Tables of sigma that are not in its types. Its version is fixed, and a browser draws with them in the tests. */
interface Tables {
  readonly nodePrograms: Readonly<Record<string, Program>>;
  readonly edgePrograms: Readonly<Record<string, Program>>;
  readonly nodeIndices: Record<string, number>;
  readonly edgeIndices: Record<string, number>;
  readonly nodeProgramIndex: Record<string, number>;
  readonly edgeProgramIndex: Record<string, number>;
  normalizationFunction: ReturnType<typeof createNormalizationFunction>;
}

/** What draws nodes or edges of a kind, and keeps room for so many. */
interface Program {
  reallocate(items: number): void;
}

/**
 * What sigma asks of a graph, answered from the columns without a copy. It is empty to begin with, for sigma would take a whole
 * graph in at once, and the page would stand still: `takeIn` makes room for everything, and what is drawn is then told to sigma
 * a slice at a time, as anything that has changed is.
 */
export function toColumnGraph({ graph, edgeOf }: GraphIndex) {
  const refuse = () => {
    throw new Error('this graph is drawn as it came: load it anew to change it');
  };
  const columns = {
    order: 0,
    multi: true,
    addUndirectedEdgeWithKey: refuse,
    dropNode: refuse,
    on: () => columns,
    removeListener: () => columns,
    nodes: (): string[] => [],
    edges: (): string[] => [],
    forEachNode: () => undefined,
    forEachEdge: () => undefined,
    getNodeAttributes: () => ({}),
    getEdgeAttributes: () => ({}),
    extremities: (id: string) =>
      endsOf(graph, entryOf(edgeOf, id)).map((node) => itemAt(graph.nodes.id, node)) as [string, string],
  };
  return {
    graph: columns as unknown as Graph,
    /** What fills the window at rest. */
    setExtent(sigma: Sigma, { left, right, bottom, top }: Extent): void {
      const bounds = { x: [left, right], y: [bottom, top] } satisfies Parameters<
        typeof sigma.setCustomBBox
      >[0];
      sigma.setCustomBBox(bounds);
      // Sigma would reckon this anew from a graph that it holds itself.
      (sigma as unknown as Tables).normalizationFunction = createNormalizationFunction(bounds);
    },
    /** Make room in sigma; `programOf` tells which program draws an edge. Nothing is drawn by that. */
    takeIn(sigma: Sigma, nodeProgram: string, programOf: (edge: number) => string): void {
      const tables = sigma as unknown as Tables;
      columns.order = graph.nodes.id.length;
      tables.nodePrograms[nodeProgram]?.reallocate(graph.nodes.id.length);
      graph.nodes.id.forEach((id, node) => {
        tables.nodeIndices[id] = node;
        tables.nodeProgramIndex[id] = node;
      });
      const counts: Record<string, number> = {};
      graph.edges.id.forEach((id, edge) => {
        const program = programOf(edge);
        tables.edgeIndices[id] = edge;
        tables.edgeProgramIndex[id] = counts[program] ?? 0;
        counts[program] = (counts[program] ?? 0) + 1;
      });
      for (const [program, count] of Object.entries(counts)) tables.edgePrograms[program]?.reallocate(count);
    },
  };
}
