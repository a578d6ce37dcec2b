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

/** Communities that have a colour and a name of their own. */
const NAMED = 12;

/** The largest communities, each called after its best tied zone or place, or else after its best tied member. */
export const communitiesOf = memo(({ graph: { nodes } }: GraphIndex): readonly NamedCommunity[] => {
  const members = new Map<number, number[]>();
  nodes.community.forEach((community, node) => {
    if (community < 0 || community >= NAMED) return;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  });
  const weight = (node: number) => {
    const isArea = nodes.type[node] === 'Zone' || nodes.type[node] === 'Place';
    return itemAt(nodes.degree, node) * (isArea ? 3 : 1);
  };
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([community, list]) => {
      const hub = list.reduce((most, node) => (weight(node) > weight(most) ? node : most));
      return { community, name: itemAt(nodes.name, hub), hub, nodes: list };
    });
});
