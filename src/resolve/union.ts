/** Things by number that are joined into sets. */
export class UnionFind {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  /** The number that stands for the set: two things are in one set when it is the same. */
  root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) {
      const up = this.parent[at] as number;
      this.parent[at] = this.parent[up] as number;
      at = up;
    }
    return at;
  }

  join(i: number, j: number): void {
    this.parent[this.root(i)] = this.root(j);
  }

  /** The items, whose numbers are their positions, by set; sets and members in the order of the items. */
  sets<T>(items: readonly T[]): T[][] {
    const sets = new Map<number, T[]>();
    items.forEach((item, i) => {
      const set = sets.get(this.root(i));
      if (set === undefined) sets.set(this.root(i), [item]);
      else set.push(item);
    });
    return [...sets.values()];
  }
}
