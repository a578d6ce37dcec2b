import { type CompiledModel, logistic, score } from '../model/linear.ts';
import type { Mention } from '../model/mention.ts';
import { spanFeatures, startFeatures, stopFeatures } from './feature.ts';
import type { Knowledge } from './knowledge.ts';
import type { Surroundings } from './surroundings.ts';
import type { View } from './view.ts';

// Candidates whose ends alone speak so much against them are dropped: the rest never made up for it.
const HOPELESS = -7;

/**
 * The candidates that are not hopeless, with the model's probability as their confidence.
 *
 * Many candidates begin or end together: what speaks for an end is worked out once for all of them.
 */
export function judgeCandidates(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  candidates: readonly Mention[],
  model: CompiledModel,
): Mention[] {
  const starts = once((type, at) => score(model, type, startFeatures(view, around, at)));
  const stops = once((type, at) => score(model, type, stopFeatures(view, knowledge, around, at)));
  return candidates.flatMap((mention): Mention[] => {
    const ends = model.bias + starts(mention.type, mention.start) + stops(mention.type, mention.end);
    if (ends < HOPELESS && mention.rule !== 'company/legal-form') return [];
    const span = score(model, mention.type, spanFeatures(view, knowledge, around, mention));
    return [{ ...mention, confidence: logistic(ends + span) }];
  });
}

/** A function of a type and an offset that works out each value once. */
function once(
  work: (type: Mention['type'], at: number) => number,
): (type: Mention['type'], at: number) => number {
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
