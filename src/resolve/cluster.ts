import type { Merge } from '../model/resolution.ts';
import type { Group } from './block.ts';
import { type Comparison, compareGroups } from './compare.ts';
import type { Names } from './rules.ts';

/** Groups that are one thing, and the merges that made them so. */
export interface Cluster {
  readonly groups: readonly Group[];
  readonly merges: readonly Merge[];
}

// A form that more groups than this go by says nothing of any of them.
const TOO_COMMON = 40;

/**
 * Joins groups of one kind where an article introduces one's name for another.
 *
 * The longest forms come first. A form that fits several clusters joins none of them, unless its surroundings agree with
 * exactly one: that is what keeps 欣旺达 from chaining 南昌欣旺达 to 欣旺达电子. No pair that `compareGroups` rules out ends in
 * one cluster. `related` are pairs that an article sets in a relation which only two things can have.
 */
export function clusterGroups(
  groups: readonly Group[],
  names: Names,
  related: ReadonlySet<string>,
): Cluster[] {
  const clusters = new Map<Group, Cluster>(groups.map((g) => [g, { groups: [g], merges: [] }]));
  const compare = (a: Group, b: Group, via: string) => compareGroups(a, b, via, related, names);

  const tryJoin = (a: Group, b: Group, via: string, verdict: Comparison): void => {
    const left = clusters.get(a);
    const right = clusters.get(b);
    if (left === undefined || right === undefined || left === right) return;
    if (left.groups.some((x) => right.groups.some((y) => compare(x, y, via).vetoed))) return;
    const merge = { left: a.key, right: b.key, via, features: verdict.features };
    const joined = {
      groups: [...left.groups, ...right.groups],
      merges: [...left.merges, ...right.merges, merge],
    };
    for (const group of joined.groups) clusters.set(group, joined);
  };

  for (const { via, named, owners, bare } of meetings(groups, names)) {
    if (named.length + owners.length > TOO_COMMON) continue;
    owners.forEach((a, i) => {
      for (const b of owners.slice(i + 1)) {
        const verdict = compare(a, b, via);
        // A firm's short form is its group's too: 欣旺达 says too little without the same surroundings.
        if (verdict.score >= (bare || a.kind === 'Company' ? 1 : 0.5)) tryJoin(a, b, via, verdict);
      }
    });
    for (const short of named) {
      const fits = owners.flatMap((owner) => {
        const verdict = compare(short, owner, via);
        return !verdict.vetoed && verdict.score >= (bare ? 1 : 0.5) ? [{ owner, verdict }] : [];
      });
      const near = fits.filter(({ verdict }) => verdict.score >= 1);
      const distinct = (all: typeof fits) => new Set(all.map(({ owner }) => clusters.get(owner))).size;
      const chosen = distinct(fits) === 1 ? fits : distinct(near) === 1 ? near : [];
      for (const { owner, verdict } of chosen) tryJoin(short, owner, via, verdict);
    }
  }
  return [...new Set(clusters.values())];
}

interface Meeting {
  readonly via: string;
  /** Groups whose name it is, and groups that have it for an alias. */
  readonly named: readonly Group[];
  readonly owners: readonly Group[];
  readonly bare: boolean;
}

/** The keys that bring groups together, the longest first. */
function meetings(groups: readonly Group[], names: Names): Meeting[] {
  const owners = new Map<string, Group[]>();
  const bare = new Set<string>();
  for (const group of groups) {
    for (const key of group.aliases.keys()) push(owners, key, group);
    for (const { entity } of group.references)
      for (const form of [entity.name, ...entity.aliases])
        if (names.agreement(group.kind, form) === 'context') bare.add(names.key(group.kind, form));
  }
  const named = new Map<string, Group[]>();
  for (const group of groups) push(named, group.key, group);
  return [...owners]
    .map(([via, all]) => ({ via, named: named.get(via) ?? [], owners: all, bare: bare.has(via) }))
    .filter((m) => m.named.length + m.owners.length > 1)
    .sort((a, b) => b.via.length - a.via.length || (a.via < b.via ? -1 : 1));
}

function push(lists: Map<string, Group[]>, key: string, group: Group): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [group]);
  else list.push(group);
}
