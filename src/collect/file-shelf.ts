import { Pack, type PackedRecord, writePack } from '../files/pack.ts';
import { YuantuError } from '../model/errors.ts';
import type { Packing, Shelf, Table } from '../model/table.ts';

/** The files of a shelf: what was kept as a whole, and what changed since. */
export interface ShelfFiles {
  readonly base: string;
  readonly changes: string;
}

const MOST_CHANGES = 0.25;
const PARTS = 'parts';

const PLAIN: Packing<unknown> = { pack: (value) => value, unpack: (plain) => plain };

/**
 * A shelf whose tables lie in files, of which only that is read that is asked for. What becomes of them is in memory until it is
 * kept.
 */
export class FileShelf implements Shelf {
  private readonly files: ShelfFiles;
  /** The changes before the rest. */
  private packs: readonly Pack[];
  private readonly tables = new Map<string, StoredTable<unknown>>();
  private readonly parts = new Map<string, () => unknown>();

  private readonly most: number;

  private constructor(files: ShelfFiles, packs: readonly Pack[], most: number) {
    this.files = files;
    this.most = most;
    this.packs = packs;
  }

  /** Under which id it was kept; undefined where every table begins empty. */
  get id(): string | undefined {
    return this.packs[0]?.id;
  }

  /**
   * What was kept under an id, if it is what lies there now; else an empty shelf. Past `most` bytes of changes for each byte of the
   * rest all is written anew.
   */
  static open(files: ShelfFiles, id: string | undefined, most = MOST_CHANGES): FileShelf {
    return new FileShelf(files, id === undefined ? [] : openPacks(files, id), most);
  }

  get isFilled(): boolean {
    return this.id !== undefined;
  }

  table<V>(name: string, packing = PLAIN as Packing<V>): Table<V> {
    const table = new StoredTable<V>(name, this.packs, packing);
    this.tables.set(name, table as StoredTable<unknown>);
    return table;
  }

  part<T>(name: string, pack: () => T): T | undefined {
    this.parts.set(name, pack);
    return findRecord(this.packs, PARTS, name) as T | undefined;
  }

  /** Writes down what there is; the id under which it is found again. */
  async keep(): Promise<string> {
    const { base, changes } = this.files;
    const [first, last] = [this.packs[0], this.packs.at(-1)];
    if (first !== undefined && ![...this.tables.values()].some((table) => table.isTouched)) return first.id;
    const isGrown = first !== last && (first?.bytes ?? 0) > this.most * (last?.bytes ?? 0);
    if (last === undefined || isGrown)
      return writePack(
        base,
        '',
        this.records((table) => table.all()),
      );
    return writePack(
      changes,
      last.id,
      this.records((table) => table.changed()),
    );
  }

  /**
   * Writes down what there is and lets go of it. Tables that were asked for before and are not asked for again stay as they are, and
   * read from the files. Where there is no room for these all stays in memory: `false`.
   */
  async unload(): Promise<boolean> {
    let packs: readonly Pack[];
    try {
      packs = openPacks(this.files, await this.keep());
    } catch (error) {
      if (error instanceof YuantuError && error.code === 'FILE') return false;
      throw error;
    }
    if (packs.length === 0) return false;
    this.close();
    this.packs = packs;
    for (const table of this.tables.values()) table.unload(packs);
    return true;
  }

  close(): void {
    for (const pack of this.packs) pack.close();
  }

  private *records(
    of: (table: StoredTable<unknown>) => Iterable<PackedRecord>,
  ): Generator<readonly [string, Iterable<PackedRecord>]> {
    for (const [name, table] of this.tables) yield [name, of(table)];
    yield [PARTS, [...this.parts].map(([name, pack]) => [name, toBytes(pack())] as const)];
  }
}

/** A table of which the values that were not asked for lie in packed files. */
class StoredTable<V> implements Table<V> {
  private readonly name: string;
  private packs: readonly Pack[];
  private readonly packing: Packing<V>;
  /** What was asked for, and what was set. */
  private readonly known = new Map<string, V>();
  /** Where there are files: the keys of which they tell something else. */
  private readonly touched = new Set<string>();

