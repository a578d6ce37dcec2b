import type { Feature } from '../model/resolution.ts';

/**
 * What speaks for and against two bearers of one name being one person, each in log-odds; a count n as log2(1 + n), a share as it
 * is. Positive speaks for.
 *
 * Learnt by logistic regression (L2 0.3) from the labelled pairs of people in `test/resolve/news-pairs.jsonl`, and from pairs of
 * people of two names, taken for namesakes, so that what articles share by chance counts for little: `test/bench/weights.mjs`.
 */
export const PERSON_WEIGHTS = {
  'rare-name': 1.89,
  'common-name': -3.25,
  'same-body': 0.14,
  'same-title': 2.78,
  'long-title': 0.47,
  'posts-alike': 1.01,
  'people-beside': 1.92,
  'things-beside': 2.61,
  'places-beside': 1.88,
  'other-field': -1.13,
  'other-body': -1.15,
} as const satisfies Readonly<Record<string, number>>;

export type PersonFeature = keyof typeof PERSON_WEIGHTS;

/**
 * What speaks for and against two articles being one text, in log-odds likewise: what speaks against comes last, and of that what
 * is dearest to work out. Learnt from the labelled pairs of articles that are not held out, a wrong one counting
 * three times.
 */
export const REPRINT_WEIGHTS = {
  'any-two': -14.82,
  'text-in-common': 15.1,
  'text-of-longer': 2.52,
  'lead-in-common': 4.46,
  'own-figures': -1.37,
  'other-day': -1.58,
  'other-signers': -2.41,
  'swapped-names': -3.94,
} as const satisfies Readonly<Record<string, number>>;

export type ReprintFeature = keyof typeof REPRINT_WEIGHTS;

/** The most that a count adds to. */
const MOST = 7;

/** A count as the model takes it. */
export function counted(n: number): number {
  return Math.log2(1 + Math.min(n, MOST));
}

/** The features that hold, each with what it weighs. */
export function weigh(
  values: readonly { readonly name: PersonFeature; readonly value: number; readonly detail: string }[],
): Feature[] {
  return values.flatMap(({ name, value, detail }) =>
    value === 0 ? [] : [{ name, detail, score: PERSON_WEIGHTS[name] * value }],
  );
}

/** The probability that log-odds stand for. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
