import type { Document } from '../../model/article.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The pieces of a text in order: piece i stands for the characters from `starts[i]` to `starts[i + 1]`; a mark of space may stand for none. */
export interface Pieces {
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
}

const SPACE = '▁';

/** The likeliest pieces of one sentence, as a unigram model cuts it. A paragraph begins with a mark of space. */
function cut(text: string, vocabulary: Vocabulary): { number: number; start: number }[] {
  const { numbers, scores, longest, unknown, unknownScore } = vocabulary;
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(text.length + 1);
  const piece = new Int32Array(text.length + 1);
  best[0] = 0;
  for (let i = 0; i < text.length; i++) {
    const here = best[i] ?? 0;
    for (let end = i + 1; end <= Math.min(text.length, i + longest); end++) {
      const number = numbers.get(text.slice(i, end));
      const score = number === undefined ? (end === i + 1 ? unknownScore : undefined) : scores[number];
      if (score === undefined || here + score <= (best[end] ?? 0)) continue;
      best[end] = here + score;
      from[end] = i;
      piece[end] = number ?? unknown;
    }
  }
  const found: { number: number; start: number }[] = [];
  for (let end = text.length; end > 0; end = from[end] ?? 0)
    found.push({ number: piece[end] ?? unknown, start: from[end] ?? 0 });
  return found.reverse();
}

/** Cut a document into pieces, sentence by sentence. Starts are offsets of the cleaned text and never fall. */
export function toPieces({ text, sentences }: Document, vocabulary: Vocabulary): Pieces {
  const numbers: number[] = [];
  const starts: number[] = [];
  let paragraph = -1;
  for (const sentence of sentences) {
    const opens = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    const words = text.slice(sentence.start, sentence.end).replaceAll(' ', SPACE);
    for (const { number, start } of cut(opens ? SPACE + words : words, vocabulary)) {
      numbers.push(number);
      starts.push(sentence.start + (opens ? Math.max(0, start - 1) : start));
    }
  }
  return { numbers, starts };
}
