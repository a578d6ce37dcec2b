import { FileShelf } from '../collect/file-shelf.ts';
import { Session } from '../collect/session.ts';
import { holdsAsSettled, makerOf } from '../collect/settled.ts';
import type { Config } from '../config/settings.ts';
import { openReaderApart, type ReaderApart } from '../extract/batch.ts';
import type { ExtractionCache } from '../extract/cache.ts';
import { openExtractor } from '../extract/open.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Seeds } from '../model/seeds.ts';
import { isShared } from '../store/shared/remote.ts';
import type { Store } from '../store/store.ts';
import { readSettled, shelfOf } from './settled.ts';

/** What a session that stays open begins with. */
interface Beginning {
  readonly config: Config;
  readonly store: Store;
  readonly seeds: () => Promise<Seeds>;
  readonly cache: (seeds: Seeds) => Promise<ExtractionCache>;
  readonly judgements: () => readonly Judgement[];
  readonly signal: AbortSignal;
  /** Whether articles are read by another process. */
  readonly apart: boolean;
}

/** A session that is opened when it is first asked for, from what the last build kept where the store is as that left it. */
export function openShelvedSession({ config, store, seeds, cache, judgements, signal, apart }: Beginning) {
  let session: Session | undefined;
  let opening: Promise<Session> | undefined;
  let reader: ReaderApart | undefined;
  const readerOf = (known: Seeds): ReaderApart | undefined => {
    if (apart) reader ??= openReaderApart(known);
    return reader;
  };
  const begin = async (reads: boolean): Promise<Session> => {
    const known = await seeds();
    if (reads) readerOf(known);
    const shelf = await findKept(config, store, makerOf(known, judgements()));
    session = new Session({
      store,
      seeds: known,
      cache: await cache(known),
      judgements,
      signal,
      openExtract: () => readerOf(known)?.open() ?? openExtractor(known),
      ...(shelf === undefined ? {} : { shelf }),
    });
    return session;
  };
  return {
    session: () => session,
    /** `reads`: whether articles will be read. */
    open: (reads = false): Promise<Session> => {
      opening ??= begin(reads).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    close: async () => reader?.end(),
  };
}

/** What the last build kept of a large collection, where the store holds what it held then. */
async function findKept(config: Config, store: Store, by: string): Promise<FileShelf | undefined> {
  const settled = isShared(store) ? undefined : readSettled(config);
  if (settled?.shelf === undefined || settled.by !== by) return undefined;
  if (!(await holdsAsSettled(store, settled))) return undefined;
  const shelf = FileShelf.open(shelfOf(config), settled.shelf);
  return shelf.isFilled ? shelf : undefined;
}
