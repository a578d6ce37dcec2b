import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { walk } from './walk.ts';

const LEAST_PAUSE = 1000;

/** A look takes at most this share of the time, whatever the folder holds. */
const SHARE = 0.05;

/**
 * Comes once at first, and again whenever what is read of the paths has changed and has then stayed as it is from one look to the
 * next, so that files that are still being copied are waited for. Ends when the signal says so.
 *
 * It looks, and listens to nothing: folders of other machines tell of no changes, and systems watch only so many files.
 */
export async function* follow(
  paths: readonly string[],
  { signal, leastPause = LEAST_PAUSE }: { readonly signal: AbortSignal; readonly leastPause?: number },
): AsyncGenerator<void> {
  let known = '';
  let last = '';
  while (!signal.aborted) {
    const began = performance.now();
    const seen = await lookAt(paths);
    const took = performance.now() - began;
    if (seen !== known && (known === '' || seen === last)) {
      known = seen;
      yield;
    }
    last = seen;
    // Whoever stops it in the meantime has it end at once.
    await pause(Math.max(leastPause, took / SHARE), undefined, { signal }).catch(() => undefined);
  }
}

/** What is read of the paths, with its size, time of change and metadata, and what cannot be: as one hash. */
async function lookAt(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths)
    for await (const entry of walk(path)) {
      if ('why' in entry) continue;
      const { file, ...told } = { file: undefined, ...entry };
      const info = file === undefined ? undefined : await stat(file).catch(() => undefined);
      hash.update(JSON.stringify([told, info?.size, info?.mtimeMs, info?.ino]));
    }
  return hash.digest('hex');
}
