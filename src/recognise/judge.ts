import type { EntityType } from '../model/entity.ts';
import { type CompiledModel, logistic, reasonsOf, score } from '../model/linear.ts';
import type { Mention } from '../model/mention.ts';
import type { Trace } from '../model/trace.ts';
import {
  type Role,
  roleFeatures,
  spanFeatures,
  startFeatures,
  startWords,
  stopFeatures,
  stopWords,
} from './feature.ts';
import type { Knowledge } from './knowledge.ts';
import type { Surroundings, WordProfile } from './surroundings.ts';
import type { View } from './view.ts';

// Candidates whose ends alone speak so much against them are dropped: the rest never made up for it.
const HOPELESS = -5;

/** All features of a candidate, as the model learns them. */
export function candidateFeatures(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  mention: Mention,
): string[] {
  const { start, end } = mention;
  const words = { ...startWords(view, around, start), ...stopWords(view, around, end) };
  return [
    ...(['LL', 'L', 'F', 'E', 'R', 'RR'] as const).flatMap((role) => roleFeatures(role, words[role])),
    ...insideOf(view, around, mention).flatMap((word) => roleFeatures('I', word)),
    ...startFeatures(view, around, start),
    ...stopFeatures(view, knowledge, around, end),
    ...spanFeatures(view, knowledge, around, mention),
  ];
}

/**
 * The candidates that are not hopeless, with the model's probability as their confidence.
 *
 * Words repeat from document to document and many candidates begin or end together: what a word says in its role, and what
 * speaks for an end, is worked out once.
 */
export function judgeCandidates(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  candidates: readonly Mention[],
  model: CompiledModel,
  trace?: Trace,
): Mention[] {
  const word = (type: EntityType, role: Role, profile: WordProfile) => roleScore(model, type, role, profile);
  const starts = once((type, at) => {
    const { LL, L, F } = startWords(view, around, at);
    const words = word(type, 'LL', LL) + word(type, 'L', L) + word(type, 'F', F);
    return words + score(model, type, startFeatures(view, around, at));
  });
  const stops = once((type, at) => {
    const { E, R, RR } = stopWords(view, around, at);
    const words = word(type, 'E', E) + word(type, 'R', R) + word(type, 'RR', RR);
    return words + score(model, type, stopFeatures(view, knowledge, around, at));
  });
  const weighed = (mention: Mention): Mention => {
    trace?.weighed(
      mention,
      reasonsOf(model, mention.type, candidateFeatures(view, knowledge, around, mention)),
    );
    return mention;
  };
  return candidates.flatMap((mention): Mention[] => {
    const { type } = mention;
    let sum = model.bias + starts(type, mention.start) + stops(type, mention.end);
    if (sum < HOPELESS && mention.rule !== 'company/legal-form') return [];
    for (const profile of insideOf(view, around, mention)) sum += word(type, 'I', profile);
    sum += score(model, type, spanFeatures(view, knowledge, around, mention));
    return [weighed({ ...mention, confidence: logistic(sum) })];
  });
}

/** The words strictly between the first and the last. */
function insideOf(view: View, { profiles }: Surroundings, { start, end }: Mention): readonly WordProfile[] {
  return profiles.slice(view.tokenAt(start) + 1, view.tokenAt(end - 1));
}

const SCORES = new WeakMap<CompiledModel, WeakMap<WordProfile, Map<string, number>>>();

/** What a word in its role adds to the score of a type. */
function roleScore(model: CompiledModel, type: EntityType, role: Role, profile: WordProfile): number {
  let byWord = SCORES.get(model);
  if (!byWord) {
    byWord = new WeakMap();
    SCORES.set(model, byWord);
  }
  let values = byWord.get(profile);
  if (!values) {
    values = new Map();
    byWord.set(profile, values);
  }
  const key = type + role;
  let value = values.get(key);
  if (value === undefined) {
    value = score(model, type, roleFeatures(role, profile));
    values.set(key, value);
  }
  return value;
}

/** A function of a type and an offset that works out each value once. */
function once(work: (type: EntityType, at: number) => number): (type: EntityType, at: number) => number {
  const known = new Map<string, Map<number, number>>();
  return (type, at) => {
    let values = known.get(type);
    if (!values) {
      values = new Map();
      known.set(type, values);
    }
    let value = values.get(at);
    if (value === undefined) {
      value = work(type, at);
      values.set(at, value);
    }
    return value;
  };
}
