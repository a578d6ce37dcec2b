import { ENTITY_TYPES, type EntityType } from '../../src/model/entity.ts';
import { itemAt } from '../base/must.ts';
import { apart } from './apart.ts';
import type { NamedCommunity } from './community.ts';
import type { Shown } from './filter.ts';
import { endsOf, type GraphIndex } from './graph-index.ts';
import type { Places } from './places.ts';
import type { Arrangement } from './view.ts';

/** Tied entities up to which each is drawn by itself; the groups that are drawn of more, and the entities that make one. */
export const GROUPED = { from: 500, most: 72, least: 5 } as const;

/** Entities without a relation up to which they are drawn beside the others. */
const FEW_LOOSE = 16;

/** Ties that a group has in the picture. */
const TIES = 3;

/** In place of an id: every group is open. */
export const EVERY = '*';

/** Entities that stand together: as a disc while the group is closed, each by itself in its circle while it is open. Places are those of the canvas. */
export interface Group extends NamedCommunity {
  /** How many of each type, in the order of ENTITY_TYPES. */
  readonly types: readonly number[];
  readonly isOpen: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How many relations two groups have, given by their positions in the list of groups. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What of the shown is drawn, and as what. */
export interface Grouping {
  /** Drawn one by one. */
  readonly drawn: Shown;
  /** None where all are drawn one by one anyway. */
  readonly groups: readonly Group[];
  /** Ties with a closed group at an end. */
  readonly ties: readonly Tie[];
  /** Shown and yet not drawn: without a relation, and in groups too small to be one of the largest. */
  readonly folded: { readonly loose: readonly number[]; readonly small: readonly number[] };
}

/** How many of a type a group holds. */
export function countIn({ types }: Group, type: EntityType): number {
  return itemAt(types, ENTITY_TYPES.indexOf(type));
}

/** Draw few entities each by itself, and many in groups; what has no relation is folded away, unless somebody asked for it. */
export function toGrouping(
  index: GraphIndex,
  shown: Shown,
  communities: readonly NamedCommunity[],
  places: Places,
  { opened, filter }: Pick<Arrangement, 'opened' | 'filter'>,
): Grouping {
  const isTied = tiedBy(index, shown);
  const isWanted = (node: number) => filter.only?.has(itemAt(index.graph.nodes.id, node)) ?? false;
  const all = [...shown.nodes.keys()].filter((node) => shown.nodes[node]);
  const tied = all.filter((node) => isTied[node]);
  const loose = all.filter((node) => !isTied[node] && !isWanted(node));
  const isLooseDrawn = loose.length <= FEW_LOOSE;
  const groups =
    tied.length > GROUPED.from && !opened.has(EVERY)
      ? toGroups(index, tied, communities, places, opened)
      : [];
  const nodes = Uint8Array.from(shown.nodes);
  if (!isLooseDrawn) for (const node of loose) nodes[node] = 0;
  const small: number[] = [];
  if (groups.length > 0) {
    const home = new Int32Array(nodes.length).fill(-1);
    groups.forEach((group, at) => {
      for (const node of group.nodes) home[node] = at;
    });
    for (const node of tied) {
      if (home[node] === -1 && !isWanted(node)) small.push(node);
      if (!groups[itemAt(home, node)]?.isOpen && !isWanted(node)) nodes[node] = 0;
    }
  }
  return {
    drawn: { nodes, edges: shown.edges.map((is, edge) => (is && isBetween(index, nodes, edge) ? 1 : 0)) },
    groups,
    ties: toTies(index, shown, groups),
    folded: { loose: isLooseDrawn ? [] : loose, small },
  };
}

function isBetween({ graph }: GraphIndex, nodes: Uint8Array, edge: number): boolean {
  const [from, to] = endsOf(graph, edge);
  return nodes[from] === 1 && nodes[to] === 1;
}

/** Which nodes have a shown relation to another. */
function tiedBy({ graph }: GraphIndex, shown: Shown): Uint8Array {
  const tied = new Uint8Array(shown.nodes.length);
  shown.edges.forEach((isShown, edge) => {
    const [from, to] = endsOf(graph, edge);
    if (isShown && from !== to) tied[from] = tied[to] = 1;
  });
  return tied;
}

function toGroups(
  index: GraphIndex,
  tied: readonly number[],
  communities: readonly NamedCommunity[],
  places: Places,
  opened: ReadonlySet<string>,
): Group[] {
  const isHere = new Set(tied);
  const open = new Set([...opened].flatMap((id) => index.nodeOf.get(id) ?? []));
  const groups = communities
    .flatMap((one): Group[] => {
      const nodes = one.nodes.filter((node) => isHere.has(node));
      if (nodes.length < GROUPED.least) return [];
      const types = ENTITY_TYPES.map(
        (type) => nodes.filter((node) => index.graph.nodes.type[node] === type).length,
      );
      return [
        { ...one, nodes, types, isOpen: nodes.some((node) => open.has(node)), ...circleOf(nodes, places) },
      ];
    })
    .sort((a, b) => b.nodes.length - a.nodes.length || a.community - b.community)
    .slice(0, GROUPED.most);
  // The build lays communities out side by side; what a filter leaves of them, or another's places, may overlap.
  return apart(groups);
}

/** The circle that some nodes fill: one that lies far from the others stretches it only as much as it weighs. */
function circleOf(nodes: readonly number[], places: Places): Pick<Group, 'x' | 'y' | 'radius'> {
  const mean = (of: (node: number) => number) =>
    nodes.reduce((sum, node) => sum + of(node), 0) / nodes.length;
  const x = mean((node) => itemAt(places.x, node));
  const y = mean((node) => itemAt(places.y, node));
  const square = mean((node) => (itemAt(places.x, node) - x) ** 2 + (itemAt(places.y, node) - y) ** 2);
  return { x, y, radius: Math.SQRT2 * Math.sqrt(square) + 18 };
}

/** The ties that are among the strongest of one of their groups: all together are a grey web. */
function strongest(ties: readonly Tie[]): Tie[] {
  const drawn = new Map<number, number>();
  const countOf = (group: number) => drawn.get(group) ?? 0;
  return [...ties]
    .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (Math.min(countOf(from), countOf(to)) >= TIES) return false;
      for (const group of [from, to]) drawn.set(group, countOf(group) + 1);
      return true;
    })
    .reverse();
}

function toTies({ graph }: GraphIndex, shown: Shown, groups: readonly Group[]): Tie[] {
  const home = new Int32Array(shown.nodes.length).fill(-1);
  groups.forEach(({ nodes }, at) => {
    for (const node of nodes) home[node] = at;
  });
  const counts = new Map<number, number>();
  shown.edges.forEach((isShown, edge) => {
    if (!isShown) return;
    const [from, to] = endsOf(graph, edge).map((node) => itemAt(home, node)) as [number, number];
    if (from === to || from < 0 || to < 0 || (groups[from]?.isOpen && groups[to]?.isOpen)) return;
    const pair = Math.min(from, to) * groups.length + Math.max(from, to);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  const ties = [...counts].map(([pair, count]) => ({
    from: Math.floor(pair / groups.length),
    to: pair % groups.length,
    count,
  }));
  return strongest(ties);
}
