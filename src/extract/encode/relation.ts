import { join } from 'node:path';
import type { SegmentedDocument } from '../../model/article.ts';
import { RELATION_ENDS, RELATION_TYPES, type RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { Encoding } from './encoder.ts';
import { type MentionPair, pairMentions, type Thing } from './pair.ts';
import { createPairScorer } from './pair-scorer.ts';

/** A relation that may hold between two things: the score is a logit, the pair of mentions that weighs most tells where it is said. */
export interface ScoredRelation {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly score: number;
  readonly said: readonly [from: Span, to: Span];
}

/** Scores every relation that the types of two things allow. */
export type RelationScorer = (
  document: SegmentedDocument,
  encoding: Encoding,
  things: readonly Thing[],
) => Promise<ScoredRelation[]>;

const TYPES = RELATION_TYPES.length;
/** Scores are told to a hundredth, so that the last digits of a machine never decide. */
const STEPS = 100;
/** Load the graph of relations from a model's folder. */
export async function createRelationScorer(folder: string): Promise<RelationScorer> {
  const score = await createPairScorer(join(folder, 'relations.onnx'));
  return async ({ text, sentences }, encoding, things) => {
    const found = pairMentions(text.length, sentences, things);
    const totals = new Map<string, Total>();
    for await (const { pairs, scores } of score(text.length, encoding, found))
      addUp(totals, things, pairs, scores);
    return gather(totals, found.mentions);
  };
}

/** What the mention pairs of two things say of one type of relation together: the log-sum-exp, and the pair that weighs most. */
interface Weight {
  readonly score: number;
  readonly best: number;
  readonly said: MentionPair;
}

interface Total {
  readonly from: number;
  readonly to: number;
  readonly weights: Map<number, Weight>;
}

/** Add the scores of mention pairs to those of their things, for the types that these allow. */
function addUp(
  totals: Map<string, Total>,
  things: readonly Thing[],
  pairs: readonly MentionPair[],
  scores: Float32Array,
): void {
  const groups = new Map<string, number[]>();
  for (const [i, { from, to }] of pairs.entries()) {
    const key = `${from} ${to}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  for (const [key, group] of groups) {
    const { from, to } = pairs[group[0] ?? 0] as MentionPair;
    const total = totals.get(key) ?? { from, to, weights: new Map<number, Weight>() };
    totals.set(key, total);
    for (const [t, type] of RELATION_TYPES.entries()) {
      if (!allows(type, things[from], things[to])) continue;
      const own = weigh(group, t, pairs, scores);
      const known = total.weights.get(t);
      total.weights.set(t, known ? together(known, own) : own);
    }
  }
}

function weigh(
  group: readonly number[],
  type: number,
  pairs: readonly MentionPair[],
  scores: Float32Array,
): Weight {
  let best = group[0] ?? 0;
  const of = (i: number): number => scores[i * TYPES + type] ?? 0;
  for (const i of group) if (of(i) > of(best)) best = i;
  const sum = group.reduce((total, i) => total + Math.exp(of(i) - of(best)), 0);
  return { score: of(best) + Math.log(sum), best: of(best), said: pairs[best] as MentionPair };
}

function together(a: Weight, b: Weight): Weight {
  const [more, less] = b.best > a.best ? [b, a] : [a, b];
  return { ...more, score: more.score + Math.log1p(Math.exp(less.score - more.score)) };
}

/** Every relation with its score; a partnership has the mean of both ways. */
function gather(totals: ReadonlyMap<string, Total>, mentions: readonly Span[]): ScoredRelation[] {
  const found: ScoredRelation[] = [];
  for (const { from, to, weights } of totals.values())
    for (const [t, { score: own, said }] of weights) {
      const type = RELATION_TYPES[t];
      if (!type || (type === 'PARTNERS_WITH' && from > to)) continue;
      const back = type === 'PARTNERS_WITH' ? totals.get(`${to} ${from}`)?.weights.get(t) : undefined;
      const score = back ? (own + back.score) / 2 : own;
      const [a, b] = [mentions[said.first], mentions[said.second]];
      if (a && b) found.push({ from, type, to, score: Math.round(score * STEPS) / STEPS, said: [a, b] });
    }
  return found;
}

function allows(type: RelationType, from: Thing | undefined, to: Thing | undefined): boolean {
  return (
    from !== undefined &&
    to !== undefined &&
    RELATION_ENDS[type].some((row) => row.from.includes(from.type) && row.to.includes(to.type))
  );
}
