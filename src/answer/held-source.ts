import { choose } from '../graph/choose.ts';
import type { Change } from '../model/snapshot.ts';
import type { WatchedStore } from '../store/watched.ts';
import { History } from './history.ts';
import { KeptAnswers } from './kept.ts';
import { SearchIndex } from './search.ts';
import type { GraphNews, Source } from './source.ts';
import { TextIndex } from './text-search.ts';
import { WholeCatalogue } from './whole-catalogue.ts';

/** The graph in one version, indexed. The indexes are those of every version: they follow what is written. */
export interface Edition {
  readonly version: string;
  readonly catalogue: WholeCatalogue;
  readonly search: SearchIndex;
  readonly texts: TextIndex;
}

/** A source that holds the graph. */
export interface HeldSource extends Source {
  get(): Promise<Edition>;
}

/** Milliseconds that only go on, whatever the clock of the machine is set to. */
function onward(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/**
 * The store's graph, read once and kept in memory.
 *
 * It follows every change that this process writes, and is read again with the next question after a write of which nobody can
 * tell what it did. Questions that come while it is being read wait for the one reading; a failed reading is tried again.
 */
export function openHeldSource(store: WatchedStore): HeldSource {
  const history = new History();
  const kept = new KeptAnswers();
  const watchers = new Set<(news: GraphNews) => void>();
  let count = 0;
  const nextVersion = (): string => `${onward().toString(36)}-${++count}`;
  let reading: Promise<Edition> | undefined;
  let edition: Edition | undefined;

  const read = (): Promise<Edition> => {
    const begun = makeEdition(store, nextVersion());
    reading = begun;
    edition = undefined;
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
    edition.texts.follow(change);
    const { search, texts } = edition;
    void search.warm().then(() => texts.warm());
    history.add(edition.version, touched);
    edition = { ...edition, version: nextVersion() };
    reading = Promise.resolve(edition);
    tell({ version: edition.version, followed: { catalogue: edition.catalogue, touched } });
  };
  store.watch((change) => (change === undefined ? forget() : follow(change)));
  const get = () => reading ?? read();
  return {
    get,
    version: async () => (await get()).version,
    async ask(answer) {
      const { catalogue, version } = await get();
      return answer(catalogue, version);
    },
    async askOnce(name, answer) {
      const { catalogue, version } = await get();
      return kept.get(name, version, async () => answer(catalogue, version));
    },
    find: async (question, limit) => (await get()).search.find(question, limit),
    findTexts: async (question, limit) => (await get()).texts.find(question, limit),
    choose: async (choice) => choose((await get()).catalogue.snapshot, choice),
    touchedSince: (version) => (version === edition?.version ? history.nothing : history.since(version)),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

async function makeEdition(store: WatchedStore, version: string): Promise<Edition> {
  const catalogue = new WholeCatalogue(await store.read());
  const search = new SearchIndex(catalogue);
  const texts = new TextIndex(catalogue);
  void search.warm().then(() => texts.warm());
  return { version, catalogue, search, texts };
}
