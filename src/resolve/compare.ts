import type { Feature } from '../model/resolution.ts';
import type { Group } from './block.ts';
import { foldForm, isLegalName } from './form.ts';
import type { Names } from './rules.ts';
import { dimension } from './split.ts';

/** The verdict on two groups that a form brings together: the features and their sum. */
export interface Comparison {
  readonly features: readonly Feature[];
  readonly score: number;
  /** Some feature rules the merge out, whatever else speaks for it. */
  readonly vetoed: boolean;
}

const VETO = -1;

/** Weighs what speaks for and against taking two groups for one thing, where `via` is a key that both go by. */
export function compareGroups(
  a: Group,
  b: Group,
  via: string,
  related: ReadonlySet<string>,
  names: Names,
): Comparison {
  const features = [
    ...(a.key === b.key ? [feature('homonyms', a.key, VETO)] : []),
    ...introduced(a, b, via),
    ...surroundings(a, b),
    ...keptApart(a, b),
    ...(related.has(pairKey(a, b)) ? [feature('subsidiary', `${a.key} / ${b.key}`, VETO)] : []),
    ...(a.kind === 'Company' ? legalNames(a, b) : []),
    ...(a.kind === 'Zone' ? [...zoneNames(a, b, names), ...writtenOut(a, b)] : []),
  ];
  return {
    features,
    score: features.reduce((sum, f) => sum + f.score, 0),
    vetoed: features.some((f) => f.score <= VETO),
  };
}

/** A pair of groups by their keys, in either order. */
export function pairKey(a: Group, b: Group): string {
  return a.key < b.key ? `${a.key}\n${b.key}` : `${b.key}\n${a.key}`;
}

function feature(name: string, detail: string, score: number): Feature {
  return { name, detail, score };
}

function introduced(a: Group, b: Group, via: string): Feature[] {
  const both = [a, b].filter((g) => g.aliases.has(via));
  if (both.length === 2) return [feature('shared-alias', via, 0.6)];
  return both.map((g) => feature('introduced', [...(g.aliases.get(via) ?? [])].sort().join(' '), 0.7));
}

/** Tokens of one dimension that never meet speak against; one shared token speaks for. */
function surroundings(a: Group, b: Group): Feature[] {
  const shared = [...a.context].filter((token) => b.context.has(token)).sort();
  if (shared.length > 0) return [feature('same-context', shared.join(' '), 0.5)];
  const dimensions = new Set([...a.context].map(dimension));
  const clash = [...new Set([...b.context].map(dimension))].filter((name) => dimensions.has(name)).sort();
  return clash.length > 0 ? [feature('other-context', clash.join(' '), -0.3)] : [];
}

/** An article that names both as two things outweighs one that takes them for one. */
function keptApart(a: Group, b: Group): Feature[] {
  const apart = [...a.documents].filter((id) => b.documents.has(id));
  if (apart.length === 0) return [];
  const together = Math.max(a.aliases.get(b.key)?.size ?? 0, b.aliases.get(a.key)?.size ?? 0);
  return [feature('kept-apart', apart.sort().join(' '), apart.length >= together ? VETO : -0.2)];
}

function legalNames(a: Group, b: Group): Feature[] {
  const legal = [a, b].filter((g) => g.references.some((r) => isLegalName(r.entity.name)));
  return legal.length === 2 ? [feature('two-legal-names', `${a.key} / ${b.key}`, VETO)] : [];
}

/** 张家港 and 张家口, 经开 and 高新, 国家 and 省: where both say it, they have to say the same. */
function zoneNames(a: Group, b: Group, names: Names): Feature[] {
  const [left, right] = [a, b].map((g) => names.zone(nameOf(g)));
  if (left === undefined || right === undefined) return [];
  const features: Feature[] = [];
  for (const token of ['kind', 'level'] as const)
    if (left[token] !== '' && right[token] !== '' && left[token] !== right[token])
      features.push(feature(`other-${token}`, `${left[token]} / ${right[token]}`, VETO));
  if (left.place !== '' && right.place !== '' && !oneHoldsOther(left.place, right.place, names))
    features.push(feature('other-place', `${left.place} / ${right.place}`, VETO));
  return features;
}

function oneHoldsOther(a: string, b: string, names: Names): boolean {
  const holds = (up: string, down: string) => names.divisions.chain(down).some((d) => d.code === up);
  return a === b || holds(a, b) || holds(b, a);
}

/** 经开组团 beside 赣江新区 is 赣江新区经开组团 written out. */
function writtenOut(a: Group, b: Group): Feature[] {
  const [short, long] = nameOf(a).length < nameOf(b).length ? [a, b] : [b, a];
  const tail = foldForm(nameOf(short));
  const heads = new Set(
    long.references
      .flatMap((r) => [r.entity.name, ...r.entity.aliases].map(foldForm))
      .filter((form) => form.length > tail.length && form.endsWith(tail))
      .map((form) => form.slice(0, -tail.length)),
  );
  const found = short.references.every((r) => [...heads].some((head) => r.view.frames.has(head)));
  return found && heads.size > 0 ? [feature('written-out', [...heads].sort().join(' '), 0.5)] : [];
}

/** The form that a group is spoken of by: its first reference's name. */
function nameOf(group: Group): string {
  return group.references[0]?.entity.name ?? group.key;
}
