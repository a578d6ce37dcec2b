import { lowest } from '../model/nearby.ts';
import type { Shelf } from '../model/table.ts';

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
  private readonly filed: readonly Map<number, string | string[]>[];
  /** The numbers of the articles that came, by id; none for one that was kept and left. */
  private readonly rows = new Map<string, Int32Array | undefined>();
  private readonly kept: readonly string[];
  private readonly numbers: Int32Array;

  constructor(bands: number, shelf: Shelf) {
    this.bands = bands;
    this.filed = Array.from({ length: bands }, () => new Map<number, string | string[]>());
    const { ids, numbers } = shelf.part('buckets', () => this.pack()) ?? { ids: [], numbers: '' };
    this.kept = ids;
    const bytes = Uint8Array.from(Buffer.from(numbers, 'base64'));
    this.numbers = new Int32Array(bytes.buffer);
  }

  /** The articles in a bucket, sorted by id. */
  listIn(band: number, number: number): string[] {
    const found = this.filed[band]?.get(number);
    if (found === undefined) return this.keptIn(band, number);
    return typeof found === 'string' ? [found] : found;
  }

  put(band: number, number: number, ids: string[]): void {
    const bucket = this.filed[band] as Map<number, string | string[]>;
    if (ids.length === 0 && this.kept.length === 0) bucket.delete(number);
    else bucket.set(number, ids.length === 1 ? (ids[0] as string) : ids);
  }

  /** Notes the numbers of an article, one a band, or that it is no more. */
  note(article: string, numbers: Int32Array | undefined): void {
    if (numbers === undefined && this.kept.length === 0) this.rows.delete(article);
    else this.rows.set(article, numbers);
  }

  /** The numbers of an article; none where it is filed nowhere. */
  numbersOf(article: string): Int32Array {
    if (this.rows.has(article)) return this.rows.get(article) ?? NONE;
    const at = placeOf(article, this.kept);
    return this.kept[at] === article ? this.rowAt(at) : NONE;
  }

  private keptIn(band: number, number: number): string[] {
    const found: string[] = [];
    for (let at = 0; at < this.kept.length; at++)
      if (this.numbers[at * this.bands + band] === number) found.push(this.kept[at] as string);
    return found;
  }

  private rowAt(at: number): Int32Array {
    return this.numbers.subarray(at * this.bands, (at + 1) * this.bands);
  }

  private pack(): KeptBuckets {
    const ids = [...this.rows].flatMap(([id, row]) => (row !== undefined && row.length > 0 ? [id] : []));
    for (const id of this.kept) if (!this.rows.has(id)) ids.push(id);
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
