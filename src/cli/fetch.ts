import type { Fetched } from '../fetch/index.ts';
import type { Context, ExitCode } from './context.ts';

export interface FetchFlags {
  readonly into: string;
  readonly delay?: number;
  readonly private?: boolean;
}

/** Fetches pages and feeds into a folder, and tells what became of each. */
export async function runFetch(
  { words, print, tell, signal }: Context,
  addresses: readonly string[],
  { into, delay, private: isPrivate }: FetchFlags,
): Promise<ExitCode> {
  const { fetchInto } = await import('../fetch/index.ts');
  const options = {
    into,
    signal,
    ...(delay === undefined ? {} : { delay }),
    ...(isPrivate === true ? { allows: () => true } : {}),
  };
  const counts = { new: 0, changed: 0, unchanged: 0, feed: 0, failed: 0 };
  const show = (one: Exclude<Fetched, { readonly reason: string }>): string =>
    one.is === 'feed' ? `${one.url} (${one.entries})` : `${one.file} ← ${one.url}`;
  for await (const one of fetchInto(addresses, options)) {
    if ('reason' in one) {
      counts.failed++;
      tell(words.labelled('rejected', `${one.url}: ${words.told(one.reason)}`));
      continue;
    }
    counts[one.is]++;
    if (one.is !== 'unchanged') print(words.labelled(`${one.is}Page`, show(one)));
  }
  print(words.pages(counts));
  const { failed, ...done } = counts;
  return failed === 0 ? 0 : Object.values(done).some((count) => count > 0) ? 1 : 2;
}
