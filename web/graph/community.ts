import type { EntityType } from '../../src/model/entity.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import type { GraphIndex } from './graph-index.ts';

/** A community that is called after one of its nodes, its hub. */
export interface NamedCommunity {
  readonly community: number;
  readonly name: string;
  readonly hub: number;
  readonly nodes: readonly number[];
}

/** How much more a member's ties count for the name: people look for zones, and a province says little. */
const PULL: Readonly<Partial<Record<EntityType, number>>> = { Zone: 4, Place: 1.5, Industry: 0.5 };

/** All communities, each called after its best tied zone, or else after its best tied member. */
export const communitiesOf = memo(({ graph: { nodes } }: GraphIndex): readonly NamedCommunity[] => {
  const members = new Map<number, number[]>();
  nodes.community.forEach((community, node) => {
    if (community < 0) return;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  });
  const weight = (node: number) => {
    return itemAt(nodes.degree, node) * (PULL[itemAt(nodes.type, node)] ?? 1);
  };
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([community, list]) => {
      const hub = list.reduce((most, node) => (weight(node) > weight(most) ? node : most));
      return { community, name: itemAt(nodes.name, hub), hub, nodes: list };
    });
});
