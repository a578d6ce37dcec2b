import type { Change } from '../model/snapshot.ts';
import type { WatchedStore } from '../store/watched.ts';
import { Catalogue } from './catalogue.ts';
import { History, type Touched } from './history.ts';
import { SearchIndex } from './search.ts';

/** The graph in one version, indexed. The indexes are those of every version: they follow what is written. */
export interface Edition {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly search: SearchIndex;
}

/** What is told of a write: the version since, and what it touched; absent where nobody can tell. */
export interface GraphNews {
  readonly version: string;
  readonly followed?: { readonly catalogue: Catalogue; readonly touched: Touched };
}

/** The graph of a store, in memory. */
export interface Source {
  get(): Promise<Edition>;
  /** What was touched since a version; `undefined` when that is too long ago, or nobody can tell. */
  touchedSince(version: string): Touched | undefined;
  /** Calls after every write, until the function that it gave is called. */
  watch(tell: (news: GraphNews) => void): () => void;
}

/** Milliseconds after which a database that others write to is read again. */
const MAX_AGE = 10_000;

/** Milliseconds that only go on, whatever the clock of the machine is set to. */
function onward(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/**
 * The store's graph, read once and kept in memory.
 *
 * It follows every change that this process writes. It is read again with the next question after a write of which nobody can
 * tell what it did; a server's graph, which others write to, also when it is older than ten seconds. Questions that come while
 * it is being read wait for the one reading; a failed reading is tried again.
 */
export function openSource(store: WatchedStore): Source {
  const history = new History();
  const watchers = new Set<(news: GraphNews) => void>();
  let count = 0;
  const nextVersion = (): string => `${onward().toString(36)}-${++count}`;
  let reading: Promise<Edition> | undefined;
  let edition: Edition | undefined;
  let readAt = 0;

  const read = (): Promise<Edition> => {
    const begun = makeEdition(store, nextVersion());
    reading = begun;
    edition = undefined;
    readAt = onward();
    history.clear();
    begun.then(
      (made) => {
        if (reading === begun) edition = made;
      },
      () => {
        if (reading === begun) reading = undefined;
      },
    );
    return begun;
  };
  const tell = (news: GraphNews): void => {
    for (const watcher of watchers) watcher(news);
  };
  /** Forgets everything, so that the next question reads the store. */
  const forget = (): void => {
    reading = undefined;
    edition = undefined;
    history.clear();
    tell({ version: nextVersion() });
  };
  const follow = (change: Change): void => {
    if (edition === undefined) {
      // A reading that is on its way may have seen the change, or not.
      forget();
      return;
    }
    const touched = edition.catalogue.follow(change);
    edition.search.follow(change);
    void edition.search.warm();
    history.add(edition.version, touched);
    edition = { ...edition, version: nextVersion() };
    reading = Promise.resolve(edition);
    tell({ version: edition.version, followed: { catalogue: edition.catalogue, touched } });
  };
  store.watch((change) => (change === undefined ? forget() : follow(change)));
  return {
    get() {
      const isOld = store.kind === 'neo4j' && edition !== undefined && onward() - readAt > MAX_AGE;
      return reading === undefined || isOld ? read() : reading;
    },
    touchedSince: (version) => (version === edition?.version ? history.nothing : history.since(version)),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

async function makeEdition(store: WatchedStore, version: string): Promise<Edition> {
  const catalogue = new Catalogue(await store.read());
  const search = new SearchIndex(catalogue);
  void search.warm();
  return { version, catalogue, search };
}
