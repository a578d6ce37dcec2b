import type { ArticlePart } from '../model/article.ts';
import type { ExtractedDocument, Stories } from '../model/resolution.ts';
import { compareText } from './registry.ts';
import { UnionFind } from './union.ts';

const SHINGLE = 6;
const BINS = 128;
const ROWS = 3;
const FEWEST_SHINGLES = 60;

/** Share of the shorter article's shingles that the other has too. */
const CONTAINED = 0.7;
/** Shared shingles among those of both: a short notice inside a long digest is no reprint of it. */
const ALIKE = 0.3;

/**
 * The story of every article: articles that share most of their text are reprints of one another, and the earliest, by date
 * and then by id, stands for them. An article without reprints is its own story.
 *
 * Candidates come from MinHash over character 6-grams (one permutation, 128 bins) in bands of three, and are then compared in
 * full, so that the cost grows with the number of articles and of reprints, not of pairs. The order of documents does not count.
 *
 * Source: Li, Owen, Zhang, One Permutation Hashing (2012); Shrivastava, Li, Densifying One Permutation Hashing (2014).
 */
export function findStories(documents: readonly ExtractedDocument[]): Stories {
  const articles = documents
    .flatMap(({ raw, extraction }) =>
      extraction.articles.map((part) => ({ part, text: raw.text.slice(part.start, part.end) })),
    )
    .sort((a, b) => compareText(a.part.id, b.part.id));
  const sets = new UnionFind(articles.length);
  const shinglesOf = (i: number): Set<number> => shingles(articles[i]?.text ?? '');
  const buckets = new Map<string, number[]>();
  articles.forEach(({ text }, i) => {
    const all = shingles(text);
    if (all.size < FEWEST_SHINGLES) return;
    for (const band of bands(signature(all))) {
      const bucket = buckets.get(band) ?? [];
      if (bucket.length === 0) buckets.set(band, bucket);
      for (const other of bucket) {
        if (sets.root(other) === sets.root(i)) continue;
        if (isReprint(all, shinglesOf(other))) sets.join(i, other);
      }
      // A band that half the collection shares is boilerplate; a few of it stand for the rest.
      if (bucket.length < 8) bucket.push(i);
    }
  });
  const stories = sets.sets(articles.map(({ part }) => part)).flatMap((parts) => {
    const earliest = parts.reduce((first, part) => (isEarlier(part, first) ? part : first));
    return parts.map((part) => [part.id, earliest.id]);
  });
  return Object.fromEntries(stories);
}

/** A dated article comes before an undated one. */
function isEarlier(a: ArticlePart, b: ArticlePart): boolean {
  const date = (part: ArticlePart) => part.published ?? '~';
  return (compareText(date(a), date(b)) || compareText(a.id, b.id)) < 0;
}

function isReprint(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared >= CONTAINED * small.size && shared >= ALIKE * (a.size + b.size - shared);
}

/** Hashes of the runs of six letters and digits: layout and punctuation do not count. */
function shingles(text: string): Set<number> {
  const plain = text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= plain.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) hash = Math.imul(hash ^ plain.charCodeAt(j), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    found.add((hash ^ (hash >>> 13)) >>> 0);
  }
  return found;
}

/** The least hash of each bin; an empty bin borrows from the next that is not. */
function signature(all: ReadonlySet<number>): Uint32Array {
  const least = new Uint32Array(BINS).fill(0xffffffff);
  for (const hash of all) {
    const bin = hash % BINS;
    if (hash < (least[bin] as number)) least[bin] = hash;
  }
  const dense = least.slice();
  for (let bin = 0; bin < BINS; bin++)
    for (let step = 1; dense[bin] === 0xffffffff && step < BINS; step++) {
      const lent = least[(bin + step) % BINS] as number;
      if (lent !== 0xffffffff) dense[bin] = (lent + Math.imul(step, 0x9e3779b1)) >>> 0;
    }
  return dense;
}

function bands(values: Uint32Array): string[] {
  return Array.from(
    { length: Math.floor(BINS / ROWS) },
    (_, i) => `${i} ${values.subarray(i * ROWS, (i + 1) * ROWS).join(' ')}`,
  );
}
