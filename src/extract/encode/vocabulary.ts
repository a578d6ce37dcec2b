import { readFileSync } from 'node:fs';
import { YuantuError } from '../../model/errors.ts';

/** The pieces that the encoder knows: numbers count from 0, scores are log probabilities. */
export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scores: Float64Array;
  /** Code units of the longest piece. */
  readonly longest: number;
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
  /** The score of a character that no piece holds. */
  readonly unknownScore: number;
}

const WORSE_THAN_ALL = 10;

/**
 * Read a vocabulary: `piece, score, number in the base vocabulary` a line, apart by tabs, the special pieces first.
 *
 * @throws {YuantuError} `SEED` when a line is not so or a special piece is missing.
 */
export function readVocabulary(file: string): Vocabulary {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const numbers = new Map<string, number>();
  const scores = new Float64Array(lines.length);
  for (const [i, line] of lines.entries()) {
    const [piece, score] = line.split('\t');
    if (!piece || score === undefined || !Number.isFinite(Number(score)))
      throw new YuantuError('SEED', `${file}:${i + 1}: "${line}" is not a piece and its score`);
    numbers.set(piece, i);
    scores[i] = Number(score);
  }
  const special = (piece: string): number => {
    const found = numbers.get(piece);
    if (found === undefined) throw new YuantuError('SEED', `${file}: the piece ${piece} is missing`);
    return found;
  };
  const [begin, end, unknown] = [special('<s>'), special('</s>'), special('<unk>')];
  for (const piece of ['<s>', '</s>', '<unk>', '<pad>']) numbers.delete(piece);
  return {
    numbers,
    scores,
    longest: Math.max(...Array.from(numbers.keys(), (piece) => piece.length)),
    begin,
    end,
    unknown,
    unknownScore: Math.min(...scores) - WORSE_THAN_ALL,
  };
}
