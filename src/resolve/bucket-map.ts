/** Articles by band and number: those of a bucket alone by where its number stands, further ones in a list. */
interface SharedBucket {
  readonly band: number;
  readonly number: number;
  readonly articles: string[];
}

/** What tells the bucket and the article of a place, and the place of an article. */
export interface Places {
  /** How many numbers an article has: a place counts through all numbers of all articles. */
  readonly bands: number;
  readonly numberAt: (place: number) => number;
  readonly articleAt: (place: number) => string;
  /** The place of an article's number of a band; undefined where it has none. */
  readonly placeOf: (article: string, band: number) => number | undefined;
}

const FREE = 0;
const LEFT = -0x80000000;
const FEWEST = 1 << 10;
const FULL = 0.6;

/**
 * The articles of buckets. Most buckets hold one, and there are some forty for each article: one of these takes four bytes in one
 * array, where a map takes fifty.
 *
 * Source: a hash table with open addressing.
 */
export class BucketMap {
  private readonly places: Places;
  /** 0 where free, one more than a place, or one less than minus the place of a list. */
  private slots = new Int32Array(FEWEST);
  private used = 0;
  private readonly shared: (SharedBucket | undefined)[] = [];
  private readonly unused: number[] = [];

  constructor(places: Places) {
    this.places = places;
  }

  /** The articles of a bucket; undefined where nothing is told of it. What comes back of several is the list itself. */
  get(band: number, number: number): string[] | undefined {
    const slot = this.slots[this.find(band, number)] as number;
    if (slot === FREE) return undefined;
    return slot > FREE ? [this.places.articleAt(slot - 1)] : this.listOf(slot).articles;
  }

  set(band: number, number: number, articles: string[]): void {
    const at = this.claim(band, number);
    this.release(this.slots[at] as number);
    const [only, ...others] = articles;
    const place = only === undefined || others.length > 0 ? undefined : this.places.placeOf(only, band);
    if (place !== undefined) {
      this.slots[at] = place + 1;
      return;
    }
    const free = this.unused.pop() ?? this.shared.length;
    this.shared[free] = { band, number, articles };
    this.slots[at] = -1 - free;
  }

  delete(band: number, number: number): void {
    const at = this.find(band, number);
    const slot = this.slots[at] as number;
    if (slot === FREE) return;
    this.release(slot);
    this.slots[at] = LEFT;
  }

  private listOf(slot: number): SharedBucket {
    return this.shared[-1 - slot] as SharedBucket;
  }

  private release(slot: number): void {
    if (slot >= FREE || slot === LEFT) return;
    this.shared[-1 - slot] = undefined;
    this.unused.push(-1 - slot);
  }

  /** The slot of a bucket, or the free one where looking for it ends. */
  private find(band: number, number: number): number {
    const last = this.slots.length - 1;
    let at = mix(band, number) & last;
    for (let slot = this.slots[at]; slot !== FREE; slot = this.slots[at]) {
      if (slot !== LEFT && this.isOf(slot as number, band, number)) return at;
      at = (at + 1) & last;
    }
    return at;
  }

  /** The slot of a bucket, made where it has none. */
  private claim(band: number, number: number): number {
    const at = this.find(band, number);
    if (this.slots[at] !== FREE) return at;
    if (++this.used <= this.slots.length * FULL) return at;
    this.grow();
    return this.find(band, number);
  }

  private isOf(slot: number, band: number, number: number): boolean {
    if (slot < FREE) {
      const list = this.listOf(slot);
      return list.band === band && list.number === number;
    }
    const place = slot - 1;
    return place % this.places.bands === band && this.places.numberAt(place) === number;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.used = 1;
    for (const slot of old) {
      if (slot === FREE || slot === LEFT) continue;
      const { band, number } =
        slot < FREE
          ? this.listOf(slot)
          : { band: (slot - 1) % this.places.bands, number: this.places.numberAt(slot - 1) };
      this.slots[this.find(band, number)] = slot;
      this.used++;
    }
  }
}

/** Numbers of a band are hashes, but not evenly spread. */
function mix(band: number, number: number): number {
  const mixed = Math.imul(number ^ Math.imul(band + 1, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
