import type { Shown } from './filter.ts';
import { endsOf, type GraphIndex, type Subgraph } from './graph-index.ts';
import { commonNeighbours, drawnEdgesOf } from './neighbours.ts';
import { subgraphOfPaths } from './paths.ts';
import type { Selection } from './view.ts';

/** What a selection brings out: its own nodes, and all that is lit with them. Without `lit` everything is drawn alike. */
export interface Light {
  readonly focus: ReadonlySet<number>;
  readonly lit?: Subgraph;
}

/** Ids of what the server found for a selection. */
export interface Found {
  /** The selection that it was found for, as JSON: for another one it says nothing. */
  readonly of: string;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/**
 * What a selection lights: an entity with its neighbours, a relation with its ends, the ways between two entities. What `found`
 * says for this selection takes the place of what is looked for here; ids that the graph does not hold light nothing.
 */
export function toLight(
  index: GraphIndex,
  shown: Shown,
  selection: Selection | undefined,
  found?: Found,
): Light {
  const { graph, nodeOf } = index;
  const isFound = found?.of === JSON.stringify(selection);
  if (isFound && (selection?.kind === 'path' || selection?.kind === 'common')) {
    const ends = selection.kind === 'path' ? [selection.from, selection.to] : selection.ids;
    const toNodes = (ids: readonly string[]) => new Set(ids.flatMap((id) => nodeOf.get(id) ?? []));
    const edges = new Set(found.edges.flatMap((id) => index.edgeOf.get(id) ?? []));
    return { focus: toNodes(ends), lit: { nodes: toNodes([...ends, ...found.nodes]), edges } };
  }
  switch (selection?.kind) {
    case 'area':
    case 'profile':
    case 'entity': {
      const node = nodeOf.get(selection.id);
      if (node === undefined) break;
      return { focus: new Set([node]), lit: aroundNode(index, shown, node) };
    }
    case 'relation': {
      const edge = index.edgeOf.get(selection.id);
      if (edge === undefined) break;
      const nodes = new Set(endsOf(graph, edge));
      return { focus: nodes, lit: { nodes, edges: new Set([edge]) } };
    }
    case 'path': {
      const [from, to] = [nodeOf.get(selection.from), nodeOf.get(selection.to)];
      if (from === undefined || to === undefined) break;
      return { focus: new Set([from, to]), lit: subgraphOfPaths(index, shown, selection, [from, to]) };
    }
    case 'compare':
    case 'pair':
    case 'common': {
      const nodes = selection.ids.flatMap((id) => nodeOf.get(id) ?? []);
      return { focus: new Set(nodes), lit: betweenNodes(index, shown, nodes) };
    }
  }
  return { focus: new Set() };
}

/** A node with its drawn edges and the nodes that they lead to. */
export function aroundNode(index: GraphIndex, shown: Shown, node: number): Subgraph {
  const edges = drawnEdgesOf(index, shown, node);
  const ends = edges.flatMap((edge) => endsOf(index.graph, edge));
  return { nodes: new Set([node, ...ends]), edges: new Set(edges) };
}

/** Some nodes with their common neighbours and what ties these to them. */
function betweenNodes(index: GraphIndex, shown: Shown, nodes: readonly number[]): Subgraph {
  const shared = commonNeighbours(index, shown, nodes);
  const all = new Set([...nodes, ...shared]);
  const edges = shared.flatMap((node) =>
    drawnEdgesOf(index, shown, node).filter((edge) => endsOf(index.graph, edge).every((end) => all.has(end))),
  );
  return { nodes: all, edges: new Set(edges) };
}
