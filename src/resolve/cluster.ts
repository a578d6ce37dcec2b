import { present } from '../model/assert.ts';
import type { Feature, Merge } from '../model/resolution.ts';
import { type Comparison, compareGroups, type PairKnowledge } from './compare.ts';
import { isPlainName } from './firm-name.ts';
import type { Group } from './group.ts';
import { opposite } from './judged.ts';
import { joinNamesakes } from './person.ts';
import type { Names } from './rules.ts';
import { probability } from './scoring.ts';
import { dimension } from './split.ts';

/** Groups that are one thing, and the merges that made them so. */
export interface Cluster {
  readonly groups: readonly Group[];
  readonly merges: readonly Merge[];
}

/** Two groups that a form brings together, and of which a person should say whether they are one. */
export interface DoubtfulPair {
  readonly left: Group;
  readonly right: Group;
  readonly via: string;
  readonly features: readonly Feature[];
  readonly score: number;
}

/** A `same` judgement of a group that a `different` forbids, for articles give the sides further names; both by their ids. */
export interface ForbiddenMerge {
  readonly group: Group;
  readonly same: string;
  readonly different: string;
}

export interface Clustering {
  readonly clusters: readonly Cluster[];
  readonly doubts: readonly DoubtfulPair[];
  readonly forbidden: readonly ForbiddenMerge[];
  /** How many pairs of groups were compared: what the work grows with. */
  readonly pairs: number;
}

// A form that more groups than this go by says nothing of any of them.
export const TOO_COMMON = 40;
// A name that more bear than this is anyone's: nobody can judge all pairs of them.
const MOST_HOMONYMS = 8;
// A merge below this has one thing that speaks for it, and hardly more.
const SURE = 0.8;
// Of two of a name that are less likely one nobody need be asked.
const UNLIKELY = 0.2;

/**
 * Joins groups of one kind that a person called the same, and then, where `byAlias`, those of which an article introduces one's
 * name for another.
 *
 * The longest forms come first. A form that fits several clusters joins none of them, unless its surroundings agree with
 * exactly one: that is what keeps 晨星 from chaining 云岭晨星 to 晨星电子. No pair that `compareGroups` rules out ends in
 * one cluster.
 */
export function clusterGroups(
  groups: readonly Group[],
  knowledge: PairKnowledge,
  isSame: (judgement: string) => boolean,
  byAlias: boolean,
): Clustering {
  const clusters = new Map<Group, Cluster>(groups.map((g) => [g, { groups: [g], merges: [] }]));
  const compared = new Map<string, DoubtfulPair>();
  const numbers = new Map(groups.map((group, i) => [group, i]));
  let pairs = 0;
  const compare = (a: Group, b: Group, via: string): Comparison => {
    pairs++;
    const verdict = compareGroups(a, b, via, knowledge);
    const pair = [numbers.get(a), numbers.get(b)].sort().join();
    const known = compared.get(pair);
    if (known === undefined || known.score < verdict.score)
      compared.set(pair, { left: a, right: b, via, features: verdict.features, score: verdict.score });
    return verdict;
  };

  const join = (a: Group, b: Group, via: string, features: readonly Feature[], force: boolean): void => {
    const [left, right] = [present(clusters.get(a), a.key), present(clusters.get(b), b.key)];
    if (left === right) return;
    const both = [...left.groups, ...right.groups];
    const ruledOut = (x: Group, y: Group) => compareGroups(x, y, via, knowledge, both).vetoed;
    if (!force && left.groups.some((x) => right.groups.some((y) => ruledOut(x, y)))) return;
    const merge = { left: a.key, right: b.key, via, features };
    const joined = {
      groups: both,
      merges: [...left.merges, ...right.merges, merge],
    };
    for (const group of joined.groups) clusters.set(group, joined);
  };

  const parting = (a: Group, b: Group): Set<string> => {
    const [left, right] = [a, b].map((g) => present(clusters.get(g), g.key)) as [Cluster, Cluster];
    const pairs = left === right ? [] : cross(left.groups, right.groups);
    return new Set(pairs.flatMap(([x, y]) => opposite(x.marks, y.marks).filter(knowledge.isDifferent)));
  };
  const forbidden: ForbiddenMerge[] = [];
  for (const [same, [first, ...others]] of sidesOf(groups, isSame))
    for (const other of others) {
      if (first === undefined) continue;
      const against = parting(first, other);
      for (const different of against) forbidden.push({ group: first, same, different });
      if (against.size === 0)
        join(first, other, same, [{ name: 'judged-same', detail: same, score: 1 }], true);
    }

  for (const { via, named, owners, bare } of byAlias ? meetings(groups, knowledge.names) : []) {
    if (named.length + owners.length > TOO_COMMON || knowledge.isCommon?.(via)) continue;
    owners.forEach((a, i) => {
      for (const b of owners.slice(i + 1)) {
        const verdict = compare(a, b, via);
        // A firm's short form is its group's too: 晨星 says too little without the same surroundings.
        if (!verdict.vetoed && verdict.score >= (bare || a.kind === 'Company' ? 1 : 0.5))
          join(a, b, via, verdict.features, false);
      }
    });
    for (const short of named) {
      const fits = owners.flatMap((owner) => {
        if (owner === short) return [];
        const verdict = compare(short, owner, via);
        const isWeak = bare || knowledge.names.isWeakAlias(owner.kind, via, owner.forms);
        return !verdict.vetoed && verdict.score >= (isWeak ? 1 : 0.5) ? [{ owner, verdict }] : [];
      });
      const near = fits.filter(({ verdict }) => verdict.score >= 1);
      const distinct = (all: typeof fits) => new Set(all.map(({ owner }) => clusters.get(owner))).size;
      const chosen = distinct(fits) === 1 ? fits : distinct(near) === 1 ? near : [];
      for (const { owner, verdict } of chosen) join(short, owner, via, verdict.features, false);
    }
  }
  const people: DoubtfulPair[] = [];
  const isBarred = (a: Group, b: Group) => opposite(a.marks, b.marks).some(knowledge.isDifferent);
  for (const [via, sets] of peopleByName(groups, clusters)) {
    const { merges, apart, compared: count } = joinNamesakes(sets, knowledge.names, isBarred);
    pairs += count;
    for (const { left, right, features } of merges) join(left, right, via, features, true);
    for (const { left, right, features, odds } of [...merges, ...(apart.length > MOST_HOMONYMS ? [] : apart)])
      people.push({ left, right, via, features, score: probability(odds) });
  }
  const isMerged = ({ left, right }: DoubtfulPair) => clusters.get(left) === clusters.get(right);
  const open = [
    ...[...compared.values(), ...homonyms(groups)].filter((pair) =>
      isMerged(pair) ? pair.score < SURE : pair.features.every(({ score }) => score > -1) && pair.score > 0,
    ),
    ...people.filter((pair) => (isMerged(pair) ? pair.score < SURE : pair.score > UNLIKELY)),
  ];
  const doubts = open.filter(
    ({ left, right }) => opposite(left.marks, right.marks).length === 0 && spoken(left) && spoken(right),
  );
  return { clusters: [...new Set(clusters.values())], doubts, forbidden, pairs };
}

