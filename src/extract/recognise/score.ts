import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EntityType } from '../../model/entity.ts';
import { FeatureNames } from '../../model/feature.ts';
import { type CompiledModel, logistic, reasonsOf, WeightSum } from '../../model/linear.ts';
import type { Mention } from '../../model/mention.ts';
import type { Trace } from '../../model/trace.ts';
import type { CandidateContext, WordProfile } from './candidate-context.ts';
import {
  ROLES,
  type Role,
  roleFeatures,
  spanFeatures,
  startFeatures,
  startWords,
  stopFeatures,
  stopWords,
} from './feature.ts';
import type { TextView } from './text-view.ts';

/** The types whose names have boundaries that only learning tells; people and places are settled by their rules. */
export const SCORED_TYPES: readonly EntityType[] = ['Company', 'Zone', 'Project', 'Organization', 'Industry'];

// Candidates whose ends alone speak so much against them are dropped: the rest never made up for it.
const HOPELESS = -5;

/** The names of all features of a candidate, as the model learns them. */
export function candidateFeatures(
  view: TextView,
  knowledge: Knowledge,
  around: CandidateContext,
  mention: Mention,
): readonly string[] {
  const { start, end } = mention;
  const list = new FeatureNames();
  const words = { ...startWords(view, start), ...stopWords(view, end) };
  for (const role of ['LL', 'L', 'F', 'E', 'R', 'RR'] as const)
    roleFeatures(role, around.profile(words[role]), list);
  for (let i = words.F + 1; i < words.E; i++) roleFeatures('I', around.profile(i), list);
  startFeatures(view, around, start, list);
  stopFeatures(view, around, end, list);
  spanFeatures(view, knowledge, around, mention, list);
  return list.names;
}

/**
 * The candidates that are not hopeless, with the model's probability as their confidence.
 *
 * Words repeat from document to document and many candidates begin or end together: what a word says in its role, and what
 * speaks for an end, is worked out once.
 */
export function scoreCandidates(
  view: TextView,
  knowledge: Knowledge,
  around: CandidateContext,
  candidates: readonly Mention[],
  model: CompiledModel,
  trace?: Trace,
): Mention[] {
  const scorers = new Map(SCORED_TYPES.map((type) => [type, new Scorer(type, view, around, model)]));
  const judged: Mention[] = [];
  for (const mention of candidates) {
    const scorer = scorers.get(mention.type);
    if (!scorer) continue;
    let sum = model.bias + scorer.start(mention.start) + scorer.stop(mention.end);
    if (sum < HOPELESS && mention.rule !== 'company/legal-form') continue;
    sum = scorer.inside(mention, sum);
    spanFeatures(view, knowledge, around, mention, scorer.sum);
    const weighed = { ...mention, confidence: logistic(sum + scorer.sum.take()) };
    judged.push(weighed);
    trace?.weighed(
      weighed,
      reasonsOf(model, mention.type, candidateFeatures(view, knowledge, around, mention)),
    );
  }
  return judged;
}

/** Scores of one type in one document. */
class Scorer {
  readonly sum: WeightSum;
  private readonly view: TextView;
  private readonly around: CandidateContext;
  private readonly words: WordScores;
  private readonly starts: Float64Array;
  private readonly stops: Float64Array;

  constructor(type: EntityType, view: TextView, around: CandidateContext, model: CompiledModel) {
    this.sum = new WeightSum(model, type);
    this.view = view;
    this.around = around;
    this.words = wordScores(model, type);
    this.starts = new Float64Array(view.text.length + 1).fill(Number.NaN);
    this.stops = new Float64Array(view.text.length + 1).fill(Number.NaN);
  }

  /** What speaks for a name that begins at an offset. */
  start(at: number): number {
    const known = this.starts[at] as number;
    if (!Number.isNaN(known)) return known;
    const { LL, L, F } = startWords(this.view, at);
    const words = this.word('LL', LL) + this.word('L', L) + this.word('F', F);
    startFeatures(this.view, this.around, at, this.sum);
    const score = words + this.sum.take();
    this.starts[at] = score;
    return score;
  }

  /** What speaks for a name that ends at an offset. */
  stop(at: number): number {
    const known = this.stops[at] as number;
    if (!Number.isNaN(known)) return known;
    const { E, R, RR } = stopWords(this.view, at);
    const words = this.word('E', E) + this.word('R', R) + this.word('RR', RR);
    stopFeatures(this.view, this.around, at, this.sum);
    const score = words + this.sum.take();
    this.stops[at] = score;
    return score;
  }

  /** A sum with what the words strictly between the first and the last add to it. */
  inside({ start, end }: Mention, sum: number): number {
    const last = this.view.tokenAt(end - 1);
    let all = sum;
    for (let i = this.view.tokenAt(start) + 1; i < last; i++) all += this.word('I', i);
    return all;
  }

  private word(role: Role, token: number): number {
    return this.words(role, this.around.profile(token));
  }
}

type WordScores = (role: Role, word: WordProfile) => number;

const SCORES = new WeakMap<CompiledModel, Map<EntityType, WordScores>>();

/** What a word in its role adds to the score of a type: worked out once for a model. */
function wordScores(model: CompiledModel, type: EntityType): WordScores {
  let types = SCORES.get(model);
  if (!types) {
    types = new Map();
    SCORES.set(model, types);
  }
  let scores = types.get(type);
  if (!scores) {
    const sum = new WeightSum(model, type);
    const known = new WeakMap<WordProfile, Record<Role, number | undefined>>();
    scores = (role, word) => {
      let values = known.get(word);
      if (!values) {
        values = Object.fromEntries(ROLES.map((each) => [each, undefined])) as Record<Role, undefined>;
        known.set(word, values);
      }
      let value = values[role];
      if (value === undefined) {
        roleFeatures(role, word, sum);
        value = sum.take();
        values[role] = value;
      }
      return value;
    };
    types.set(type, scores);
  }
  return scores;
}
