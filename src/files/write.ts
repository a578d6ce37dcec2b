import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inChunks } from './chunk.ts';
import { cannotWrite } from './fault.ts';
import { makeFolder } from './folder.ts';
import { printAll } from './output.ts';

/** A file to write, piece by piece. */
export interface FileContent {
  readonly file: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** How it is written. */
export interface WriteOptions {
  /** Ends the waiting for somebody to read a pipe. */
  readonly signal?: AbortSignal;
  /** The rights of a new file; default those that the system gives. */
  readonly mode?: number;
}

/** What is written and not yet in its place. */
interface Staged {
  commit(): Promise<void>;
  discard(): Promise<void>;
}

const { O_APPEND, O_NOCTTY, O_NONBLOCK, O_WRONLY } = constants;

/** Standard output by its names; `-` is one. */
const STDOUT = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);
/** Milliseconds between two looks at a pipe that nobody reads, or that is full. */
const PATIENCE = 20;
const MOST_LINKS = 40;

let count = 0;

/** Whether a file of this name stays a file: standard output, pipes and devices keep nothing. */
export async function isKept(file: string): Promise<boolean> {
  if (STDOUT.has(file)) return false;
  return (await stat(file).catch(() => undefined))?.isFile() ?? true;
}

/**
 * Writes a file: all of it, or what was there stays and the call fails. The bytes go to a hidden file beside it, reach the disk,
 * and then take the name. A link stays a link, and what it leads to is written; a pipe or a device is written into. `-` is
 * standard output.
 *
 * @throws {YuantuError} FILE; what `pieces` throws goes through.
 */
export function writeWhole(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  options?: WriteOptions,
): Promise<void> {
  return writeTogether([{ file, pieces }], options);
}

/** Writes several files as `writeWhole` does: none takes its name before the bytes of all have reached the disk. */
export async function writeTogether(
  contents: Iterable<FileContent>,
  options: WriteOptions = {},
): Promise<void> {
  const staged: Staged[] = [];
  try {
    for (const content of contents) staged.push(await stage(content, options));
    for (const one of staged) await one.commit();
  } catch (error) {
    for (const one of staged) await one.discard();
    throw error;
  }
}

/**
 * Adds to the end of a file, all of it or nothing.
 *
 * @returns where it begins, in bytes.
 * @throws {YuantuError} FILE
 */
export async function appendWhole(file: string, text: string): Promise<number> {
  let handle: FileHandle | undefined;
  let start = 0;
  let done = 0;
  try {
    makeFolder(dirname(file));
    handle = await open(file, 'a');
    start = (await handle.stat()).size;
    const bytes = Buffer.from(text);
    while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;
    await handle.datasync();
    return start;
  } catch (cause) {
    // What another process added since is not ours to cut off.
    const info = done > 0 ? await handle?.stat().catch(() => undefined) : undefined;
    if (info?.size === start + done) await handle?.truncate(start).catch(() => {});
    throw cannotWrite(file, cause);
  } finally {
    await handle?.close().catch(() => {});
  }
}

const NOTHING_LEFT: Staged = { commit: async () => {}, discard: async () => {} };

async function stage({ file, pieces }: FileContent, options: WriteOptions): Promise<Staged> {
  if (STDOUT.has(file)) {
    await printAll(pieces);
    return NOTHING_LEFT;
  }
  const attempt = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw cannotWrite(file, cause);
    });
  const { path, info } = await attempt(targetOf(file));
  if (info !== undefined && !info.isFile()) {
    const handle = await attempt(openThrough(path, options.signal));
    await pour(pieces, handle, attempt, options.signal).finally(() => handle.close().catch(() => {}));
    return NOTHING_LEFT;
  }
  await attempt((async () => makeFolder(dirname(path)))());
  if (info !== undefined) await attempt(access(path, constants.W_OK));
  // A short name: that of the file may be as long as names can be.
  const partial = join(dirname(path), `.yuantu-${process.pid}-${++count}.partial`);
  const discard = () => rm(partial, { force: true }).catch(() => {});
  const handle = await attempt(open(partial, 'wx', info?.mode ?? options.mode ?? 0o666));
  try {
    // Who owned it goes on to own it, where that is for us to say.
    if (info !== undefined) await handle.chown(info.uid, info.gid).catch(() => {});
    if (info !== undefined) await attempt(handle.chmod(info.mode));
    await pour(pieces, handle, attempt, undefined);
    await attempt(handle.sync());
    await attempt(handle.close());
  } catch (error) {
    await handle.close().catch(() => {});
    await discard();
    throw error;
  }
  return {
    async commit() {
      await attempt(rename(partial, path));
      await syncFolder(dirname(path));
    },
    discard,
  };
}

/** Writes every byte, as far as a pipe takes them at a time. */
async function pour(
  pieces: Iterable<string | Uint8Array>,
  handle: FileHandle,
  attempt: <T>(work: Promise<T>) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const chunk of inChunks(pieces, true))
    for (let at = 0; at < chunk.length; ) at += await attempt(writeSome(handle, chunk, at, signal));
}

async function writeSome(
  handle: FileHandle,
  chunk: Buffer,
  at: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  try {
    return (await handle.write(chunk, at)).bytesWritten;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    await pause(signal);
    return 0;
  }
}

/** Where a name leads, and what is there already. A link into `/proc` is an open file, which has no name of its own. */
async function targetOf(file: string): Promise<{ readonly path: string; readonly info?: Stats }> {
  let path = resolve(file);
  for (let links = 0; links <= MOST_LINKS; links++) {
    const info = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (info === undefined) return { path };
    if (!info.isSymbolicLink()) return { path, info };
    if ((await realpath(dirname(path))).startsWith('/proc/')) return { path, info };
    path = resolve(dirname(path), await readlink(path));
  }
  throw Object.assign(new Error('its links lead in a circle'), { code: 'ELOOP' });
}

/** Opens a pipe or a device. A pipe that nobody reads yet is waited for, without a thread that could not be stopped. */
async function openThrough(path: string, signal: AbortSignal | undefined): Promise<FileHandle> {
  for (;;)
    try {
      return await open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
    } catch (error) {
      const isPipe = (await stat(path)).isFIFO();
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO' || !isPipe) throw error;
      await pause(signal);
    }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await sleep(PATIENCE, undefined, signal === undefined ? {} : { signal });
}

/** Makes a name last through a power cut; not every file system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}
