import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { userWords } from '../extract/segment/dictionary.ts';
import { createSegmenter, type Segmenter } from '../extract/segment/jieba.ts';
import { writeWhole } from '../files/write.ts';
import { loadSeeds } from '../knowledge/seeds.ts';
import { pathInPackage } from '../package.ts';
import { classify, trainEmbedding } from './embedding.ts';

const LEAST = 20;
const SIZE = 50;
const FINE = 500;
const COARSE = 100;

/**
 * Sort the words of plain news, one article a line, into classes of words that keep the same company. Nothing is annotated.
 *
 * Rows of `fine`, `coarse`, `words`; equal texts give equal rows.
 */
export async function wordClasses(lines: AsyncIterable<string>, segmenter: Segmenter): Promise<string> {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const texts: number[] = [];
  for await (const line of lines) {
    for (const { word } of segmenter.tag(line.normalize('NFKC'))) {
      if (word.trim() === '') continue;
      const key = /^[\d.%]+$/u.test(word) ? '0' : word;
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      counts[id] = (counts[id] ?? 0) + 1;
      texts.push(id);
    }
    texts.push(-1);
  }
  const words = [...ids]
    .filter(([, id]) => (counts[id] ?? 0) >= LEAST)
    .sort(([, a], [, b]) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const renumbered = new Map(words.map(([, id], rank) => [id, rank]));
  const known = Int32Array.from(texts.flatMap((id) => (id < 0 ? -1 : (renumbered.get(id) ?? []))));
  const vectors = trainEmbedding(
    known,
    Uint32Array.from(words, ([, id]) => counts[id] ?? 0),
    {
      size: SIZE,
      window: 4,
      negatives: 5,
      epochs: 3,
      sample: 1e-4,
    },
  );
  const fine = classify(vectors, SIZE, FINE);
  const coarse = classify(fine.centres, SIZE, COARSE);
  const rows = Array.from({ length: FINE }, (_, c) => {
    const members = words.flatMap(([word], i) =>
      fine.classes[i] === c && !/[\s,"]/u.test(word) ? [word] : [],
    );
    return `${c},${coarse.classes[c]},${members.join(' ')}\n`;
  });
  return `fine,coarse,words\n${rows.join('')}`;
}

/** `node dist/learn/word-classes.js NEWS.txt` writes `seeds/word-classes.csv`. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('usage: npm run train:words -- NEWS.txt (one article a line)');
  const segmenter = createSegmenter(userWords(loadSeeds()));
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const out = pathInPackage('seeds/word-classes.csv');
  await writeWhole(out, [await wordClasses(lines, segmenter)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
