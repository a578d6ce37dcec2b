import { YuantuError } from '../../model/errors.ts';

/**
 * Waits at most so long. Grafeo cannot be told to stop: what was left goes on in its thread until it ends or 30 s are over.
 *
 * @throws {YuantuError} LIMIT when the time is over; what the signal was aborted with, when it was.
 */
export async function within<T>(
  work: Promise<T>,
  milliseconds: number | undefined,
  signal: AbortSignal | undefined,
): Promise<T> {
  const ends: Promise<never>[] = [];
  const waiting = new AbortController();
  const once = { once: true, signal: waiting.signal };
  if (milliseconds !== undefined) ends.push(rejectAfter(milliseconds, waiting.signal));
  if (signal !== undefined)
    ends.push(
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), once)),
    );
  try {
    signal?.throwIfAborted();
    return await Promise.race([work, ...ends]);
  } finally {
    waiting.abort();
  }
}

function rejectAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const late = () => reject(new YuantuError('LIMIT', `The query took longer than ${milliseconds} ms.`));
    const timer = setTimeout(late, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
