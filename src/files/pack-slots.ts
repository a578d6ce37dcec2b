import { crc32 } from 'node:zlib';

/** Bytes of a slot: a place and a hash. */
const SLOT = 8 + 4;
const BLOCK = 4096;
const SUM = 4;
const SLOTS = Math.floor((BLOCK - SUM) / SLOT);

/** Where the slots of a table begin, and how many blocks of them there are. */
export interface SlotPlace {
  readonly start: number;
  readonly blocks: number;
}

/**
 * The places of records by hashes of their keys, as bytes: blocks of slots, each with its checksum behind. A place is never 0, which
 * marks a free slot.
 *
 * Source: a hash table with open addressing.
 */
export function toSlots(hashes: readonly number[], places: readonly number[]): Buffer {
  const blocks = hashes.length === 0 ? 0 : Math.ceil((hashes.length * 2 + 1) / SLOTS);
  const capacity = blocks * SLOTS;
  const bytes = Buffer.alloc(blocks * BLOCK);
  for (const [i, hash] of hashes.entries()) {
    let at = hash % capacity;
    while (placeAt(bytes, offsetOf(at)) !== 0) at = (at + 1) % capacity;
    bytes.writeDoubleLE(places[i] as number, offsetOf(at));
    bytes.writeUInt32LE(hash, offsetOf(at) + 8);
  }
  for (let start = 0; start < bytes.length; start += BLOCK)
    bytes.writeUInt32LE(sumOf(bytes.subarray(start, start + BLOCK)), start + BLOCK - SUM);
  return bytes;
}

export function blocksOf(slots: Buffer): number {
  return slots.length / BLOCK;
}

/** The slots of a file, of which only those blocks are read that are asked for. */
export class Slots {
  private readonly place: SlotPlace;
  private readonly read: (start: number, length: number) => Buffer;
  private readonly torn: () => Error;
  private readonly known = new Map<number, Buffer>();

  /** `torn`: what to throw where a block is not as it was written. */
  constructor(place: SlotPlace, read: (start: number, length: number) => Buffer, torn: () => Error) {
    this.place = place;
    this.read = read;
    this.torn = torn;
  }

  /** The places of records whose key may have a hash. */
  *placesOf(hash: number): Generator<number> {
    const capacity = this.place.blocks * SLOTS;
    if (capacity === 0) return;
    for (let at = hash % capacity; ; at = (at + 1) % capacity) {
      const block = this.block(Math.floor(at / SLOTS));
      const offset = (at % SLOTS) * SLOT;
      const place = placeAt(block, offset);
      if (place === 0) return;
      if (block.readUInt32LE(offset + 8) === hash) yield place;
    }
  }

  private block(number: number): Buffer {
    const known = this.known.get(number);
    if (known !== undefined) return known;
    const block = this.read(this.place.start + number * BLOCK, BLOCK);
    if (block.readUInt32LE(BLOCK - SUM) !== sumOf(block)) throw this.torn();
    this.known.set(number, block);
    return block;
  }
}

function offsetOf(slot: number): number {
  return Math.floor(slot / SLOTS) * BLOCK + (slot % SLOTS) * SLOT;
}

function placeAt(bytes: Buffer, offset: number): number {
  return bytes.readDoubleLE(offset);
}

function sumOf(block: Buffer): number {
  return crc32(block.subarray(0, BLOCK - SUM));
}
