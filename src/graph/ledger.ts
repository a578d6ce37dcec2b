import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { isSameRecord } from './diff.ts';

/** Records by id that remember what they were at the last turn. */
export class Ledger<T extends NodeRecord | RelationshipRecord> {
  private readonly records = new Map<string, T>();
  private touched = new Map<string, T | undefined>();

  has(id: string): boolean {
    return this.records.has(id);
  }

  values(): Iterable<T> {
    return this.records.values();
  }

  set(id: string, record: T): void {
    this.touch(id);
    this.records.set(id, record);
  }

  delete(id: string): void {
    this.touch(id);
    this.records.delete(id);
  }

  /** Ends a turn: the records that are not as they were when the last one ended. */
  turn(): Map<string, { readonly before: T | undefined; readonly after: T | undefined }> {
    const turned = new Map<string, { before: T | undefined; after: T | undefined }>();
    for (const [id, before] of this.touched) {
      const after = this.records.get(id);
      if (before === undefined ? after !== undefined : after === undefined || !isSameRecord(before, after))
        turned.set(id, { before, after });
    }
    this.touched = new Map();
    return turned;
  }

  private touch(id: string): void {
    if (!this.touched.has(id)) this.touched.set(id, this.records.get(id));
  }
}
