import { join } from 'node:path';
import type { SegmentedDocument } from '../../model/article.ts';
import { RELATION_ENDS, RELATION_TYPES, type RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { Encoding } from './encoder.ts';
import { type MentionPair, pairMentions, type Thing } from './pair.ts';
import { type Input, openGraph } from './session.ts';

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

const rows = (values: readonly number[], width: number): Input => ({
  data: Int32Array.from(values),
  shape: [values.length / width, width],
});

/** Load the graph of relations from a model's folder. */
export async function createRelationScorer(folder: string): Promise<RelationScorer> {
  const graph = await openGraph(join(folder, 'relations.onnx'));
  return async (document, { vectors, width }, things) => {
    const { mentions, pairs } = pairMentions(document.text.length, document.sentences, things);
    if (pairs.length === 0) return [];
    const { scores } = await graph.run({
      vectors: { data: vectors, shape: [document.text.length, width] },
      mentions: rows(
        mentions.flatMap(({ start, end }) => [start, end]),
        2,
      ),
      first: { data: Int32Array.from(pairs, ({ first }) => first), shape: [pairs.length] },
      second: { data: Int32Array.from(pairs, ({ second }) => second), shape: [pairs.length] },
      known: rows(
        pairs.flatMap(({ known }) => known),
        pairs[0]?.known.length ?? 1,
      ),
      around: {
        data: Int32Array.from(
          pairs.flatMap(({ around }) => around.flatMap(({ start, end }) => [start, end])),
        ),
        shape: [pairs.length, 3, 2],
      },
    });
    return scores ? gather(things, mentions, pairs, scores) : [];
  };
}

/** The score of two things is the log-sum-exp over their mention pairs; a partnership has the mean of both ways. */
function gather(
  things: readonly Thing[],
  mentions: readonly Span[],
  pairs: readonly MentionPair[],
  scores: Float32Array,
): ScoredRelation[] {
  const groups = new Map<string, number[]>();
  for (const [i, { from, to }] of pairs.entries()) {
    const key = `${from} ${to}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  const found: ScoredRelation[] = [];
  for (const group of groups.values()) {
    const { from, to } = pairs[group[0] ?? 0] ?? { from: 0, to: 0 };
    for (const [t, type] of RELATION_TYPES.entries()) {
      if (!allows(type, things[from], things[to]) || (type === 'PARTNERS_WITH' && from > to)) continue;
      const own = weigh(group, t, scores);
      const back = type === 'PARTNERS_WITH' ? groups.get(`${to} ${from}`) : undefined;
      const score = back ? (own.score + weigh(back, t, scores).score) / 2 : own.score;
      const best = pairs[own.best];
      const [a, b] = [mentions[best?.first ?? 0], mentions[best?.second ?? 0]];
      if (a && b) found.push({ from, type, to, score: Math.round(score * STEPS) / STEPS, said: [a, b] });
    }
  }
  return found;
}

function weigh(
  group: readonly number[],
  type: number,
  scores: Float32Array,
): { score: number; best: number } {
  let best = group[0] ?? 0;
  const of = (i: number): number => scores[i * TYPES + type] ?? 0;
  for (const i of group) if (of(i) > of(best)) best = i;
  const total = group.reduce((sum, i) => sum + Math.exp(of(i) - of(best)), 0);
  return { score: of(best) + Math.log(total), best };
}

function allows(type: RelationType, from: Thing | undefined, to: Thing | undefined): boolean {
  return (
    from !== undefined &&
    to !== undefined &&
    RELATION_ENDS[type].some((row) => row.from.includes(from.type) && row.to.includes(to.type))
  );
}
