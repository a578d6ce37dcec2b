import type { Askable } from '../../store/store.ts';
import type { WatchedStore } from '../../store/watched.ts';
import { History } from '../history.ts';
import { KeptAnswers } from '../kept.ts';
import type { Answer, GraphNews, Source } from '../source.ts';
import { AskedCatalogue } from './catalogue.ts';
import { chooseAsked } from './chosen.ts';
import { findAsked } from './search.ts';
import { findTextsAsked } from './texts.ts';
import { makeSteadily } from './until-found.ts';

/** Milliseconds after which somebody who looks at the graph hears of what others wrote. */
const LOOK_EVERY = 10_000;

/**
 * The graph of a database, asked for what each answer looks at; nothing of it is kept but answers that everybody asks for. Its
 * version is the database's own mark of the last write, so that what others write is seen at once.
 */
export function openAskedSource(store: WatchedStore & Askable): Source {
  const kept = new KeptAnswers();
  const watchers = new Set<(news: GraphNews) => void>();
  const { nothing } = new History();
  let last: string | undefined;
  let beat: NodeJS.Timeout | undefined;

  const version = async (): Promise<string> => {
    const now = await store.generation();
    if (last !== undefined && now !== last) for (const watcher of watchers) watcher({ version: now });
    last = now;
    return now;
  };
  /** Nobody waits for it: where nobody answers, whoever asks next is told. */
  const look = () => void version().catch(() => {});
  store.watch(look);

  const ask = <T>(answer: Answer<T>): Promise<T> =>
    makeSteadily(store, version, (findings, of) => answer(new AskedCatalogue(findings), of));
  return {
    version,
    ask,
    async askOnce(name, answer) {
      return kept.get(name, await version(), () => ask(answer));
    },
    async find(question, limit) {
      // Where nobody answers, this is told soon.
      await version();
      return findAsked(store, ask, question, limit);
    },
    findTexts: (question, limit) => findTextsAsked(store, ask, question, limit),
    choose: (choice, isTold) => chooseAsked(store, choice, isTold),
    touchedSince: (since) => (since === last ? nothing : undefined),
    watch(watcher) {
      watchers.add(watcher);
      beat ??= setInterval(look, LOOK_EVERY).unref();
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        clearInterval(beat);
        beat = undefined;
      };
    },
  };
}
