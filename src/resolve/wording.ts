import { hasSwappedNames, isSignedByOthers } from './own-names.ts';
import { REPRINT_WEIGHTS, type ReprintFeature } from './scoring.ts';

const SHINGLE = 6;

/** Two texts have a passage in common from so many letters on. */
const PASSAGE = 10;
/** A short notice inside a long digest is no reprint of it: the share of the longer text that the passages come to. */
const OF_LONGER = 0.3;
/** Two that have less of the shorter text in common are no reprints, whatever else speaks for it. */
const LEAST_SHARE = 0.5;
/** What an article opens with, in letters: the news itself. Articles that share a background, or a form, open otherwise. */
const LEAD = 120;
const MOST_FIGURES = 4;

/** What an article is compared by. */
export interface Wording {
  readonly text: string;
  /** By position. */
  readonly shingles: Int32Array;
}

/** The same of an article that is compared with many. */
export interface IndexedWording extends Wording {
  /** Where each shingle last is. */
  readonly places: ReadonlyMap<number, number>;
  /** By position, where its shingle last is. */
  readonly last: Int32Array;
}

export function wordingOf(text: string): Wording {
  return { text, shingles: shinglesOf(text) };
}

export function indexWording(text: string): IndexedWording {
  const wording = wordingOf(text);
  const places = new Map<number, number>();
  const last = new Int32Array(wording.shingles.length);
  for (let i = last.length - 1; i >= 0; i--) {
    const shingle = wording.shingles[i] as number;
    const place = places.get(shingle) ?? i;
    if (place === i) places.set(shingle, i);
    last[i] = place;
  }
  return { ...wording, places, last };
}

/** What speaks for and against two articles being one text, by feature; each is worked out when it is asked for. */
export type Likeness = Readonly<Record<ReprintFeature, () => number>>;

/**
 * Whether one takes its text from the other, or both from a third, and tells the same: what is alike is weighed, and then, as
 * long as it would do, what may speak against it.
 */
export function isReprint(a: IndexedWording, b: Wording): boolean {
  const likeness = compareWording(a, b);
  if (likeness === undefined) return false;
  let odds = 0;
  for (const [name, weight] of Object.entries(REPRINT_WEIGHTS)) {
    if (odds <= 0 && weight < 0 && name !== 'any-two') return false;
    odds += weight * likeness[name as ReprintFeature]();
  }
  return odds > 0;
}

/**
 * The features of two articles, undefined where so little is alike that nothing else counts. Of the shorter text, the share that
 * stands in common passages; of the two leads, and of the figures that only one has, the one that says less.
 */
export function compareWording(a: IndexedWording, b: Wording): Likeness | undefined {
  const inA = new Uint8Array(a.shingles.length);
  const inB = new Uint8Array(b.shingles.length);
  for (let i = 0; i < inB.length; i++) {
    const place = a.places.get(b.shingles[i] as number);
    if (place !== undefined) inA[place] = inB[i] = 1;
  }
  for (let i = 0; i < inA.length; i++) inA[i] = inA[a.last[i] as number] as number;

  const [shorter, longer] = [inA, inB].map(lengthOf).sort((one, other) => one - other) as [number, number];
  const common = Math.max(
    ...[inA, inB].filter((hits) => lengthOf(hits) === shorter).map((hits) => countCommon(hits, PASSAGE)),
  );
  const share = common / shorter;
  if (common < OF_LONGER * longer || share < LEAST_SHARE) return undefined;
  const leads = [inA, inB].map((hits) => countCommon(hits.subarray(0, LEAD - SHINGLE + 1), SHINGLE) / LEAD);
  const is = (holds: boolean) => (holds ? 1 : 0);
  return {
    'any-two': () => 1,
    'text-in-common': () => share,
    'text-of-longer': () => common / longer,
    'lead-in-common': () => Math.min(...leads),
    'own-figures': () => Math.min(countOwnNumbers(a, b), countOwnNumbers(b, a), MOST_FIGURES),
    'other-day': () => is(isOfOtherDay(a.text, b.text)),
    'other-signers': () => is(isSignedByOthers(signedOf(a), signedOf(b))),
    'swapped-names': () => is(hasSwappedNames(lettersOf(a.text), lettersOf(b.text))),
  };
}

