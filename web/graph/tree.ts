import { ENTITY_TYPES, type EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import type { Shown } from './filter.ts';
import { endsOf, type GraphIndex } from './graph-index.ts';
import { drawnEdgesOf } from './neighbours.ts';

/** A line of the tree: a type, an entity under it, a relation of the entity, or what leads to further entities. */
export type Branch = { readonly key: string; readonly level: 1 | 2 | 3; readonly isOpen?: boolean } & (
  | { readonly kind: 'type'; readonly type: EntityType; readonly count: number }
  | { readonly kind: 'entity'; readonly node: number; readonly count: number }
  | {
      readonly kind: 'relation';
      readonly edge: number;
      readonly other: number;
      readonly type: RelationType;
      readonly direction: 'in' | 'out';
    }
  | { readonly kind: 'more'; readonly type: EntityType; readonly count: number }
);

/** Entities of a type that stand in the tree before more are asked for. */
const AT_ONCE = 100;

/** The lines of what is drawn as a tree, with the branches open whose keys are in `open`; `more` counts the asked for. */
export function toTree(
  index: GraphIndex,
  shown: Shown,
  open: ReadonlySet<string>,
  more: ReadonlyMap<EntityType, number> = new Map(),
): Branch[] {
  const { graph } = index;
  const byType = new Map<EntityType, number[]>();
  graph.nodes.type.forEach((type, node) => {
    if (!shown.nodes[node]) return;
    const nodes = byType.get(type);
    if (nodes) nodes.push(node);
    else byType.set(type, [node]);
  });
  return ENTITY_TYPES.flatMap((type): Branch[] => {
    const nodes = byType.get(type);
    if (!nodes) return [];
    const head: Branch = {
      key: type,
      level: 1,
      kind: 'type',
      type,
      count: nodes.length,
      isOpen: open.has(type),
    };
    if (!open.has(type)) return [head];
    const most = (more.get(type) ?? 1) * AT_ONCE;
    const degree = (node: number) => itemAt(graph.nodes.degree, node);
    const sorted = nodes.sort((a, b) => degree(b) - degree(a) || a - b);
    const lines = sorted.slice(0, most).flatMap((node): Branch[] => {
      const key = itemAt(graph.nodes.id, node);
      const edges = drawnEdgesOf(index, shown, node);
      const line: Branch = {
        key,
        level: 2,
        kind: 'entity',
        node,
        count: edges.length,
        isOpen: open.has(key),
      };
      if (!open.has(key)) return [line];
      return [line, ...edges.map((edge) => toRelation(index, node, edge))];
    });
    const left = nodes.length - most;
    return left > 0
      ? [head, ...lines, { key: `more ${type}`, level: 2, kind: 'more', type, count: left }]
      : [head, ...lines];
  });
}

function toRelation({ graph }: GraphIndex, node: number, edge: number): Branch {
  const [from, to] = endsOf(graph, edge);
  return {
    key: `${graph.nodes.id[node]} ${graph.edges.id[edge]}`,
    level: 3,
    kind: 'relation',
    edge,
    other: from === node ? to : from,
    type: itemAt(graph.edges.type, edge),
    direction: from === node ? 'out' : 'in',
  };
}
