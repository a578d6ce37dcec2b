import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { inChunks } from './chunk.ts';
import { cannotWrite } from './fault.ts';

const STDOUT = 1;

// Node's own stream writes to a file as much as fits on the disk, and is content.
let isFile: boolean | undefined;

function leadsToFile(): boolean {
  // A thread has a stream of its own.
  if ((process.stdout as { readonly fd?: number }).fd !== STDOUT) return false;
  const info = fstatSync(STDOUT);
  return info.isFile() || (info.isCharacterDevice() && !isatty(STDOUT));
}

/**
 * Writes to standard output, all of it or an error. Whoever reads a pipe may leave before the end: that is the error event of
 * `process.stdout`.
 *
 * @throws {YuantuError} FILE, as where a disk is full.
 */
export function print(text: string | Uint8Array): void {
  isFile ??= leadsToFile();
  if (!isFile) {
    process.stdout.write(text);
    return;
  }
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(STDOUT, bytes, at);
  } catch (cause) {
    throw cannotWrite('standard output', cause);
  }
}

/** Prints pieces, and waits while the reader of a pipe is slower than we are. */
export async function printAll(pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const chunk of inChunks(pieces)) {
    print(chunk);
    if (process.stdout.writableNeedDrain)
      await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

/** Waits until a pipe has taken what was printed. */
export async function flush(): Promise<void> {
  isFile ??= leadsToFile();
  if (isFile) return;
  return new Promise((done) => process.stdout.write('', () => done()));
}
