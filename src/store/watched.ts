import type { Change } from '../model/snapshot.ts';
import { type Askable, type Copyable, isAskable, isCopyable, type Store } from './store.ts';

/** A store of which others hear what this process writes to it. */
export interface WatchedStore extends Store {
  /**
   * Calls `tell` after every write, in the order of the writes, until the function that it gave is called: with the change, or
   * with nothing where a statement wrote, or a write failed and may have been done in part.
   */
  watch(tell: (change: Change | undefined) => void): () => void;
}

/** The store, heard of: whoever is to be followed writes through what this gives. Such a store is given back as it is. */
export function watchStore(store: Store): WatchedStore {
  if (isWatched(store)) return store;
  const watchers = new Set<(change: Change | undefined) => void>();
  const tell = (change: Change | undefined): void => {
    for (const watcher of watchers) watcher(change);
  };
  const watched: WatchedStore = {
    kind: store.kind,
    place: store.place,
    prepare: () => store.prepare(),
    read: () => store.read(),
    listMistyped: () => store.listMistyped(),
    async apply(change) {
      try {
        await store.apply(change);
      } catch (error) {
        tell(undefined);
        throw error;
      }
      tell(change);
    },
    async query(statement, parameters, options) {
      try {
        return await store.query(statement, parameters, options);
      } finally {
        if (options?.write === true) tell(undefined);
      }
    },
    close: () => store.close(),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  if (isCopyable(store)) return Object.defineProperties(watched, copying(store));
  return isAskable(store) ? Object.assign(watched, asking(store)) : watched;
}

function isWatched(store: Store): store is WatchedStore {
  return 'watch' in store;
}

/** What a database has beside. */
function asking(store: Askable): Askable {
  return {
    generation: () => store.generation(),
    ask: (questions) => store.ask(questions),
    scan: (questions, taking) => store.scan(questions, taking),
  };
}

/** What an embedded store has beside, to be asked for as it is at the time. */
function copying(store: Copyable): PropertyDescriptorMap {
  return {
    version: { get: () => store.version },
    copyTo: { value: (path: string) => store.copyTo(path) },
  };
}
