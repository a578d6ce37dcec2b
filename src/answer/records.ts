import type { PageOf, PageWish } from './catalogue.ts';

interface Identified {
  readonly id: string;
}

const NONE: readonly never[] = [];

/** Records in the order of their ids, as they come and go. A list that was given stays as it is. */
export class SortedRecords<T extends Identified> {
  private sorted: readonly T[];
  /** What came or went (`undefined`) since the list was last put in order. */
  private readonly turned = new Map<string, T | undefined>();

  /** `sorted` by id, each once. */
  constructor(sorted: readonly T[]) {
    this.sorted = sorted;
  }

  set(record: T): void {
    this.turned.set(record.id, record);
  }

  delete(id: string): void {
    this.turned.set(id, undefined);
  }

  find(id: string): T | undefined {
    if (this.turned.has(id)) return this.turned.get(id);
    const found = this.sorted[positionOf(this.sorted, id)];
    return found?.id === id ? found : undefined;
  }

  list(): readonly T[] {
    if (this.turned.size > 0) {
      this.sorted = merge(this.sorted, this.turned);
      this.turned.clear();
    }
    return this.sorted;
  }
}

/** Records by keys that each of them has, in the order of their ids. */
export class GroupedRecords<T extends Identified> {
  private readonly keysOf: (record: T) => Iterable<string>;
  private readonly lists = new Map<string, readonly T[]>();
  private readonly turned = new Map<string, Map<string, T | undefined>>();

  /** `sorted` by id, each once. */
  constructor(sorted: Iterable<T>, keysOf: (record: T) => Iterable<string>) {
    this.keysOf = keysOf;
    const lists = new Map<string, T[]>();
    for (const record of sorted)
      for (const key of keysOf(record)) {
        const list = lists.get(key);
        if (list) list.push(record);
        else lists.set(key, [record]);
      }
    this.lists = lists;
  }

  add(record: T): void {
    for (const key of this.keysOf(record)) this.turn(key, record.id, record);
  }

  /** Takes out a record that was added. */
  remove(record: T): void {
    for (const key of this.keysOf(record)) this.turn(key, record.id, undefined);
  }

  /** Those with a key; none is an empty list. */
  of(key: string): readonly T[] {
    const turned = this.turned.get(key);
    if (turned !== undefined) {
      const list = merge(this.lists.get(key) ?? NONE, turned);
      if (list.length > 0) this.lists.set(key, list);
      else this.lists.delete(key);
      this.turned.delete(key);
    }
    return this.lists.get(key) ?? NONE;
  }

  private turn(key: string, id: string, record: T | undefined): void {
    const turned = this.turned.get(key);
    if (turned) turned.set(id, record);
    else this.turned.set(key, new Map([[id, record]]));
  }
}

/** Where an id stands in a sorted list, or would stand. */
export function positionOf(sorted: readonly Identified[], id: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Identified).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A page of records that are sorted by id: those after an id, so that a change in between neither skips nor repeats any. */
export function pageOf<T extends { readonly id: string }>(
  records: readonly T[],
  { limit, after, type }: PageWish,
  isOf: (record: T, type: string) => boolean,
): PageOf<T> {
  const all = type === undefined ? records : records.filter((one) => isOf(one, type));
  const found = after === undefined ? 0 : all.findIndex(({ id }) => id > after);
  const start = found < 0 ? all.length : found;
  return { records: all.slice(start, start + limit), total: all.length, isMore: start + limit < all.length };
}

/** A sorted list with what came in its place, and without what went. */
function merge<T extends Identified>(
  sorted: readonly T[],
  turned: ReadonlyMap<string, T | undefined>,
): readonly T[] {
  const come = [...turned.values()]
    .filter((record) => record !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const merged: T[] = [];
  let next = 0;
  for (const record of sorted) {
    if (turned.has(record.id)) continue;
    for (let one = come[next]; one !== undefined && one.id < record.id; one = come[++next]) merged.push(one);
    merged.push(record);
  }
  return [...merged, ...come.slice(next)];
}
