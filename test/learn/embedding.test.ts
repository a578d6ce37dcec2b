import { describe, expect, it } from 'vitest';
import { classify, trainEmbedding } from '../../src/learn/embedding.ts';

/** Two topics of four words each, which never meet; the topics take turns, parted by -1. */
const TEXTS = Int32Array.from(
  Array.from({ length: 1200 }, (_, i) => {
    const topic = i % 2 === 0 ? 0 : 4;
    return [0, 1, 2, 3, 1, 0, 3, 2].map((word) => topic + ((word + i) % 4)).concat(-1);
  }).flat(),
);
const COUNTS = new Uint32Array(8).fill(1200);
const OPTIONS = { size: 8, window: 3, negatives: 4, epochs: 4, sample: 1 };

describe('word classes', () => {
  const vectors = trainEmbedding(TEXTS, COUNTS, OPTIONS);

  it('puts words that keep the same company into one class', () => {
    // The first two vectors are the first centres: words 0 and 4 here.
    const order = [0, 4, 1, 2, 3, 5, 6, 7];
    const sorted = Float32Array.from(order.flatMap((word) => [...vectors.slice(word * 8, word * 8 + 8)]));
    const { classes } = classify(sorted, 8, 2);
    const topics = order.map((word) => (word < 4 ? 0 : 1));
    expect([...classes]).toEqual(topics);
  });

  it('gives the same vectors for the same texts', () => {
    expect(trainEmbedding(TEXTS, COUNTS, OPTIONS)).toEqual(vectors);
  });

  it('gives vectors of length one', () => {
    for (let at = 0; at < vectors.length; at += 8)
      expect(Math.hypot(...vectors.slice(at, at + 8))).toBeCloseTo(1, 5);
  });
});