  constructor(name: string, packs: readonly Pack[], packing: Packing<V>) {
    this.name = name;
    this.packs = packs;
    this.packing = packing;
  }

  get isTouched(): boolean {
    return this.touched.size > 0;
  }

  /** Lets go of all values: they lie in these files now. */
  unload(packs: readonly Pack[]): void {
    this.packs = packs;
    this.known.clear();
    this.touched.clear();
  }

  get(key: string): V | undefined {
    const known = this.known.get(key);
    if (known !== undefined || this.packs.length === 0 || this.touched.has(key)) return known;
    const plain = findRecord(this.packs, this.name, key);
    if (plain === undefined) return undefined;
    const value = this.packing.unpack(plain as never, key);
    this.known.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: V): void {
    if (this.packs.length > 0) this.touched.add(key);
    this.known.set(key, value);
  }

  delete(key: string): boolean {
    const was = this.has(key);
    if (this.packs.length > 0) this.touched.add(key);
    this.known.delete(key);
    return was;
  }

  *keys(): Generator<string> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<V> {
    for (const [, value] of this) yield value;
  }

  *[Symbol.iterator](): Generator<[string, V]> {
    if (this.packs.length === 0) {
      yield* this.known;
      return;
    }
    for (const [key, bytes] of this.kept())
      if (!this.touched.has(key)) {
        const known = this.known.get(key) ?? this.packing.unpack(fromBytes(bytes) as never, key);
        yield [key, known];
      }
    for (const key of this.touched) {
      const value = this.known.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  /** Every record, packed. */
  *all(): Generator<PackedRecord> {
    if (this.packs.length === 0)
      for (const [key, value] of this.known) yield [key, toBytes(this.packing.pack(value))];
    for (const [key, bytes] of this.kept()) if (!this.touched.has(key)) yield [key, bytes];
    for (const record of this.own()) if (record[1] !== undefined) yield record;
  }

  /** The records that are not as the base has them, those from before included. */
  *changed(): Generator<PackedRecord> {
    const [changes] = this.packs.slice(0, -1);
    for (const record of changes?.each(this.name) ?? []) if (!this.touched.has(record[0])) yield record;
    yield* this.own();
  }

  /** What became of the keys that were touched. */
  private *own(): Generator<PackedRecord> {
    for (const key of this.touched) {
      const value = this.known.get(key);
      yield [key, value === undefined ? undefined : toBytes(this.packing.pack(value))];
    }
  }

  /** The records in the files, each as the newest has it. */
  private *kept(): Generator<readonly [string, Buffer]> {
    for (const [i, pack] of this.packs.entries())
      for (const [key, bytes] of pack.each(this.name)) {
        const isNewest = this.packs.slice(0, i).every((newer) => newer.find(this.name, key) === undefined);
        if (bytes !== undefined && isNewest) yield [key, bytes];
      }
  }
}

/** The files in which lies what was kept under an id, the changes first; none where something else lies there. */
function openPacks({ base: rest, changes: beside }: ShelfFiles, id: string): Pack[] {
  const all = [Pack.open(beside), Pack.open(rest)];
  const [changes, base] = all;
  // Changes to the same base may have been left by another: what is asked for may be that base alone.
  const isChanged = base !== undefined && changes?.about === base.id && changes.id === id;
  const found = isChanged ? [changes, base] : base?.id === id ? [base] : [];
  for (const one of all) if (one !== undefined && !found.includes(one)) one.close();
  return found;
}

function findRecord(packs: readonly Pack[], table: string, key: string): unknown {
  for (const pack of packs) {
    const record = pack.find(table, key);
    if (record !== undefined) return record[1] === undefined ? undefined : fromBytes(record[1]);
  }
  return undefined;
}

function toBytes(plain: unknown): Buffer {
  return Buffer.from(JSON.stringify(plain));
}

function fromBytes(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString());
}
