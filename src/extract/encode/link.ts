import { join } from 'node:path';
import type { SegmentedDocument } from '../../model/article.ts';
import type { EntityType } from '../../model/entity.ts';
import type { Mention } from '../../model/mention.ts';
import type { Span } from '../../model/span.ts';
import { isSubsequence } from '../../names/subsequence.ts';
import type { Encoding } from './encoder.ts';
import { bucket, type MentionPair, type MentionPairs, NEAR, sentencesOf, THING_TYPES } from './pair.ts';
import { createPairScorer } from './pair-scorer.ts';

/** Two forms of one type, and how sure it is that they name one thing: a logit. */
export interface ScoredLink {
  readonly type: EntityType;
  readonly longer: string;
  readonly shorter: string;
  readonly score: number;
}

/** Scores the forms of an article's mentions in pairs. */
export type LinkScorer = (
  document: SegmentedDocument,
  encoding: Encoding,
  mentions: readonly Mention[],
) => Promise<ScoredLink[]>;

/** A form of a type with the places where it stands, in text order. */
interface Form {
  readonly type: EntityType;
  readonly form: string;
  readonly places: readonly Span[];
}

/** The largest number of each known thing of two forms. */
const MOST = [7, 6, 10, 3, 1, 1, 1, 8, 8, 2, 3, 12, 4, 2];
const NUMERALS = /[0-9一二三四五六七八九十]/gu;
/** Forms without a common character are compared only when they stand so near. */
const BESIDE = 8;
/** Each form is compared with so many of its type before it and behind it, and by so many of its places. */
const REACH = 60;
/** Scores are told to a hundredth, so that the last digits of a machine never decide. */
const STEPS = 100;

/** Load the graph of links from a model's folder. */
export async function createLinkScorer(folder: string): Promise<LinkScorer> {
  const score = await createPairScorer(join(folder, 'links.onnx'));
  return async ({ text, sentences }, encoding, mentions) => {
    const forms = formsOf(mentions);
    const totals = new Map<string, ScoredLink>();
    const found = pairForms(sentencesOf(text.length, sentences), forms);
    for await (const { pairs, scores } of score(text.length, encoding, found))
      for (const [i, { from, to }] of pairs.entries()) {
        const [longer, shorter, own] = [forms[from], forms[to], scores[i] ?? 0];
        if (!longer || !shorter) continue;
        const known = totals.get(`${from} ${to}`);
        totals.set(`${from} ${to}`, {
          type: longer.type,
          longer: longer.form,
          shorter: shorter.form,
          score: known ? either(known.score, own) : own,
        });
      }
    return [...totals.values()].map((link) => ({ ...link, score: Math.round(link.score * STEPS) / STEPS }));
  };
}

/** The log-sum-exp of two scores. */
const either = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The forms of each type, in the order of their first places. */
function formsOf(mentions: readonly Mention[]): Form[] {
  const found = new Map<string, { type: EntityType; form: string; places: Span[] }>();
  for (const { type, form, start, end } of [...mentions].sort(byPlace)) {
    const known = found.get(`${type} ${form}`);
    if (known) known.places.push({ start, end });
    else found.set(`${type} ${form}`, { type, form, places: [{ start, end }] });
  }
  return [...found.values()];
}

/** Pair the forms of each type, the longer one first: of each pair the nearest mentions and the first ones. */
function pairForms(sentence: Int32Array, forms: readonly Form[]): MentionPairs {
  const flat = forms
    .flatMap(({ places }, form) => places.map(({ start, end }) => ({ start, end, form })))
    .sort((a, b) => byPlace(a, b) || a.form - b.form);
  const at = new Map(flat.map((one, i) => [`${one.start} ${one.end} ${one.form}`, i]));
  const place = ({ start, end }: Span, form: number): number => at.get(`${start} ${end} ${form}`) ?? 0;
  return {
    mentions: flat.map(({ start, end }) => ({ start, end })),
    pairs: {
      *[Symbol.iterator]() {
        for (const type of THING_TYPES) {
          const own = [...forms.entries()].filter(([, form]) => form.type === type);
          for (const [n, [i, a]] of own.entries()) {
            const others = own.slice(Math.max(0, n - REACH), n + REACH + 1);
            for (const [j, b] of others)
              if (isLonger(a, b))
                for (const [x, y, known] of compare(a, b, others, sentence))
                  yield pairOf(
                    x,
                    y,
                    { first: place(x, i), second: place(y, j), from: i, to: j },
                    known,
                    sentence,
                  );
          }
        }
      },
    },
  };
}

