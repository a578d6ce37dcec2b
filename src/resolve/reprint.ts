import type { ArticlePart } from '../model/article.ts';
import { present } from '../model/assert.ts';
import { AS_LIST, IN_MEMORY, type Shelf, type Table } from '../model/table.ts';
import { Buckets, placeOf } from './buckets.ts';
import { compareText } from './registry.ts';
import { type IndexedWording, indexWording, isReprint, shinglesOf, wordingOf } from './wording.ts';

const BINS = 128;
const ROWS = 3;
const BANDS = Math.floor(BINS / ROWS);
/** A text with fewer is too short to tell. */
const FEWEST_SHINGLES = 100;

/** An article as far as its story goes. */
export interface StoryArticle {
  readonly part: ArticlePart;
  /** The text of its document. */
  readonly source: string;
}

interface Entry {
  /** The article; kept ones are looked up. */
  readonly of: StoryArticle;
  readonly story: string;
}

// In a bucket with more articles than this, only the first few by id are compared with all others: a band that half the
// collection shares is boilerplate.
export const FEW = 8;

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
  private readonly entries: Table<Entry>;
  private readonly members: Table<Set<string>>;
  private readonly buckets: Buckets;

  /** `articleOf` gives the articles again that `shelf` has the stories of. */
  constructor(shelf: Shelf = IN_MEMORY, articleOf?: (article: string) => StoryArticle) {
    this.entries = shelf.table<Entry>('stories', {
      pack: ({ story }) => story,
      unpack: (story: string, id) => ({
        get of() {
          return present(articleOf?.(id), `article ${id}`);
        },
        story,
      }),
    });
    this.members = shelf.table('reprints', AS_LIST);
    this.buckets = new Buckets(BANDS, shelf);
  }

  storyOf(article: string): string {
    return this.entries.get(article)?.story ?? article;
  }

  /** Takes articles out and in; those whose story is another one now. */
  update(gone: readonly string[], come: readonly StoryArticle[]): Set<string> {
    const open = new Set<string>();
    for (const id of gone) {
      const entry = this.entries.get(id);
      if (entry === undefined) continue;
      for (const other of this.members.get(entry.story) ?? []) open.add(other);
      this.refile(id, open, (all, at) => all.splice(at, 1));
      this.buckets.note(id, undefined);
      this.entries.delete(id);
    }
    for (const { part, source } of come) {
      this.buckets.note(part.id, storyBands(textOf({ part, source })));
      this.entries.set(part.id, { of: { part, source }, story: part.id });
      open.add(part.id);
      this.refile(part.id, open, (others, at) => others.splice(at, 0, part.id));
    }
    return this.follow(open);
  }

  /** Changes the buckets of an article; where others begin or cease to stand for a bucket, their stories are open too. */
  private refile(article: string, open: Set<string>, change: (ids: string[], at: number) => void): void {
    this.buckets.numbersOf(article).forEach((band, i) => {
      const ids = this.buckets.listIn(i, band);
      const old = ids.slice(0, FEW + 1);
      change(ids, placeOf(article, ids));
      this.buckets.put(i, band, ids);
      if (Math.max(old.length, ids.length) <= FEW) return;
      const [before, now] = [old.slice(0, FEW), ids.slice(0, FEW)];
      for (const id of [...before, ...now])
        if (before.includes(id) !== now.includes(id))
          for (const other of this.members.get(this.storyOf(id)) ?? [id]) open.add(other);
    });
  }

  private follow(open: ReadonlySet<string>): Set<string> {
    const changed = new Set<string>();
    const seen = new Set<string>();
    for (const start of open) {
      if (seen.has(start) || !this.entries.has(start)) continue;
      seen.add(start);
      const story = [start];
      for (const id of story)
        for (const other of this.alike(id, seen)) {
          seen.add(other);
          story.push(other);
        }
      const parts = story.flatMap((id) => this.entries.get(id)?.of.part ?? []);
      const { id: earliest } = parts.reduce((first, part) => (isEarlier(part, first) ? part : first));
      for (const id of story) {
        const entry = this.entries.get(id) as Entry;
        if (entry.story !== earliest) changed.add(id);
        if (entry.story !== earliest && this.members.get(entry.story)?.has(id))
          this.members.delete(entry.story);
        if (entry.story !== earliest) this.entries.set(id, { of: entry.of, story: earliest });
      }
      if (story.length > 1) this.members.set(earliest, new Set(story));
      else this.members.delete(earliest);
    }
    return changed;
  }

  /** The reprints of an article among those not seen yet: what has been seen was compared with all that it shares a bucket with. */
  private *alike(id: string, seen: ReadonlySet<string>): Generator<string> {
    const entry = present(this.entries.get(id), `article ${id}`);
    const tried = new Set<string>();
    let own: IndexedWording | undefined;
    for (const [i, band] of this.buckets.numbersOf(id).entries()) {
      const bucket = this.buckets.listIn(i, band);
      if (bucket.length < 2) continue;
      const isFirst = bucket.length <= FEW || placeOf(id, bucket) < FEW;
      for (const other of isFirst ? bucket : bucket.slice(0, FEW)) {
        if (seen.has(other) || tried.has(other)) continue;
        tried.add(other);
        own ??= indexWording(textOf(entry.of));
        if (isReprint(own, wordingOf(textOf(present(this.entries.get(other), `article ${other}`).of))))
          yield other;
      }
    }
  }
}

/** The buckets in which an article meets those that may be its reprints, one a band; none when it is too short to tell. */
export function storyBands(text: string): Int32Array {
  const all = shinglesOf(text);
  return all.length < FEWEST_SHINGLES ? NO_BANDS : bandsOf(signature(all));
}

function textOf({ part, source }: StoryArticle): string {
  return source.slice(part.start, part.end);
}

const NO_BANDS = new Int32Array(0);

/** A dated article comes before an undated one. */
function isEarlier(a: ArticlePart, b: ArticlePart): boolean {
  const date = (part: ArticlePart) => part.published ?? '~';
  return (compareText(date(a), date(b)) || compareText(a.id, b.id)) < 0;
}

/** The least hash of each bin; an empty bin borrows from the next that is not. */
function signature(all: Int32Array): Uint32Array {
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
