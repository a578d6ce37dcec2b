import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, type Flags, resolveConfig } from '../config.ts';
import type { ExtractionCache } from '../extraction-cache.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Store } from '../store/store.ts';
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
  /** What documents said in earlier builds of this store. */
  readonly cache: (seeds: Seeds) => Promise<ExtractionCache>;
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
  const said = file === undefined ? {} : (await import('../config-file.ts')).readConfigFile(file);
  const config = resolveConfig(flags, process.env, said);
  const openStore = async (): Promise<Store> => {
    const { connectShared } = await import('./remote.ts');
    const shared = await connectShared(config.store);
    if (shared !== undefined) return shared;
    const { openStore: open } = await import('../store/index.ts');
    const { store, database, user, password } = config;
    return open(store, {
      user,
      ...(database === undefined ? {} : { database }),
      ...(password === undefined ? {} : { password }),
    });
  };
  return {
    config,
    words: wordsOf(config.language),
    signal,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    openStore,
    async seeds() {
      const { loadLexicon, loadSeeds } = await import('../seeds.ts');
      const seeds = loadSeeds();
      return config.lexicon === undefined ? seeds : { ...seeds, lexicon: loadLexicon(config.lexicon) };
    },
    async cache(seeds) {
      const [{ openExtractionCache }, { extractorVersion }] = await Promise.all([
        import('../extraction-cache.ts'),
        import('../extractor-version.ts'),
      ]);
      return openExtractionCache(join(folderOf(config), 'extractions'), extractorVersion(seeds));
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
}

/** Where what belongs to a store is kept: beside an embedded one, in `.yuantu` for a server's. */
export function folderOf({ store }: Config): string {
  return store.startsWith('grafeo:') ? dirname(store.slice('grafeo:'.length)) : '.yuantu';
}
