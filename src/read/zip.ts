import { inflateRawSync } from 'node:zlib';
import { YuantuError } from '../model/errors.ts';

/** The head of a file in the list at the archive's end, the list's own end, and the head before a file's bytes. */
const [LISTED, END, LOCAL] = [0x02014b50, 0x06054b50, 0x04034b50];
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** The files of a ZIP archive, by name. What is unpacked counts against `most` bytes, all files together. */
export class Zip {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();
  private readonly most: number;
  private left: number;

  /** @throws {YuantuError} `INPUT` when it is no archive. */
  constructor(bytes: Uint8Array, most: number) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.most = most;
    this.left = most;
    let at = this.findList();
    while (at + 46 <= this.bytes.length && this.bytes.readUInt32LE(at) === LISTED) {
      const name = this.bytes.toString('utf8', at + 46, at + 46 + this.bytes.readUInt16LE(at + 28));
      this.entries.set(name, {
        method: this.bytes.readUInt16LE(at + 10),
        packed: this.bytes.readUInt32LE(at + 20),
        at: this.bytes.readUInt32LE(at + 42),
      });
      at += 46 + [28, 30, 32].reduce((sum, field) => sum + this.bytes.readUInt16LE(at + field), 0);
    }
  }

  /** The content of a file, or undefined where there is none by that name. @throws {YuantuError} `INPUT` when it is broken or too large. */
  read(name: string): Buffer | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    const { at, method, packed } = entry;
    if (at + 30 > this.bytes.length || this.bytes.readUInt32LE(at) !== LOCAL)
      return refuse('is a broken archive');
    const start = at + 30 + this.bytes.readUInt16LE(at + 26) + this.bytes.readUInt16LE(at + 28);
    const data = this.bytes.subarray(start, start + packed);
    const content = method === STORED ? data : method === DEFLATED ? this.inflate(data) : undefined;
    if (content === undefined) return refuse('is an archive packed in a way that is not read');
    if (content.length > this.left) return this.refuseSize();
    this.left -= content.length;
    return content;
  }

  private inflate(data: Buffer): Buffer {
    try {
      // What the archive says of its sizes need not be true.
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.left) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return this.refuseSize();
      return refuse('is a broken archive');
    }
  }

  private refuseSize(): never {
    return refuse(`unpacks to more than ${Math.round(this.most / 2 ** 20)} MB`);
  }

  /** Where the list of files begins; a remark may stand after its end. */
  private findList(): number {
    const { bytes } = this;
    const least = Math.max(0, bytes.length - 22 - 0xffff);
    for (let at = bytes.length - 22; at >= least; at--)
      if (bytes.readUInt32LE(at) === END) return bytes.readUInt32LE(at + 16);
    return refuse('is no archive');
  }
}

function refuse(reason: string): never {
  throw new YuantuError('INPUT', reason);
}
