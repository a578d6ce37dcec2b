import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../collect/review.ts';
import type { Session } from '../collect/session.ts';
import { type Config, type Flags, resolveConfig } from '../config/settings.ts';
import type { ExtractionCache } from '../extract/cache.ts';
import { print } from '../files/output.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Seeds } from '../model/seeds.ts';
import { type DocumentReader, openDocumentReader } from '../read/apart/reader.ts';
import type { Store } from '../store/store.ts';
import type { JudgementLog } from '../verdict/log.ts';
import { folderOf } from './folder.ts';
import { forgetSettled } from './settled.ts';
import { type Words, wordsOf } from './words.ts';

/** What a command works with. Heavy parts are loaded when they are first asked for. */
export interface Context {
  readonly config: Config;
  readonly words: Words;
  readonly signal: AbortSignal;
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error. */
  readonly tell: (line: string) => void;
  readonly seeds: () => Promise<Seeds>;
  /** Reads documents within the limits of the settings. */
  readonly documents: DocumentReader;
  /** What documents said in earlier builds of this store. */
  readonly cache: (seeds: Seeds) => Promise<ExtractionCache>;
  /** The log of judgements that belongs to this store. */
  readonly judgements: () => Promise<JudgementLog>;
  /** What stands of it, read anew whenever asked; contradictions are told once, at first. */
  readonly standing: () => Promise<() => readonly Judgement[]>;
  /**
   * Judging in a graph that stays open; `session` is its session once `open` or a judgement has asked for it. With `apart`, articles
   * are read by another process, which begins to load when `open` is told that some will be.
   */
  readonly review: (
    store: Store,
    apart?: boolean,
  ) => Promise<{
    readonly review: Review;
    readonly session: () => Session | undefined;
    readonly open: (reads?: boolean) => Promise<Session>;
    readonly close: () => Promise<void>;
  }>;
  /** Opens the store, hands it on, and closes it whatever happens. */
  readonly withStore: <T>(use: (store: Store) => Promise<T>) => Promise<T>;
  /** Opens the store for as long as the command runs. */
  readonly openStore: () => Promise<Store>;
}

/** Exit codes: done; done, but something was set aside or the answer is no; nothing could be done. */
export type ExitCode = 0 | 1 | 2;

/** Where settings are looked for when YUANTU_CONFIG names no file. */
const CONFIG = '.yuantu/config.json';

export async function createContext(flags: Flags, signal: AbortSignal): Promise<Context> {
  const file = process.env.YUANTU_CONFIG || (existsSync(CONFIG) ? CONFIG : undefined);
  const fromFile = file === undefined ? {} : (await import('../config/file.ts')).readConfigFile(file);
  const config = resolveConfig(flags, process.env, fromFile);
  const openStore = async (): Promise<Store> => {
    const { connectShared } = await import('../store/shared/remote.ts');
    const shared = await connectShared(config.store);
    if (shared !== undefined) return shared;
    const { openStore: open } = await import('../store/index.ts');
    const { store, database, user, password } = config;
    const opened = await open(store, {
      user,
      ...(database === undefined ? {} : { database }),
      ...(password === undefined ? {} : { password }),
    });
    opened.watch(() => forgetSettled(config));
    return opened;
  };
  const seeds = async () => {
    const { loadLexicon, loadSeeds } = await import('../knowledge/seeds.ts');
    const known = loadSeeds();
    return config.lexicon === undefined ? known : { ...known, lexicon: loadLexicon(config.lexicon) };
  };
  const cache = async (known: Seeds) => {
    const [{ openExtractionCache }, { extractorVersion }] = await Promise.all([
      import('../extract/cache.ts'),
      import('../extract/version.ts'),
    ]);
    return openExtractionCache(join(folderOf(config), 'extractions'), extractorVersion(known));
  };
  const judgements = async () => {
    const { openJudgementLog } = await import('../verdict/log.ts');
    return openJudgementLog(config.judgements ?? join(folderOf(config), 'judgements.jsonl'));
  };
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const context: Context = {
    config,
    words: wordsOf(config.language),
    signal,
    print: (line) => print(`${line}\n`),
    tell,
    openStore,
    documents: openDocumentReader(config.read),
    seeds,
    cache,
    judgements,
    async standing() {
      const [log, { replay }, { tellContradictions }] = await Promise.all([
        judgements(),
        import('../verdict/replay.ts'),
        import('./judgement-lines.ts'),
      ]);
      tellContradictions(context, replay(log.read()).contradictions);
      return () => replay(log.read()).judgements;
    },
    async review(store, apart = false) {
      const [{ openReview }, { openShelvedSession }, { replay }] = await Promise.all([
        import('../collect/review.ts'),
        import('./shelved-session.ts'),
        import('../verdict/replay.ts'),
      ]);
      const log = await judgements();
      const judged = () => replay(log.read()).judgements;
      const shelved = openShelvedSession({ config, store, seeds, cache, judgements: judged, signal, apart });
      return { ...shelved, review: openReview(log, () => shelved.open()) };
    },
    async withStore(use) {
      const store = await openStore();
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
  };
  return context;
}
