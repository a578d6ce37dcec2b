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

/**
 * A hash of all that reading paths depends on: every entry under them, what tables tell of it, and its bytes, of which none is
 * understood. Equal ones are read alike, and cost a fraction of reading. Undefined where something cannot be read, which may be
 * otherwise the next time.
 */
export async function digestPaths(
  paths: readonly string[],
  { source, limits, signal }: DigestOptions,
): Promise<string | undefined> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([source, limits]));
  for (const path of paths) {
    hash.update(JSON.stringify([path, basename(resolve(path))]));
    for await (const entry of walk(path)) {
      signal.throwIfAborted();
      if ('reason' in entry) return undefined;
      // In JSON no entry runs into the next, and in front of its bytes stands how many they are.
      hash.update(JSON.stringify('file' in entry ? { ...entry, file: entry.file.toString('hex') } : entry));
      if ('file' in entry && !(await canHash(entry, hash))) return undefined;
    }
  }
  return hash.digest('hex');
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
