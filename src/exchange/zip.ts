import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive, its content as a whole or piece by piece. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Iterable<string>;
}

// 1980-01-01, the earliest that the format knows: equal files give equal archives.
const DATE = 0x21;
/** Names are UTF-8; sums and sizes follow the content, for they are not known before it. */
const FLAGS = 0x808;
/** Bytes that are packed at once. */
const BLOCK = 1 << 18;
/** An empty last block of deflate. */
const LAST = deflateRawSync(Buffer.alloc(0));

/**
 * A ZIP archive of the entries, in their order, deflated block by block, without a date. Up to 4 GB.
 *
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16
 */
export function* writeZip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const nameBytes = Buffer.from(name);
    const start = offset;
    yield Buffer.concat([Buffer.from('PK\x03\x04'), header(nameBytes.length, [0, 0, 0]), nameBytes]);
    const sums = { crc: 0, packed: LAST.length, bytes: 0 };
    for (const block of blocks(content)) {
      const packed = deflateRawSync(block, { finishFlush: constants.Z_SYNC_FLUSH });
      sums.crc = crc32(block, sums.crc);
      sums.packed += packed.length;
      sums.bytes += block.length;
      yield packed;
    }
    const numbers = [sums.crc, sums.packed, sums.bytes];
    yield Buffer.concat([LAST, Buffer.from('PK\x07\x08'), words(numbers)]);

    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(start, 10);
    const common = header(nameBytes.length, numbers);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, nameBytes]));
    offset += 30 + nameBytes.length + sums.packed + 16;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([...directory, end]);
}

/** What the local header and the directory share. */
function header(nameLength: number, numbers: readonly number[]): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(FLAGS, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt16LE(DATE, 8);
  words(numbers).copy(common, 10);
  common.writeUInt16LE(nameLength, 22);
  return common;
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => {
    bytes.writeUInt32LE(number, 4 * i);
  });
  return bytes;
}

function* blocks(content: string | Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let size = 0;
  for (const piece of typeof content === 'string' ? [content] : content) {
    waiting.push(piece);
    size += piece.length;
    if (size < BLOCK) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(waiting.join(''));
}