const DAY = /(?<!\d)(\d{1,2})\s?日(?!本|元)|(?<=\d{4}[-/年]\d{1,2}[-/])(\d{1,2})(?!\d)/gu;

/** Whether both leads tell a day, and the first that either tells is another one. */
function isOfOtherDay(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => firstDayOf(leadOf(text)));
  return one !== undefined && other !== undefined && one !== other;
}

function firstDayOf(lead: string): number | undefined {
  const [found] = lead.normalize('NFKC').matchAll(DAY);
  return found && Number(found[1] ?? found[2]);
}

/** The letters of a text with so many shingles. */
function lengthOf({ length }: { readonly length: number }): number {
  return length + SHINGLE - 1;
}

/** How many letters stand in passages, of so many letters at least, of which every shingle is a hit. */
function countCommon(hits: Uint8Array, least: number): number {
  let common = 0;
  let start = 0;
  for (let i = 0; i <= hits.length; i++) {
    if (hits[i] === 1) continue;
    const passage = i - start + SHINGLE - 1;
    if (i > start && passage >= least) common += passage;
    start = i + 1;
  }
  return common;
}

function signedOf({ text }: Wording) {
  return { text, lead: leadOf(text) };
}

/** How many numbers of a lead the other article has nowhere. */
function countOwnNumbers({ text }: Wording, other: Wording): number {
  const all = numbersOf(other.text);
  return [...numbersOf(leadOf(text))].filter((number) => !all.has(number)).length;
}

function numbersOf(text: string): Set<string> {
  return new Set(text.normalize('NFKC').match(/\d+(?:\.\d+)?/gu));
}

/** The text up to the last letter of its lead. */
function leadOf(text: string): string {
  let end = 0;
  for (let letters = 0; letters < LEAD && end < text.length; end++) {
    const code = text.charCodeAt(end);
    if ((UNITS[code] || unitOf(code)) !== LEFT_OUT) letters++;
  }
  return text.slice(0, end);
}

/** What a UTF-16 unit is to `lettersOf`, found when it is first met: kept, left out, or not to be told by itself. */
const UNITS = new Uint8Array(0x10000);
const [KEPT, LEFT_OUT, OTHER] = [1, 2, 3];

/** The letters and digits of a text in their compatible forms (NFKC). */
function lettersOf(text: string): string {
  let letters = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = UNITS[code] || unitOf(code);
    if (unit === KEPT) continue;
    if (unit === OTHER) return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
    if (i > start) letters += text.slice(start, i);
    start = i + 1;
  }
  return letters + text.slice(start);
}

function unitOf(code: number): number {
  const unit = String.fromCharCode(code);
  const folded = unit.normalize('NFKC');
  // Halves of characters, marks and jamo may join with what stands beside them.
  const isWhole = !/[\p{Cs}\p{M}\u1100-\u11ff]/u.test(unit);
  const isLetter = /[\p{L}\p{N}]/u.test(folded);
  const kind = !isWhole || (isLetter && folded !== unit) ? OTHER : isLetter ? KEPT : LEFT_OUT;
  UNITS[code] = kind;
  return kind;
}

/** Hashes of the runs of six letters and digits, by position: layout and punctuation do not count. */
export function shinglesOf(text: string): Int32Array {
  const letters = lettersOf(text);
  const found = new Int32Array(Math.max(0, letters.length - SHINGLE + 1));
  for (let i = 0; i < found.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) hash = Math.imul(hash ^ letters.charCodeAt(j), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    found[i] = hash ^ (hash >>> 13);
  }
  return found;
}
