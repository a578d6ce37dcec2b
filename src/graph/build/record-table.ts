import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import type { Table } from '../../model/table.ts';
import { isSameRecord } from '../diff.ts';

/** A record before a change and now; absent where there was or is none. */
export interface RecordChange<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The records that changed, by id; to be read before the next change. */
export type RecordChanges<T> = Iterable<readonly [string, RecordChange<T>]>;

/**
 * Records by id that remember what they were when their changes were last taken. Others lie under them, and stand where no record does; and those
 * that `derived` gives are made anew whenever they are asked for.
 */
export class RecordTable<T extends NodeRecord | RelationshipRecord> {
  private readonly records: Table<T>;
  private readonly derived: () => Iterable<T>;
  private under: ReadonlyMap<string, T> = new Map();
  /** Absent until changes are first taken: everything is new then. */
  private touched: Map<string, T | undefined> | undefined;

  /** `records` that are there already, with those that lay `under` them, are no change. */
  constructor(records: Table<T>, derived: () => Iterable<T>, under?: readonly T[]) {
    this.records = records;
    this.derived = derived;
    if (under === undefined) return;
    this.under = byId(under);
    this.touched = new Map();
  }

  *values(): Generator<T> {
    yield* this.records.values();
    for (const [id, record] of this.under) if (!this.records.has(id)) yield record;
    yield* this.derived();
  }

  /** A record that is not derived. */
  get(id: string): T | undefined {
    return this.records.get(id) ?? this.under.get(id);
  }

  set(id: string, record: T): void {
    this.touch(id);
    this.records.set(id, record);
  }

  delete(id: string): void {
    this.touch(id);
    this.records.delete(id);
  }

  /** Puts records in the place of those that lay under the others. */
  underlay(records: readonly T[]): void {
    const under = byId(records);
    for (const id of this.under.keys()) this.touch(id);
    for (const id of under.keys()) this.touch(id);
    this.under = under;
  }

  /** The records that are not as they were when this was last asked. `gone` and `come` are derived ones. */
  takeChanges(gone: Iterable<T> = [], come: Iterable<T> = []): RecordChanges<T> {
    const { touched } = this;
    this.touched = new Map();
    if (touched === undefined) return { [Symbol.iterator]: () => this.each() };
    for (const record of gone) touched.set(record.id, record);
    const fresh = new Map<string, T>();
    for (const record of come) fresh.set(record.id, record);
    for (const id of fresh.keys()) if (!touched.has(id)) touched.set(id, undefined);
    const changed = new Map<string, RecordChange<T>>();
    for (const [id, before] of touched) {
      const after = fresh.get(id) ?? this.get(id);
      if (before === undefined ? after !== undefined : after === undefined || !isSameRecord(before, after))
        changed.set(id, { before, after });
    }
    return changed;
  }

  private *each(): Generator<readonly [string, RecordChange<T>]> {
    for (const record of this.values()) yield [record.id, { before: undefined, after: record }];
  }

  private touch(id: string): void {
    if (this.touched !== undefined && !this.touched.has(id)) this.touched.set(id, this.get(id));
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
