import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../support/extraction.ts';
import { findStories } from '../support/stories.ts';

/**
 * Two articles, each by the file of the corpus (`news-part-FILE.txt.gz`, or `documents_dup_part_FILE` as CRUD_RAG calls it) and
 * its line. `doubtful`: much is taken over and much
 * is not, so that readers could say either; such a pair counts neither way.
 */
interface LabelledPair {
  readonly left: string;
  readonly right: string;
  readonly label: 'reprint' | 'not' | 'doubtful';
}

/**
 * Sets of pairs, and what is to be kept of each: the weights were learnt from all but `reprints-held-out-3` and
 * `reprints-forms-held-out`; `reprints-joined` is of those that were joined, to see which wrongly, and `reprints-forms` of those
 * that were near the edge.
 */
const SETS = [
  { set: 'reprints', least: { precision: 0.98, recall: 0.88 } },
  { set: 'reprints-held-out', least: { precision: 0.98, recall: 0.8 } },
  { set: 'reprints-held-out-2', least: { precision: 0.97, recall: 0.9 } },
  { set: 'reprints-joined', least: { precision: 0.85, recall: 0.8 } },
  { set: 'reprints-forms', least: { precision: 0.6, recall: 0.95 } },
  { set: 'reprints-held-out-3', least: { precision: 0.95, recall: 0.75 } },
  { set: 'reprints-forms-held-out', least: { precision: 0.5, recall: 0.9 } },
].map(({ set, least }) => ({
  set,
  least,
  pairs: readFileSync(`test/resolve/${set}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledPair),
}));

/** The folder of the corpus, which is not part of the project. */
const corpus = process.env.YUANTU_CORPUS;
const files = corpus !== undefined && existsSync(corpus) ? readdirSync(corpus) : [];
const nameOf = (file: string) =>
  /^(?:news-part-(.*)\.txt\.gz|documents_dup_part_(.*))$/.exec(file)?.slice(1).join('');
const here = new Set(files.flatMap((file) => nameOf(file) ?? []));

/** Each line is a date, `，正文：` and the article. */
function readCorpus(folder: string): Sample[] {
  return files.flatMap((name) => {
    const file = nameOf(name);
    if (file === undefined) return [];
    const bytes = readFileSync(join(folder, name));
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      .toString('utf8')
      .split('\n')
      .flatMap((line, i) => {
        const start = line.indexOf('正文：') + 3;
        if (start < 3) return [];
        const id = `${file}:${i + 1}`;
        const articles = [{ id, start, end: line.length }];
        return [
          {
            raw: { id, source: file, doc: id, text: line, metadata: {} },
            extraction: { doc: id, articles, entities: [], relations: [] },
          },
        ];
      });
  });
}

describe.each(SETS)('labelled pairs of articles: $set', ({ set, least, pairs }) => {
  const needed = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))].map(
    (id) => id.split(':')[0] ?? '',
  );
  const isHere = needed.every((file) => here.has(file));
  if (!isHere)
    console.warn(`YUANTU_CORPUS names no folder with the files of test/resolve/${set}.jsonl: not measured`);

  it('name two articles each, once', () => {
    const keys = pairs.map(({ left, right }) => [left, right].sort().join(' '));
    expect(new Set(keys).size).toBe(pairs.length);
    expect(pairs.filter(({ left, right }) => left === right)).toEqual([]);
  });

  const measured = isHere ? it : () => {};
  measured('are told apart', () => {
    const stories = findStories(readCorpus(corpus ?? ''));
    const isOne = ({ left, right }: LabelledPair) => {
      expect([stories[left], stories[right]]).not.toContain(undefined);
      return stories[left] === stories[right];
    };
    const joined = pairs.filter(isOne);
    const parted = pairs.filter((pair) => !joined.includes(pair));
    const wrong = joined.filter(({ label }) => label === 'not');
    const missed = parted.filter(({ label }) => label === 'reprint');
    const right = joined.filter(({ label }) => label === 'reprint').length;
    const [precision, recall] = [right / (right + wrong.length), right / (right + missed.length)];
    console.table({ right, wrong: wrong.length, missed: missed.length, precision, recall });
    console.table({ wrong: wrong.map(toText), missed: missed.map(toText) });
    expect(precision).toBeGreaterThanOrEqual(least.precision);
    expect(recall).toBeGreaterThanOrEqual(least.recall);
  });
});

function toText({ left, right }: LabelledPair): string {
  return `${left} ${right}`;
}
