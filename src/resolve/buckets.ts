import { lowest } from '../model/nearby.ts';
import type { Shelf } from '../model/table.ts';
import { BucketMap } from './bucket-map.ts';

/** What is kept of the buckets: the ids of the articles that are filed, sorted, and the numbers of each in their order. */
interface KeptBuckets {
  readonly ids: readonly string[];
  /** 32-bit integers, in base 64. */
  readonly numbers: string;
}

/**
 * The buckets in which articles meet that may be reprints of one another: so many for each article, one a band. What was kept is
 * not filed anew, but looked through for every number that is asked for.
 */
export class Buckets {
  private readonly bands: number;
  private readonly filed: BucketMap;
  /** The articles that came and are filed, each with its row of `numbers`; rows of those that left are given to others. */
  private readonly rowOf = new Map<string, number>();
  private readonly articles: string[] = [];
  private readonly unused: number[] = [];
  private numbers = new Int32Array(0);
  private readonly kept: readonly string[];
  private readonly keptNumbers: Int32Array;
  /** Of those kept, the ones that left or came anew. */
  private readonly gone = new Set<string>();

  constructor(bands: number, shelf: Shelf) {
    this.bands = bands;
    this.filed = new BucketMap({
      bands,
      numberAt: (place) => this.numbers[place] as number,
      articleAt: (place) => this.articles[Math.floor(place / bands)] as string,
      placeOf: (article, band) => {
        const row = this.rowOf.get(article);
        return row === undefined ? undefined : row * bands + band;
      },
    });
    const { ids, numbers } = shelf.part('buckets', () => this.pack()) ?? { ids: [], numbers: '' };
    this.kept = ids;
    const bytes = Uint8Array.from(Buffer.from(numbers, 'base64'));
    this.keptNumbers = new Int32Array(bytes.buffer);
  }

  /** The articles in a bucket, sorted by id. */
  listIn(band: number, number: number): string[] {
    return this.filed.get(band, number) ?? this.keptIn(band, number);
  }

  put(band: number, number: number, ids: string[]): void {
    if (ids.length === 0 && this.kept.length === 0) this.filed.delete(band, number);
    else this.filed.set(band, number, ids);
  }

  /** Notes the numbers of an article, one a band, before it is put anywhere; or that it is no more, once it is nowhere. */
  note(article: string, numbers: Int32Array | undefined): void {
    if (this.kept.length > 0) this.gone.add(article);
    const old = this.rowOf.get(article);
    if (old !== undefined) this.unused.push(old);
    this.rowOf.delete(article);
    if (numbers === undefined || numbers.length === 0) return;
    const row = this.unused.pop() ?? this.articles.length;
    this.rowOf.set(article, row);
    this.articles[row] = article;
    const start = row * this.bands;
    if (start >= this.numbers.length) {
      const wider = new Int32Array(Math.max(start + this.bands, this.numbers.length * 2));
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers.set(numbers, start);
  }

  /** The numbers of an article; none where it is filed nowhere. */
  numbersOf(article: string): Int32Array {
    const row = this.rowOf.get(article);
    if (row !== undefined) return this.rowAt(this.numbers, row);
    if (this.gone.has(article)) return NONE;
    const at = placeOf(article, this.kept);
    return this.kept[at] === article ? this.rowAt(this.keptNumbers, at) : NONE;
  }

  private keptIn(band: number, number: number): string[] {
    const found: string[] = [];
    for (let at = 0; at < this.kept.length; at++)
      if (this.keptNumbers[at * this.bands + band] === number) found.push(this.kept[at] as string);
    return found;
  }

  private rowAt(numbers: Int32Array, row: number): Int32Array {
    return numbers.subarray(row * this.bands, (row + 1) * this.bands);
  }

  private pack(): KeptBuckets {
    const ids = [...this.rowOf.keys()];
    for (const id of this.kept) if (!this.gone.has(id)) ids.push(id);
    ids.sort();
    const numbers = new Int32Array(ids.length * this.bands);
    for (const [at, id] of ids.entries()) numbers.set(this.numbersOf(id), at * this.bands);
    return { ids, numbers: Buffer.from(numbers.buffer).toString('base64') };
  }
}

const NONE = new Int32Array(0);

/** Where an id stands, or would stand, among sorted ones. */
export function placeOf(id: string, ids: readonly string[]): number {
  return lowest(ids.length, (i) => (ids[i] as string) >= id);
}
