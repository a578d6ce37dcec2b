import { constants, type PathLike, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { YuantuError } from '../model/errors.ts';

const { O_NOCTTY, O_NONBLOCK, O_RDONLY } = constants;

/** What a file is where it is none that has bytes of its own; undefined where it has. */
export function oddKind(info: Pick<Stats, 'isFile' | 'isDirectory'>): string | undefined {
  if (info.isFile()) return undefined;
  return info.isDirectory() ? 'is a folder' : 'is a pipe, a socket or a device';
}

/**
 * Opens a file. What is none, as a pipe that nobody may ever write to, is never waited for.
 *
 * @throws {YuantuError} INPUT when it is no file, or the error of the system.
 */
export async function openFile(path: PathLike): Promise<FileHandle> {
  // Opening alone may start a device, so that it is looked at first; and again, since another may have taken its place.
  refuseOdd(await stat(path));
  const handle = await open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    refuseOdd(await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * The bytes of a file.
 *
 * @throws {YuantuError} INPUT when there are more than `most`, or it is no file; or the error of the system.
 */
export async function readBytes(path: PathLike, most: number): Promise<Buffer> {
  const handle = await openFile(path);
  try {
    const { size } = await handle.stat();
    if (size > most)
      throw new YuantuError(
        'INPUT',
        `${(size / 1e6).toFixed(1)} MB; at most ${Math.floor(most / 1e6)} MB is read`,
      );
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function refuseOdd(info: Stats): void {
  const odd = oddKind(info);
  if (odd !== undefined) throw new YuantuError('INPUT', odd);
}
