import type { Store } from '../store/store.ts';
import { type Catalogue, toCatalogue } from './catalogue.ts';
import { type SearchIndex, toSearchIndex } from './search.ts';

/** One version of the graph, indexed. */
export interface Edition {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly search: SearchIndex;
}

/** The graph as last read from the store. */
export interface Source {
  get(): Promise<Edition>;
  /** Read anew with the next question: call it after a write. */
  refresh(): void;
  /** Calls after every write that `refresh` tells of, until the function that it gave is called. */
  watch(tell: () => void): () => void;
}

/** Milliseconds after which a database that others write to is read again. */
const MAX_AGE = 10_000;

/**
 * The store's graph, read once and kept in memory.
 *
 * An embedded store is ours alone, so only `refresh` makes it stale; a server's graph is read again when it is older than
 * ten seconds. Questions that come while it is being read wait for the one reading; a failed reading is tried again.
 */
export function openSource(store: Store, now: () => number = Date.now): Source {
  let reading: Promise<Edition> | undefined;
  let readAt = 0;
  let count = 0;
  const watchers = new Set<() => void>();
  const read = async (): Promise<Edition> => {
    const catalogue = toCatalogue(await store.read());
    const search = toSearchIndex(catalogue);
    void search.warm();
    return { version: `${now().toString(36)}-${++count}`, catalogue, search };
  };
  return {
    get() {
      const stale = store.kind === 'neo4j' && now() - readAt > MAX_AGE;
      if (!reading || stale) {
        readAt = now();
        reading = read();
        reading.catch(() => {
          reading = undefined;
        });
      }
      return reading;
    },
    refresh() {
      reading = undefined;
      for (const tell of watchers) tell();
    },
    watch(tell) {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
  };
}
