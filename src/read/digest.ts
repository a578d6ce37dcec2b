import { createHash, type Hash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { openFile, readBytes } from '../files/read.ts';
import type { ReadLimits } from '../model/read-limits.ts';
import { MOST_BYTES } from './json.ts';
import { type Found, walk } from './walk.ts';

/** What reading depends on beside what lies under the paths. */
export interface DigestOptions {
  readonly source: string | undefined;
  readonly limits: ReadLimits;
  readonly signal: AbortSignal;
}

/** The hash of each file with all that reading it depends on, by its key. */
export type FileDigests = ReadonlyMap<string, string>;

/** A hash of all that is to be read, and those of the files. */
export interface PathsDigest {
  readonly whole: string;
  readonly files: FileDigests;
}

/** What a file of a source is known by from one reading to the next. */
export function keyOfFile({ file }: Pick<Found, 'file'>, source: string): string {
  return `${file.toString('hex')} ${source}`;
}

/**
 * Hashes of all that reading paths depends on: every entry under them, what tables tell of it, and its bytes, of which none is
 * understood. Equal ones are read alike, and cost a fraction of reading. Undefined where something cannot be read, which may be
 * otherwise the next time.
 */
export async function digestPaths(
  paths: readonly string[],
  { source, limits, signal }: DigestOptions,
): Promise<PathsDigest | undefined> {
  const whole = createHash('sha256');
  const files = new Map<string, string>();
  for (const path of paths) {
    const own = source ?? basename(resolve(path));
    const given = JSON.stringify([path, own, limits]);
    whole.update(given);
    for await (const entry of walk(path)) {
      signal.throwIfAborted();
      if ('reason' in entry) return undefined;
      if ('file' in entry) {
        const hash = createHash('sha256').update(given);
        hash.update(JSON.stringify({ ...entry, file: entry.file.toString('hex') }));
        if (!(await canHash(entry, hash))) return undefined;
        const digest = hash.digest('hex');
        files.set(keyOfFile(entry, own), digest);
        whole.update(digest);
      } else whole.update(JSON.stringify(entry));
    }
  }
  return { whole: whole.digest('hex'), files };
}

/** Takes the bytes of a file in; false where it cannot be read, which whoever reads it tells of. */
async function canHash({ file, extension }: Found, hash: Hash): Promise<boolean> {
  try {
    if (extension !== '.jsonl') {
      const bytes = await readBytes(file, MOST_BYTES);
      hash.update(String(bytes.length)).update(bytes);
      return true;
    }
    const handle = await openFile(file);
    hash.update(String((await handle.stat()).size));
    for await (const chunk of handle.createReadStream({ start: 0, highWaterMark: AT_ONCE }))
      hash.update(chunk);
    return true;
  } catch {
    return false;
  }
}

const AT_ONCE = 1 << 20;
