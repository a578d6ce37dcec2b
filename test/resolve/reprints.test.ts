import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findStories } from '../../src/resolve/reprint.ts';
import type { Sample } from '../support/extraction.ts';

/**
 * Two articles, each by the file of the corpus (`news-part-FILE.txt.gz`) and its line. `doubtful`: much is taken over and much
 * is not, so that readers could say either; such a pair counts neither way.
 */
interface LabelledPair {
  readonly left: string;
  readonly right: string;
  readonly label: 'reprint' | 'not' | 'doubtful';
}

const PAIRS = readFileSync('test/resolve/reprints.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledPair);

/** The folder of the corpus, which is not part of the project. */
const corpus = process.env.YUANTU_CORPUS;
const isHere = corpus !== undefined && existsSync(corpus);
if (!isHere) console.warn('YUANTU_CORPUS names no folder with news-part-*.txt.gz: reprints are not measured');

/** Each line is a date, `，正文：` and the article. */
function readCorpus(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((name) => /^news-part-.*\.txt\.gz$/.test(name))
    .flatMap((name) => {
      const file = name.slice('news-part-'.length, -'.txt.gz'.length);
      return gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n')
        .flatMap((line, i) => {
          const start = line.indexOf('正文：') + 3;
          if (start < 3) return [];
          const id = `${file}:${i + 1}`;
          return [
            {
              raw: { id, source: file, doc: id, text: line, metadata: {} },
              extraction: {
                doc: id,
                articles: [{ id, start, end: line.length }],
                entities: [],
                relations: [],
              },
            },
          ];
        });
    });
}

describe('labelled pairs of articles', () => {
  it('name two articles each, once', () => {
    const keys = PAIRS.map(({ left, right }) => [left, right].sort().join(' '));
    expect(new Set(keys).size).toBe(PAIRS.length);
    expect(PAIRS.filter(({ left, right }) => left === right)).toEqual([]);
  });

  const measured = isHere ? it : () => {};
  measured('are told apart: P at least 0.98, R at least 0.95', () => {
    const stories = findStories(readCorpus(corpus ?? ''));
    const isOne = ({ left, right }: LabelledPair) => {
      expect([stories[left], stories[right]]).not.toContain(undefined);
      return stories[left] === stories[right];
    };
    const joined = PAIRS.filter(isOne);
    const parted = PAIRS.filter((pair) => !joined.includes(pair));
    const wrong = joined.filter(({ label }) => label === 'not');
    const missed = parted.filter(({ label }) => label === 'reprint');
    const right = joined.filter(({ label }) => label === 'reprint').length;
    const [precision, recall] = [right / (right + wrong.length), right / (right + missed.length)];
    console.table({ right, wrong: wrong.length, missed: missed.length, precision, recall });
    console.table({ wrong: wrong.map(toText), missed: missed.map(toText) });
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});

function toText({ left, right }: LabelledPair): string {
  return `${left} ${right}`;
}
