import type { ArticlePart } from '../model/article.ts';
import type { ExtractedDocument, Stories } from '../model/resolution.ts';
import { compareText } from './registry.ts';

const SHINGLE = 6;
const BINS = 128;
const ROWS = 3;
const BANDS = Math.floor(BINS / ROWS);
const FEWEST_SHINGLES = 60;

/** Share of the shorter article's shingles that the other has too. */
const CONTAINED = 0.6;
/** Shared shingles among those of both: a short notice inside a long digest is no reprint of it. */
const ALIKE = 0.3;
/** So many letters make a beginning. Articles that share their background only, or a form, begin otherwise. */
const BEGINNING = 200;
/** The share of its beginning that one article finds in the other, of each article, and of one of them. */
const EITHER_BEGINS = 0.27;
const ONE_BEGINS = 0.45;
/** The same where every number of one article is in the other: whoever tells a story anew begins it anew, with its figures. */
const EITHER_BEGINS_ALIKE = 0.15;
const ONE_BEGINS_ALIKE = 0.35;
/**
 * One form filled with other figures: each has so many numbers that the other lacks, and the shares of the text and of the
 * numbers that both have come to less than this.
 */
const OWN_NUMBERS = 2;
const TEXT_AND_NUMBERS = 1.62;
/** Contained so far, numbers do not part two articles; contained so far, beginnings do not. */
const ALL_BUT_FIGURES = 0.88;
const ALL_BUT_CUTS = 0.95;

/** An article as far as its story goes. */
export interface StoryArticle {
  readonly part: ArticlePart;
  /** The text of its document. */
  readonly source: string;
}

interface Entry extends StoryArticle {
  /** The buckets it is filed under, one a band; none when it is too short to tell. */
  readonly bands: Int32Array;
  story: string;
}

// In a bucket with more articles than this, only the first few by id are compared with all others: a band that half the
// collection shares is boilerplate.
const FEW = 8;

/**
 * The stories of a collection, kept as its articles come and go: articles that share most of their text are reprints of one
 * another, and the earliest, by date and then by id, stands for them. An article without reprints is its own story.
 *
 * Candidates come from MinHash over character 6-grams (one permutation, 128 bins) in bands of three, and are then compared in
 * full, so that the cost grows with the number of articles and of reprints, not of pairs. The answer does not depend on what
 * came before: only the stories that a change can touch are followed anew, through the articles that are alike.
 *
 * Source: Li, Owen, Zhang, One Permutation Hashing (2012); Shrivastava, Li, Densifying One Permutation Hashing (2014).
 */
export class StoryIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly members = new Map<string, ReadonlySet<string>>();
  private readonly buckets = Array.from({ length: BANDS }, () => new Map<number, string | string[]>());

  storyOf(article: string): string {
    return this.entries.get(article)?.story ?? article;
  }

  /** The story of every article. */
  all(): Stories {
    return Object.fromEntries([...this.entries].map(([id, { story }]) => [id, story]));
  }

  /** Takes articles out and in; those whose story is another one now. */
  update(gone: readonly string[], come: readonly StoryArticle[]): Set<string> {
    const open = new Set<string>();
    for (const id of gone) {
      const entry = this.entries.get(id);
      if (entry === undefined) continue;
      for (const other of this.members.get(entry.story) ?? []) open.add(other);
      this.refile(entry, open, (all) => all.filter((one) => one !== id));
      this.entries.delete(id);
    }
    for (const { part, source } of come) {
      const all = shingles(lettersOf(source.slice(part.start, part.end)));
      const bands = all.size < FEWEST_SHINGLES ? NO_BANDS : bandsOf(signature(all));
      const entry = { part, source, bands, story: part.id };
      this.entries.set(part.id, entry);
      open.add(part.id);
      this.refile(entry, open, (others) => [...others, part.id].sort());
    }
    return this.follow(open);
  }

  /** Changes the buckets of an article; where others begin or cease to stand for a bucket, their stories are open too. */
  private refile({ bands }: Entry, open: Set<string>, change: (ids: readonly string[]) => string[]): void {
    bands.forEach((band, i) => {
      const bucket = this.buckets[i] as Map<number, string | string[]>;
      const before = asList(bucket.get(band));
      const after = change(before);
      if (after.length === 0) bucket.delete(band);
      else bucket.set(band, after.length === 1 ? (after[0] as string) : after);
      if (Math.max(before.length, after.length) <= FEW) return;
      const [old, now] = [before.slice(0, FEW), after.slice(0, FEW)];
      for (const id of [...old, ...now])
        if (old.includes(id) !== now.includes(id))
          for (const other of this.members.get(this.storyOf(id)) ?? [id]) open.add(other);
    });
  }

  private follow(open: ReadonlySet<string>): Set<string> {
    const changed = new Set<string>();
    const seen = new Set<string>();
    const unlike = new Set<string>();
    for (const start of open) {
      if (seen.has(start) || !this.entries.has(start)) continue;
      seen.add(start);
      const story = [start];
      for (const id of story)
        for (const other of this.alike(id, seen, unlike)) {
          seen.add(other);
          story.push(other);
        }
      const parts = story.flatMap((id) => this.entries.get(id)?.part ?? []);
      const { id: earliest } = parts.reduce((first, part) => (isEarlier(part, first) ? part : first));
      for (const id of story) {
        const entry = this.entries.get(id) as Entry;
        if (entry.story !== earliest) changed.add(id);
        if (entry.story !== earliest && this.members.get(entry.story)?.has(id))
          this.members.delete(entry.story);
        entry.story = earliest;
      }
      if (story.length > 1) this.members.set(earliest, new Set(story));
      else this.members.delete(earliest);
    }
    return changed;
  }

  /** The reprints of an article among those not seen yet. `unlike` remembers pairs that were compared in vain. */
  private *alike(id: string, seen: ReadonlySet<string>, unlike: Set<string>): Generator<string> {
    const entry = this.entries.get(id) as Entry;
    let own: Wording | undefined;
    for (let i = 0; i < entry.bands.length; i++) {
      const bucket = asList(this.buckets[i]?.get(entry.bands[i] as number));
      if (bucket.length < 2) continue;
      const isFirst = bucket.length <= FEW || bucket.indexOf(id) < FEW;
      for (const other of isFirst ? bucket : bucket.slice(0, FEW)) {
        if (seen.has(other)) continue;
        const pair = id < other ? `${id}\n${other}` : `${other}\n${id}`;
        if (unlike.has(pair)) continue;
        own ??= this.wordingOf(id);
        if (isReprint(own, this.wordingOf(other))) yield other;
        else unlike.add(pair);
      }
    }
  }

  private wordingOf(id: string): Wording {
    const { part, source } = this.entries.get(id) as Entry;
    const text = source.slice(part.start, part.end);
    const letters = lettersOf(text);
    return {
      all: shingles(letters),
      beginning: shingles(letters.slice(0, BEGINNING)),
      numbers: new Set(text.normalize('NFKC').match(/\d+(?:\.\d+)?/g)),
    };
  }
}

