import { crc32 } from 'node:zlib';

/** A record of a packed file: its bytes, or none where it tells that there is no such record any more. */
export type PackedRecord = readonly [key: string, bytes: Buffer | undefined];

/** How long key and bytes are, and a checksum of all. */
const HEAD = 4 + 4 + 4;
const SUM_AT = 8;
const GONE = 0xffffffff;

export function toBytes([key, value]: PackedRecord): Buffer {
  const length = Buffer.byteLength(key);
  const bytes = Buffer.allocUnsafe(HEAD + length + (value?.length ?? 0));
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt32LE(value?.length ?? GONE, 4);
  bytes.write(key, HEAD);
  value?.copy(bytes, HEAD + length);
  bytes.writeUInt32LE(sumOf(bytes), SUM_AT);
  return bytes;
}

/** The record that bytes are; undefined where they are not as they were written. */
export function toRecord(bytes: Buffer): PackedRecord | undefined {
  if (bytes.readUInt32LE(SUM_AT) !== sumOf(bytes)) return undefined;
  const from = HEAD + bytes.readUInt32LE(0);
  const key = bytes.toString('utf8', HEAD, from);
  return [key, bytes.readUInt32LE(4) === GONE ? undefined : bytes.subarray(from)];
}

/** How long the record is that begins at a place, as far as its bytes tell; undefined where these do not reach so far. */
export function lengthAt(bytes: Buffer, from: number): number | undefined {
  if (from + HEAD > bytes.length) return undefined;
  const length = bytes.readUInt32LE(from + 4);
  return HEAD + bytes.readUInt32LE(from) + (length === GONE ? 0 : length);
}

function sumOf(bytes: Buffer): number {
  return crc32(bytes.subarray(HEAD), crc32(bytes.subarray(0, SUM_AT)));
}
