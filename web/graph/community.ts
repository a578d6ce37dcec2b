import type { CommunityName } from '../scene/scene.ts';
import type { GraphIndex } from './graph-index.ts';

/** Communities that have a colour and a name of their own. */
const NAMED = 12;

const named = new WeakMap<GraphIndex, readonly CommunityName[]>();

/** The largest communities, each called after its best tied zone or place, or else after its best tied member. */
export function communitiesOf(index: GraphIndex): readonly CommunityName[] {
  const known = named.get(index);
  if (known) return known;
  const { nodes } = index.graph;
  const members = new Map<number, number[]>();
  nodes.community.forEach((community, node) => {
    if (community < 0 || community >= NAMED) return;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  });
  const weight = (node: number) => {
    const isArea = nodes.type[node] === 'Zone' || nodes.type[node] === 'Place';
    return (nodes.degree[node] ?? 0) * (isArea ? 3 : 1);
  };
  const result = [...members]
    .sort(([a], [b]) => a - b)
    .map(([community, list]) => {
      const best = list.reduce((most, node) => (weight(node) > weight(most) ? node : most), list[0] ?? 0);
      return { community, name: nodes.name[best] ?? '', hub: best, nodes: list };
    });
  named.set(index, result);
  return result;
}
