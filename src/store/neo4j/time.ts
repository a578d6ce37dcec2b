import { YuantuError } from '../../model/errors.ts';

/** Milliseconds that a server may take longer than a question's time until ours ends it: it ends most by itself. */
const GRACE = 1_000;

const LATE =
  'The query took longer than allowed and was given up, though the server had not stopped it yet; name more of what it starts from, or make shorter lists.';

/**
 * Ends a question whose time is over though the server does not: some of its work, such as making one long list, it cannot
 * interrupt. The signal that `work` gets is aborted, and whoever asks is answered at once.
 *
 * @throws {YuantuError} LIMIT; the reason of `signal` where that is aborted.
 */
export async function inTime<T>(
  timeout: number | undefined,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const giveUp = () => ending.abort(signal?.reason);
  const late = () => ending.abort(new YuantuError('LIMIT', LATE));
  const timer = timeout === undefined ? undefined : setTimeout(late, Math.min(timeout + GRACE, 2 ** 31 - 1));
  if (signal?.aborted) giveUp();
  signal?.addEventListener('abort', giveUp, { once: true });
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(ending.signal.reason), { once: true });
  });
  ended.catch(() => {});
  const answer = work(ending.signal);
  answer.catch(() => {});
  try {
    return await Promise.race([answer, ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** What is promised, or the error where it takes longer than so many milliseconds. */
export async function within<T>(milliseconds: number, promised: Promise<T>, late: Error): Promise<T> {
  promised.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), milliseconds);
  });
  try {
    return await Promise.race([promised, ended]);
  } finally {
    clearTimeout(timer);
  }
}
