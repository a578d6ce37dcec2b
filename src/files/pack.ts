import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { YuantuError } from '../model/errors.ts';
import { lengthAt, type PackedRecord, toBytes, toRecord } from './pack-record.ts';
import { blocksOf, type SlotPlace, Slots, toSlots } from './pack-slots.ts';
import { hashText } from './text-hash.ts';
import { writeWhole } from './write.ts';

export type { PackedRecord } from './pack-record.ts';

/** Where the records of a table lie, and the slots by which they are found. */
interface TablePlace {
  readonly start: number;
  readonly end: number;
  readonly slots: SlotPlace;
}

interface Footer {
  readonly id: string;
  readonly about: string;
  readonly tables: Readonly<Record<string, TablePlace>>;
}

const BEGIN = Buffer.from('yuantu\n\0');
/** Behind the footer: its checksum and its length. */
const TAIL = 4 + 8;
const CHUNK = 1 << 22;
const WRITTEN = 1 << 18;
/** Most records are no longer, and are read at once. */
const AHEAD = 512;

/** A packed file that is not as it was written, which is told by checksums of whatever is read of it. */
export class TornPackError extends YuantuError {
  constructor(file: string) {
    super('FILE', `${file} is not as it was written; delete it, and the next build reads the whole store`);
    this.name = 'TornPackError';
  }
}

/** Records by table and key in one file, found without reading the others. */
export class Pack {
  readonly id: string;
  readonly about: string;
  readonly bytes: number;
  private readonly file: string;
  private readonly handle: number;
  private readonly tables: Footer['tables'];
  private readonly slots: ReadonlyMap<string, Slots>;

  private constructor(file: string, handle: number, bytes: number, { id, about, tables }: Footer) {
    this.file = file;
    this.handle = handle;
    this.bytes = bytes;
    this.id = id;
    this.about = about;
    this.tables = tables;
    this.slots = new Map(
      Object.entries(tables).map(([name, { slots }]) => [
        name,
        new Slots(
          slots,
          (start, length) => this.read(start, length),
          () => this.torn(),
        ),
      ]),
    );
  }

  /** Opens a file; undefined where there is none, or none that ends as one does. */
  static open(file: string): Pack | undefined {
    let handle: number | undefined;
    try {
      handle = openSync(file, 'r');
      const { size } = fstatSync(handle);
      const tail = readAt(handle, size - TAIL, TAIL);
      const length = Number(tail.readBigUInt64LE(4));
      const footer = readAt(handle, size - TAIL - length, length);
      if (crc32(footer) === tail.readUInt32LE(0))
        return new Pack(file, handle, size, JSON.parse(footer.toString()) as Footer);
    } catch {
      // Whatever is wrong with it, it is none.
    }
    if (handle !== undefined) closeSync(handle);
    return undefined;
  }

  get names(): string[] {
    return Object.keys(this.tables);
  }

  /**
   * The record of a key; undefined where the file tells nothing of it.
   *
   * @throws {TornPackError} when what tells it is not as it was written.
   */
  find(table: string, key: string): PackedRecord | undefined {
    for (const place of this.slots.get(table)?.placesOf(hashText(key)) ?? []) {
      const record = this.recordAt(place);
      if (record[0] === key) return record;
    }
    return undefined;
  }

  /**
   * The records of a table, in the order in which they were written.
   *
   * @throws {TornPackError} at the first that is not as it was written.
   */
  *each(table: string): Generator<PackedRecord> {
    const place = this.tables[table];
    if (place === undefined) return;
    let rest = Buffer.alloc(0);
    for (let at = place.start; at < place.end; ) {
      const chunk = this.read(at, Math.min(CHUNK, place.end - at));
      const start = at - rest.length;
      at += chunk.length;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (;;) {
        const length = lengthAt(bytes, from);
        if (length !== undefined && start + from + length > place.end) throw this.torn();
        if (length === undefined || from + length > bytes.length) break;
        yield this.whole(bytes.subarray(from, from + length));
        from += length;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
    if (rest.length > 0) throw this.torn();
  }

  close(): void {
    closeSync(this.handle);
  }

  private recordAt(start: number): PackedRecord {
    const ahead = this.read(start, Math.min(AHEAD, this.bytes - start));
    const length = lengthAt(ahead, 0);
    if (length === undefined || start + length > this.bytes) throw this.torn();
    return this.whole(length <= ahead.length ? ahead.subarray(0, length) : this.read(start, length));
  }

  private whole(bytes: Buffer): PackedRecord {
    const record = toRecord(bytes);
    if (record === undefined) throw this.torn();
    return record;
  }

  private read(start: number, length: number): Buffer {
    if (start + length > this.bytes) throw this.torn();
    try {
      return readAt(this.handle, start, length);
    } catch (cause) {
      throw Object.assign(this.torn(), { cause });
    }
  }

  private torn(): TornPackError {
    return new TornPackError(this.file);
  }
}

/** Writes a packed file, each table's records in their order, and each key of a table once; its id, a hash of the content. */
export async function writePack(
  file: string,
  about: string,
  tables: Iterable<readonly [name: string, records: Iterable<PackedRecord>]>,
): Promise<string> {
  const hash = createHash('sha256').update(about);
  let id = '';
  function* pieces(): Generator<Uint8Array> {
    const footer: Record<string, TablePlace> = {};
    // So no record begins at 0.
    yield BEGIN;
    let at = BEGIN.length;
    for (const [name, records] of tables) {
      const start = at;
      const [hashes, places]: [number[], number[]] = [[], []];
      for (const record of records) {
        const bytes = toBytes(record);
        hash.update(bytes);
        hashes.push(hashText(record[0]));
        places.push(at);
        at += bytes.length;
        yield bytes;
      }
      const slots = toSlots(hashes, places);
      footer[name] = { start, end: at, slots: { start: at, blocks: blocksOf(slots) } };
      at += slots.length;
      yield slots;
    }
    id = hash.digest('hex').slice(0, 16);
    const last = Buffer.from(JSON.stringify({ id, about, tables: footer } satisfies Footer));
    const tail = Buffer.alloc(TAIL);
    tail.writeUInt32LE(crc32(last), 0);
    tail.writeBigUInt64LE(BigInt(last.length), 4);
    yield Buffer.concat([last, tail]);
  }
  await writeWhole(file, together(pieces()));
  return id;
}

/** The same bytes in pieces that are worth a write each. */
function* together(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    size += piece.length;
    if (size < WRITTEN) continue;
    yield Buffer.concat(gathered);
    [gathered, size] = [[], 0];
  }
  yield Buffer.concat(gathered);
}

function readAt(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(handle, bytes, done, length - done, start + done);
    if (read === 0) throw new RangeError('a packed file ends too early');
    done += read;
  }
  return bytes;
}
