import type { Span } from '../../model/span.ts';
import type { Encoding } from './encoder.ts';
import type { MentionPair, MentionPairs, Neighbours } from './pair.ts';
import { type Input, openGraph } from './session.ts';

/** Pairs with their scores, row after row: some at once, so that many cost no more memory than some. */
export type PairScorer = (
  length: number,
  encoding: Encoding,
  found: MentionPairs,
) => AsyncGenerator<{ readonly pairs: readonly MentionPair[]; readonly scores: Float32Array }>;

/** So many pairs are scored at once: each takes some 25 KB on the way. */
const AT_ONCE = 1000;

const rows = (values: readonly number[], width: number): Input => ({
  data: Int32Array.from(values),
  shape: [values.length / width, width],
});

const ends = ({ start, end }: Span): number[] => [start, end];

const beside = (neighbours: readonly Neighbours[]): Record<string, Input> => ({
  mention_known: rows(
    neighbours.flatMap(({ known }) => known),
    neighbours[0]?.known.length ?? 1,
  ),
  mention_around: {
    data: Int32Array.from(neighbours.flatMap(({ around }) => around.flatMap(ends))),
    shape: [neighbours.length, 2, 2],
  },
});

/** Load a graph that scores pairs of mentions. */
export async function createPairScorer(file: string): Promise<PairScorer> {
  const graph = await openGraph(file);
  return async function* (length, { vectors, width }, { mentions, neighbours, pairs: all }) {
    const given = {
      vectors: { data: vectors, shape: [length, width] },
      mentions: rows(mentions.flatMap(ends), 2),
      ...(neighbours ? beside(neighbours) : {}),
    };
    for (const pairs of inParts(all, AT_ONCE)) {
      const { scores } = await graph.run({
        ...given,
        first: { data: Int32Array.from(pairs, ({ first }) => first), shape: [pairs.length] },
        second: { data: Int32Array.from(pairs, ({ second }) => second), shape: [pairs.length] },
        known: rows(
          pairs.flatMap(({ known }) => known),
          pairs[0]?.known.length ?? 1,
        ),
        around: {
          data: Int32Array.from(pairs.flatMap(({ around }) => around.flatMap(ends))),
          shape: [pairs.length, 3, 2],
        },
      });
      if (scores) yield { pairs, scores };
    }
  };
}

function* inParts<T>(items: Iterable<T>, most: number): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < most) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
