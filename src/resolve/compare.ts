import type { Feature } from '../model/resolution.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Group } from './group.ts';
import { opposite } from './judged.ts';
import { placeOfBody } from './local-body.ts';
import { isNearKey, isNearName } from './near-name.ts';
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

// An explanation names so many documents: the others say no more.
const SHOWN = 5;

/** What is known beside two groups: pairs that an article sets in a relation which only two things can have, and judgements. */
export interface PairKnowledge {
  readonly names: Names;
  readonly isRelated: (pair: string) => boolean;
  readonly isDifferent: (judgement: string) => boolean;
  /** Whether more groups go by a form than are given here, so many that it says nothing of any; default: none. */
  readonly isCommon?: (form: string) => boolean;
}

/**
 * Weighs what speaks for and against taking two groups for one thing, where `via` is a key that both go by. `witnesses` are the
 * groups whose articles may take them for one.
 */
export function compareGroups(
  a: Group,
  b: Group,
  via: string,
  { names, isRelated, isDifferent }: PairKnowledge,
  witnesses: readonly Group[] = [a, b],
): Comparison {
  const features = [
    ...opposite(a.marks, b.marks).flatMap((id) =>
      isDifferent(id) ? [feature('judged-different', id, VETO)] : [],
    ),
    ...(a.key === b.key ? [feature('homonyms', a.key, VETO)] : []),
    ...(a.kind === 'Company' ? shortened(a, b, via, names) : introduced(a, b, via)),
    ...surroundings(a, b),
    ...keptApart(a, b, witnesses, a.kind === 'Company' && isPlainlyOne(a, b, names)),
    ...(isRelated(pairKey(a, b)) ? [feature('subsidiary', `${a.key} / ${b.key}`, VETO)] : []),
    ...(a.kind === 'Company' ? legalNames(a, b) : []),
    ...(a.kind === 'Project' ? [...projectPlaces(a, b, names), ...tellingName(via, names)] : []),
    ...(a.kind === 'Organization' ? bodyPlaces(a, b, names) : []),
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

function shown(all: Iterable<string>): string {
  return [...all].sort().slice(0, SHOWN).join(' ');
}

function introduced(a: Group, b: Group, via: string): Feature[] {
  if (isNearKey(via)) return nearNames(a, b);
  const both = [a, b].filter((g) => g.aliases.has(via));
  if (both.length === 2) return [feature('shared-alias', via, 0.6)];
  return both.map((g) => feature('introduced', shown(g.aliases.get(via) ?? []), 0.7));
}

/** Long names of which one has a word more; what only begins and ends alike says nothing. */
function nearNames(a: Group, b: Group): Feature[] {
  const [left, right] = [a, b].map(({ key, aliases }) => [key, ...aliases.keys()]) as [string[], string[]];
  for (const one of left)
    for (const other of right)
      if (isNearName(one, other)) return [feature('a-word-more', `${one} / ${other}`, 0.6)];
  return [];
}

// A name that so many times more articles tell of is hardly short for another.
const FAR_MORE = 4;

/** A firm's short form that no article introduces says less, and nothing where far more tell of what goes by it. */
function shortened(a: Group, b: Group, via: string, names: Names): Feature[] {
  const isSpoken = (group: Group) =>
    group.key === via || [...group.forms].some((form) => names.key('Company', form) === via);
  const [short, owner] = a.key === via ? [a, b] : [b, a];
  const isMore = short.documents.size > FAR_MORE * owner.documents.size;
  const more = isMore ? [feature('far-more', via, -0.3)] : [];
  // What a public list knows by its name is hardly the one firm of a place that some article calls so.
  if (isSpoken(a) && isSpoken(b))
    return [...introduced(a, b, via), ...(owner.legal && names.firms.known.has(via) ? more : [])];
  if (short.key !== via) return [feature('shared-short-form', via, 0.2)];
  // 晨星控股有限公司 is another firm than 晨星控股煤业集团.
  if (short.legal) return [feature('a-firm-by-itself', via, VETO)];
  return [feature('shortened', via, 0.6), ...more];
}

/** Tokens of one dimension that never meet speak against; one shared token speaks for. */
function surroundings(a: Group, b: Group): Feature[] {
  const shared = [...a.context].filter((token) => b.context.has(token)).sort();
  if (shared.length > 0) return [feature('same-context', shown(shared), 0.5)];
  const dimensions = new Set([...a.context].map(dimension));
  const clash = [...new Set([...b.context].map(dimension))].filter((name) => dimensions.has(name)).sort();
  return clash.length > 0 ? [feature('other-context', clash.join(' '), -0.3)] : [];
}

/** An article that names both as two things outweighs one that takes them for one, unless it reprints that one. */
function keptApart(a: Group, b: Group, witnesses: readonly Group[], isPlain: boolean): Feature[] {
  const both = inBoth(a.documents, b.documents);
  if (both.length === 0) return [];
  const together = new Set(witnesses.flatMap((group) => equating(group, a.key, b.key)));
  const told = storiesOf(witnesses, together);
  const few = a.documents.size < b.documents.size ? a : b;
  const stories = new Map(few.references.map(({ view }) => [view.id, view.stories]));
  const apart = both.filter((id) => !stories.get(id)?.some((story) => told.has(story)));
  if (apart.length === 0) return [];
  return [feature('kept-apart', shown(apart), apart.length >= together.size && !isPlain ? VETO : -0.15)];
}

/** Whether one firm's name is the other's with its trade behind, and an article may have both without meaning two: 晨星, 晨星汽车. */
function isPlainlyOne(a: Group, b: Group, names: Names): boolean {
  const [short, long] = a.key.length < b.key.length ? [a, b] : [b, a];
  return !a.legal && !b.legal && names.isNameAndTrade(short.key, long.key);
}

/** The documents in which a group goes by both names. */
function equating(group: Group, a: string, b: string): string[] {
  const users = (key: string) =>
    group.key === key ? group.documents : (group.aliases.get(key) ?? new Set<string>());
  return inBoth(users(a), users(b));
}

function inBoth(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].filter((id) => many.has(id));
}

function storiesOf(groups: readonly Group[], documents: ReadonlySet<string>): Set<string> {
  const told = new Set<string>();
  if (documents.size === 0) return told;
  for (const { references } of groups)
    for (const { view } of references)
      if (documents.has(view.id)) for (const story of view.stories) told.add(story);
  return told;
}

function legalNames(a: Group, b: Group): Feature[] {
  return a.legal && b.legal ? [feature('two-legal-names', `${a.key} / ${b.key}`, VETO)] : [];
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

/** A project's name that says so much is no other's, also where articles name another firm beside: a builder has subsidiaries. */
function tellingName(via: string, names: Names): Feature[] {
  return !isNearKey(via) && names.isTellingProject(via) ? [feature('telling-name', via, 0.2)] : [];
}

/** Projects that begin with two places are two, whatever else their names say: by the first, or the last that stands in front. */
function projectPlaces(a: Group, b: Group, names: Names): Feature[] {
  const [left, right] = [a, b].map((group) => placesInFront(nameOf(group), names)) as [
    readonly string[],
    readonly string[],
  ];
  return [0, -1].flatMap((at) => {
    const [one, other] = [left.at(at), right.at(at)].map((form) => form && names.divisions.find(form)?.code);
    return one && other && !oneHoldsOther(one, other, names)
      ? [feature('other-place', `${one} / ${other}`, VETO)]
      : [];
  });
}

/** The divisions that a project's name begins with; 贵南高铁 is a line by its ends, and not of 贵南县. */
function placesInFront(name: string, names: Names): readonly string[] {
  const folded = normaliseForm(name);
  const { forms, end } = names.divisions.prefix(folded);
  return /^(?:高铁|铁路|高速|城际)/u.test(folded.slice(end)) ? [] : forms;
}

/** Bodies of two places are two, though both are the 省委组织部 of their articles. */
function bodyPlaces(a: Group, b: Group, names: Names): Feature[] {
  const [left, right] = [a, b].map(({ key, aliases }) =>
    [key, ...aliases.keys()].flatMap((form) => placeOfBody(form, names.divisions) ?? []),
  ) as [string[], string[]];
  const isApart = left.every((one) => right.every((other) => !oneHoldsOther(one, other, names)));
  return left.length > 0 && right.length > 0 && isApart
    ? [feature('other-place', `${shown(left)} / ${shown(right)}`, VETO)]
    : [];
}

function oneHoldsOther(a: string, b: string, names: Names): boolean {
  const holds = (up: string, down: string) => names.divisions.chain(down).some((d) => d.code === up);
  return a === b || holds(a, b) || holds(b, a);
}

/** 经开组团 beside 赣江新区 is 赣江新区经开组团 written out. */
function writtenOut(a: Group, b: Group): Feature[] {
  const [short, long] = nameOf(a).length < nameOf(b).length ? [a, b] : [b, a];
  const tail = normaliseForm(nameOf(short));
  const heads = [...long.forms]
    .filter((form) => form.length > tail.length && form.endsWith(tail))
    .map((form) => form.slice(0, -tail.length));
  const found =
    heads.length > 0 && short.references.every((r) => heads.some((head) => r.view.frames.has(head)));
  return found ? [feature('written-out', shown(heads), 0.5)] : [];
}

/** The form that a group is spoken of by: its first reference's name. */
function nameOf(group: Group): string {
  return group.references[0]?.entity.name ?? group.key;
}
