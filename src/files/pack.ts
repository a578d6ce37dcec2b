import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hashText } from './text-hash.ts';
import { writeWhole } from './write.ts';

/** A record of a packed file: its bytes, or none where it tells that there is no such record any more. */
export type PackedRecord = readonly [key: string, bytes: Buffer | undefined];

/** Where the records of a table lie, and the places by which they are found: hashes of keys, each with where its record begins. */
interface TablePlace {
  readonly start: number;
  readonly end: number;
  readonly slots: number;
  readonly capacity: number;
}

interface Footer {
  readonly id: string;
  readonly about: string;
  readonly tables: Readonly<Record<string, TablePlace>>;
}

const LENGTHS = 8;
const GONE = 0xffffffff;
const TAIL = 8;
const CHUNK = 1 << 22;
const WRITTEN = 1 << 18;
/** Bytes of a slot: a hash and a place. */
const SLOT = 4 + 8;

/**
 * Records by table and key in one file, found without reading the others.
 *
 * Source: a hash table with open addressing for each table, behind its records.
 */
export class Pack {
  readonly id: string;
  readonly about: string;
  readonly bytes: number;
  private readonly handle: number;
  private readonly tables: Footer['tables'];
  private readonly slots = new Map<string, { readonly hashes: Uint32Array; readonly places: Float64Array }>();

  private constructor(handle: number, bytes: number, { id, about, tables }: Footer) {
    this.handle = handle;
    this.bytes = bytes;
    this.id = id;
    this.about = about;
    this.tables = tables;
  }

  /** Opens a file; undefined where there is none, or none that is whole. */
  static open(file: string): Pack | undefined {
    let handle: number | undefined;
    try {
      handle = openSync(file, 'r');
      const { size } = fstatSync(handle);
      const length = Number(readAt(handle, size - TAIL, TAIL).readBigUInt64LE());
      const footer = JSON.parse(readAt(handle, size - TAIL - length, length).toString()) as Footer;
      return new Pack(handle, size, footer);
    } catch {
      if (handle !== undefined) closeSync(handle);
      return undefined;
    }
  }

  get names(): string[] {
    return Object.keys(this.tables);
  }

  /** The record of a key; undefined where the file tells nothing of it. */
  find(table: string, key: string): PackedRecord | undefined {
    const place = this.tables[table];
    if (place === undefined || place.capacity === 0) return undefined;
    const { hashes, places } = this.slotsOf(table, place);
    const hash = hashText(key);
    for (let at = hash % place.capacity; places[at] !== 0; at = (at + 1) % place.capacity) {
      if (hashes[at] !== hash) continue;
      const record = this.recordAt(places[at] as number);
      if (record[0] === key) return record;
    }
    return undefined;
  }

  /** The records of a table, in the order in which they were written. */
  *each(table: string): Generator<PackedRecord> {
    const place = this.tables[table];
    if (place === undefined) return;
    let rest = Buffer.alloc(0);
    for (let at = place.start; at < place.end; ) {
      const chunk = readAt(this.handle, at, Math.min(CHUNK, place.end - at));
      at += chunk.length;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let next = endOf(bytes, from); next <= bytes.length; next = endOf(bytes, from)) {
        yield toRecord(bytes.subarray(from, next));
        from = next;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
  }

  close(): void {
    closeSync(this.handle);
  }

  private recordAt(start: number): PackedRecord {
    const head = readAt(this.handle, start, LENGTHS);
    return toRecord(readAt(this.handle, start, endOf(head, 0)));
  }

  private slotsOf(table: string, { slots, capacity }: TablePlace) {
    const known = this.slots.get(table);
    if (known !== undefined) return known;
    const bytes = readAt(this.handle, slots, capacity * SLOT);
    // A buffer of its own: typed arrays want their bytes aligned.
    const { buffer } = Uint8Array.from(bytes);
    const read = {
      places: new Float64Array(buffer, 0, capacity),
      hashes: new Uint32Array(buffer, capacity * Float64Array.BYTES_PER_ELEMENT, capacity),
    };
    this.slots.set(table, read);
    return read;
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
    // No record begins at 0, which marks a free slot.
    yield Buffer.from('yuantu\n\0');
    let at = LENGTHS;
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
      const capacity = places.length === 0 ? 0 : places.length * 2 + 1;
      footer[name] = { start, end: at, slots: at, capacity };
      const slots = toSlots(hashes, places, capacity);
      at += slots.length;
      yield slots;
    }
    id = hash.digest('hex').slice(0, 16);
    const tail = Buffer.from(JSON.stringify({ id, about, tables: footer } satisfies Footer));
    const length = Buffer.alloc(TAIL);
    length.writeBigUInt64LE(BigInt(tail.length));
    yield Buffer.concat([tail, length]);
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

function toSlots(hashes: readonly number[], starts: readonly number[], capacity: number): Buffer {
  const buffer = new ArrayBuffer(capacity * SLOT);
  const places = new Float64Array(buffer, 0, capacity);
  const own = new Uint32Array(buffer, capacity * Float64Array.BYTES_PER_ELEMENT, capacity);
  for (const [i, hash] of hashes.entries()) {
    let at = hash % capacity;
    while (places[at] !== 0) at = (at + 1) % capacity;
    places[at] = starts[i] as number;
    own[at] = hash;
  }
  return Buffer.from(buffer);
}

function toBytes([key, bytes]: PackedRecord): Buffer {
  const head = Buffer.alloc(LENGTHS);
  const name = Buffer.from(key);
  head.writeUInt32LE(name.length, 0);
  head.writeUInt32LE(bytes?.length ?? GONE, 4);
  return Buffer.concat(bytes === undefined ? [head, name] : [head, name, bytes]);
}

function toRecord(bytes: Buffer): PackedRecord {
  const from = LENGTHS + bytes.readUInt32LE(0);
  const key = bytes.toString('utf8', LENGTHS, from);
  return [key, bytes.readUInt32LE(4) === GONE ? undefined : bytes.subarray(from)];
}

/** Where the record that begins at a place ends; beyond the bytes where these do not tell. */
function endOf(bytes: Buffer, from: number): number {
  if (from + LENGTHS > bytes.length) return Number.POSITIVE_INFINITY;
  const length = bytes.readUInt32LE(from + 4);
  return from + LENGTHS + bytes.readUInt32LE(from) + (length === GONE ? 0 : length);
}

function readAt(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const read = readSync(handle, bytes, done, length - done, start + done);
    if (read === 0) throw new RangeError('a packed file ends too early');
    done += read;
  }
  return bytes;
}
