import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import type { Shown } from './filter.ts';
import type { GraphIndex } from './graph-index.ts';
import { hashOf } from './own-places.ts';

/** Entities up to which a part that is shown alone is laid out by itself. */
const MOST = 300;

/** A small part of the graph that is all that is shown. Of equal parts the keys are equal. */
export interface SmallPart {
  readonly key: string;
  readonly nodes: readonly number[];
  readonly entities: readonly string[];
  readonly relations: readonly string[];
}

/** What is shown where it is little and not all there is; undefined where it keeps its places. */
export const smallPartOf = memo(({ graph }: GraphIndex, shown: Shown): SmallPart | undefined => {
  const nodes = [...shown.nodes.keys()].filter((node) => shown.nodes[node]);
  if (nodes.length < 2 || nodes.length > MOST || nodes.length === graph.nodes.id.length) return undefined;
  const entities = nodes.map((node) => itemAt(graph.nodes.id, node));
  const relations = graph.edges.id.filter((_, edge) => shown.edges[edge]);
  return { key: `${graph.version} ${hashOf([...entities, ...relations])}`, nodes, entities, relations };
});