const NO_BANDS = new Int32Array(0);

function asList(bucket: string | string[] | undefined): string[] {
  return bucket === undefined ? [] : typeof bucket === 'string' ? [bucket] : bucket;
}

/** The stories of documents, from nothing. */
export function findStories(documents: readonly ExtractedDocument[]): Stories {
  const index = new StoryIndex();
  index.update(
    [],
    documents.flatMap(({ raw, extraction }) =>
      extraction.articles.map((part) => ({ part, source: raw.text })),
    ),
  );
  return index.all();
}

/** A dated article comes before an undated one. */
function isEarlier(a: ArticlePart, b: ArticlePart): boolean {
  const date = (part: ArticlePart) => part.published ?? '~';
  return (compareText(date(a), date(b)) || compareText(a.id, b.id)) < 0;
}

/** What two articles are compared by. */
interface Wording {
  readonly all: ReadonlySet<number>;
  readonly beginning: ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
}

/** Whether one takes its text from the other, or both from a third, and tells the same. */
function isReprint(a: Wording, b: Wording): boolean {
  const least = Math.min(a.all.size, b.all.size);
  const shared = countShared(a.all, b.all);
  if (shared < CONTAINED * least || shared < ALIKE * (a.all.size + b.all.size - shared)) return false;
  if (shared >= ALL_BUT_CUTS * least) return true;
  const begins = [
    countShared(a.beginning, b.all) / a.beginning.size,
    countShared(b.beginning, a.all) / b.beginning.size,
  ];
  const numbers = Math.min(a.numbers.size, b.numbers.size);
  const common = countShared(a.numbers, b.numbers);
  const isAlike = numbers > 0 && common === numbers;
  if (Math.min(...begins) < (isAlike ? EITHER_BEGINS_ALIKE : EITHER_BEGINS)) return false;
  if (Math.max(...begins) < (isAlike ? ONE_BEGINS_ALIKE : ONE_BEGINS)) return false;
  return (
    shared >= ALL_BUT_FIGURES * least ||
    numbers - common < OWN_NUMBERS ||
    shared / least + common / numbers >= TEXT_AND_NUMBERS
  );
}

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
}

/** What a UTF-16 unit is to `lettersOf`, found when it is first met: kept, left out, or not to be told by itself. */
const UNITS = new Uint8Array(0x10000);
const [KEPT, LEFT_OUT, OTHER] = [1, 2, 3];

/** The letters and digits of a text in their compatible forms (NFKC). */
function lettersOf(text: string): string {
  let letters = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = UNITS[code] || unitOf(code);
    if (unit === KEPT) continue;
    if (unit === OTHER) return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
    if (i > start) letters += text.slice(start, i);
    start = i + 1;
  }
  return letters + text.slice(start);
}

function unitOf(code: number): number {
  const unit = String.fromCharCode(code);
  const folded = unit.normalize('NFKC');
  // Halves of characters, marks and jamo may join with what stands beside them.
  const isWhole = !/[\p{Cs}\p{M}\u1100-\u11ff]/u.test(unit);
  const isLetter = /[\p{L}\p{N}]/u.test(folded);
  const kind = !isWhole || (isLetter && folded !== unit) ? OTHER : isLetter ? KEPT : LEFT_OUT;
  UNITS[code] = kind;
  return kind;
}

/** Hashes, signed, of the runs of six letters and digits: layout and punctuation do not count. */
function shingles(plain: string): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= plain.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) hash = Math.imul(hash ^ plain.charCodeAt(j), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    found.add(hash ^ (hash >>> 13));
  }
  return found;
}

/** The least hash of each bin; an empty bin borrows from the next that is not. */
function signature(all: ReadonlySet<number>): Uint32Array {
  const least = new Uint32Array(BINS).fill(0xffffffff);
  for (const signed of all) {
    const hash = signed >>> 0;
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

/** A number for each band of three bins; other bands may share it, which a full comparison shows. */
function bandsOf(values: Uint32Array): Int32Array {
  return Int32Array.from({ length: BANDS }, (_, i) =>
    values.subarray(i * ROWS, (i + 1) * ROWS).reduce((hash, value) => {
      const mixed = Math.imul(hash ^ value, 0x85ebca6b);
      return mixed ^ (mixed >>> 13);
    }, 0x9e3779b9),
  );
}
