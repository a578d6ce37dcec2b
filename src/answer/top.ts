/** The first few of many by an order, kept while the many pass by: what comes later than all of them costs one comparison. */
export class TopList<T> {
  private readonly kept: T[] = [];
  private readonly limit: number;
  private readonly compare: (a: T, b: T) => number;

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.limit = limit;
    this.compare = compare;
  }

  add(one: T): void {
    const { kept, limit, compare } = this;
    const last = kept.at(-1);
    if (kept.length >= limit && last !== undefined && compare(last, one) <= 0) return;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(kept[middle] as T, one) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, one);
    if (kept.length > limit) kept.pop();
  }

  /** In order, at most as many as the limit. */
  list(): readonly T[] {
    return this.kept;
  }
}