function cross<T>(left: readonly T[], right: readonly T[]): (readonly [T, T])[] {
  return left.flatMap((x) => right.map((y) => [x, y] as const));
}

/** Whether an article speaks of it, and not only the public list. */
function spoken(group: Group): boolean {
  return group.references.some((r) => r.view.listed === undefined);
}

/** The groups of each name of people, those that are one already in one list. */
function peopleByName(
  groups: readonly Group[],
  clusters: ReadonlyMap<Group, Cluster>,
): [string, Group[][]][] {
  const byKey = new Map<string, Map<Cluster, Group[]>>();
  for (const group of groups) {
    if (group.kind !== 'Person') continue;
    const sets = byKey.get(group.key) ?? new Map<Cluster, Group[]>();
    byKey.set(group.key, sets);
    const cluster = present(clusters.get(group), group.key);
    const set = sets.get(cluster);
    if (set === undefined) sets.set(cluster, [group]);
    else set.push(group);
  }
  return [...byKey].flatMap(([key, sets]) => (sets.size > 1 ? [[key, [...sets.values()]]] : []));
}

/** Groups of one name that nothing but a lack of surroundings keeps apart. */
function homonyms(groups: readonly Group[]): DoubtfulPair[] {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) if (group.kind !== 'Person') push(byKey, group.key, group);
  return [...byKey].flatMap(([key, all]) => {
    if (all.length > MOST_HOMONYMS) return [];
    return all.flatMap((left, i) =>
      all.slice(i + 1).flatMap((right) => {
        const dimensions = new Set([...left.context].map(dimension));
        if ([...right.context].some((token) => dimensions.has(dimension(token)))) return [];
        const features = [{ name: 'same-name', detail: key, score: 0.4 }];
        return [{ left, right, via: key, features, score: 0.4 }];
      }),
    );
  });
}

/** The groups on either side of every `same` judgement, by its id. */
function sidesOf(
  groups: readonly Group[],
  isSame: (judgement: string) => boolean,
): (readonly [string, readonly Group[]])[] {
  const sides = new Map<string, Set<Group>>();
  for (const group of groups)
    for (const marks of group.marks)
      for (const id of marks.keys()) if (isSame(id)) sides.set(id, (sides.get(id) ?? new Set()).add(group));
  return [...sides].map(([id, all]) => [id, [...all]] as const).sort(([a], [b]) => (a < b ? -1 : 1));
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
    for (const form of group.forms)
      if (names.agreement(group.kind, form) === 'context') bare.add(names.key(group.kind, form));
  }
  const named = new Map<string, Group[]>();
  for (const group of groups) push(named, group.key, group);
  // 晨星集团 that is called 晨星 is looked at as what is named so, too.
  const plain = (via: string, all: readonly Group[]) =>
    all.filter((group) => group.kind === 'Company' && isPlainName(via, group.key));
  return [...owners]
    .map(([via, all]) => ({
      via,
      named: [...plain(via, all), ...(named.get(via) ?? [])],
      owners: all,
      bare: bare.has(via),
    }))
    .filter((m) => m.named.length + m.owners.length > 1)
    .sort((a, b) => b.via.length - a.via.length || (a.via < b.via ? -1 : 1));
}

function push(lists: Map<string, Group[]>, key: string, group: Group): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [group]);
  else list.push(group);
}
