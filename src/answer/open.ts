import { choose } from '../graph/choose.ts';
import type { Choice, Chosen } from '../model/chosen.ts';
import { YuantuError } from '../model/errors.ts';
import { isAskable, type Store } from '../store/store.ts';
import type { WatchedStore } from '../store/watched.ts';
import { AskedCatalogue } from './asked/catalogue.ts';
import { chooseAsked } from './asked/chosen.ts';
import { openAskedSource } from './asked/source.ts';
import { makeSteadily } from './asked/until-found.ts';
import type { Catalogue } from './catalogue.ts';
import { openHeldSource } from './held-source.ts';
import type { Source } from './source.ts';
import { WholeCatalogue } from './whole-catalogue.ts';

/** Makes the indexes by which a database is asked, for a graph that something else wrote there. Who may not write finds what is there. */
export async function prepareToAsk(store: Store): Promise<void> {
  if (!isAskable(store)) return;
  try {
    await store.prepare();
  } catch (error) {
    if (!(error instanceof YuantuError && error.code === 'FORBIDDEN')) throw error;
  }
}

/** An answer from a store: a database is asked for what it looks at, of any other store the graph is read. */
export async function askIn<T>(store: Store, answer: (catalogue: Catalogue) => T): Promise<T> {
  if (!isAskable(store)) return answer(new WholeCatalogue(await store.read()));
  return makeSteadily(
    store,
    () => store.generation(),
    (findings) => answer(new AskedCatalogue(findings)),
  );
}

/** A part of the graph of a store, with what tells of it where that is asked for; whoever asks closes it. */
export async function chooseIn(store: Store, choice: Choice, isTold = false): Promise<Chosen> {
  return isAskable(store) ? chooseAsked(store, choice, isTold) : choose(await store.read(), choice);
}

/** A database that answers questions is asked; the graph of any other store is held in memory. */
export function openSource(store: WatchedStore): Source {
  return isAskable(store) ? openAskedSource(store) : openHeldSource(store);
}