/** Whether a form is the longer of two; of equally long ones the one that stands first. */
function isLonger(a: Form, b: Form): boolean {
  const [x, y] = [a.places[0], b.places[0]];
  if (a === b || !x || !y) return false;
  return a.form.length > b.form.length || (a.form.length === b.form.length && byPlace(x, y) < 0);
}

/** The places by which two forms are compared, with what is known of each two. */
function compare(
  a: Form,
  b: Form,
  others: readonly (readonly [number, Form])[],
  sentence: Int32Array,
): (readonly [Span, Span, number[]])[] {
  const near = nearest(a.places.slice(0, REACH), b.places.slice(0, REACH));
  const [first, second] = [a.places[0], b.places[0]];
  const shared = sharedUnits(a.form, b.form);
  if (!near || !first || !second || (shared === 0 && gapOf(...near) > BESIDE)) return [];
  const alike = [
    THING_TYPES.indexOf(a.type),
    Math.floor(b.form.length / 2),
    Math.floor(a.form.length / 2),
    inside(a.form, b.form),
    isSubsequence(b.form, a.form) ? 1 : 0,
    a.form[0] === b.form[0] ? 1 : 0,
    a.form.at(-1) === b.form.at(-1) ? 1 : 0,
    longestRun(a.form, b.form),
    Math.floor((8 * shared) / Math.max(1, b.form.length)),
    numerals(a.form, b.form),
    others.filter(([, c]) => c !== a && c !== b && isSubsequence(b.form, c.form)).length,
  ];
  const told = (x: Span, y: Span): readonly [Span, Span, number[]] => [
    x,
    y,
    [
      ...alike,
      bucket(gapOf(x, y)),
      Math.abs((sentence[x.start] ?? 0) - (sentence[y.start] ?? 0)),
      gapOf(x, y) < 0 ? 0 : x.start < y.start ? 1 : 2,
    ].map((value, k) => Math.min(value, MOST[k] ?? 0)),
  ];
  return near[0] === first && near[1] === second ? [told(...near)] : [told(...near), told(first, second)];
}

function pairOf(
  x: Span,
  y: Span,
  places: Pick<MentionPair, 'first' | 'second' | 'from' | 'to'>,
  known: readonly number[],
  sentence: Int32Array,
): MentionPair {
  const [from, to] = [Math.min(x.start, y.start), Math.max(x.end, y.end)];
  const [low, high] = [Math.min(x.end, y.end), Math.max(x.start, y.start)];
  return {
    ...places,
    known,
    around: [
      { start: Math.min(low, high), end: Math.max(low, high) },
      { start: Math.max(0, from - NEAR), end: from },
      { start: to, end: Math.min(sentence.length, to + NEAR) },
    ],
  };
}

/** How many characters lie between two spans; below zero where they overlap. */
const gapOf = (a: Span, b: Span): number => Math.max(a.start, b.start) - Math.min(a.end, b.end);

/** The two places that stand nearest, the first of equally near ones. */
function nearest(a: readonly Span[], b: readonly Span[]): readonly [Span, Span] | undefined {
  let best: readonly [Span, Span] | undefined;
  for (const x of a) for (const y of b) if (!best || gapOf(x, y) < gapOf(...best)) best = [x, y];
  return best;
}

/** How a form stands in a longer one: not at all, at its head, at its end, within. */
function inside(longer: string, shorter: string): number {
  if (longer.startsWith(shorter)) return 1;
  return longer.endsWith(shorter) ? 2 : longer.includes(shorter) ? 3 : 0;
}

/** How many units two forms share, each as often as both have it. */
function sharedUnits(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const unit of a.split('')) left.set(unit, (left.get(unit) ?? 0) + 1);
  let shared = 0;
  for (const unit of b.split('')) {
    const count = left.get(unit) ?? 0;
    if (count > 0) shared++;
    left.set(unit, count - 1);
  }
  return shared;
}

/** The length of the longest piece that both hold. */
function longestRun(a: string, b: string): number {
  let best = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    row = [0, ...Array.from({ length: b.length }, (_, k) => (a[i] === b[k] ? (row[k] ?? 0) + 1 : 0))];
    best = Math.max(best, ...row);
  }
  return best;
}

/** Whether neither form has a numeral, both the same ones, or they differ. */
function numerals(a: string, b: string): number {
  const [x, y] = [a, b].map((form) => (form.match(NUMERALS) ?? []).join(''));
  return !x && !y ? 0 : x === y ? 1 : 2;
}
