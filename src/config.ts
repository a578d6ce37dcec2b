import { YuantuError } from './model/errors.ts';

export const LANGUAGES = ['en', 'zh'] as const;

/** The languages that the command speaks. */
export type Language = (typeof LANGUAGES)[number];

/** Where the graph is and how the program behaves; defaults < environment < flags. */
export interface Config {
  /** `grafeo:PATH` or `neo4j://HOST:PORT` and its kin. Flag --store, variable YUANTU_STORE. */
  readonly store: string;
  /** Of Neo4j; default the server's own. Flag --database. */
  readonly database?: string;
  /** Of Neo4j. Variables NEO4J_USER (default neo4j) and NEO4J_PASSWORD: secrets never stand in a command line. */
  readonly user: string;
  readonly password?: string;
  /** A CSV file of names to watch: `name,type,aliases`. Flag --lexicon, variable YUANTU_LEXICON. */
  readonly lexicon?: string;
  /** Flag --lang; default by LC_ALL, LC_MESSAGES, LANG: Chinese where it starts with zh, else English. */
  readonly language: Language;
  /** Print the stack of an error. Variable YUANTU_DEBUG. */
  readonly debug: boolean;
}

export const DEFAULT_STORE = 'grafeo:.yuantu/graph.grafeo';

/** What the flags of the command line say; absent where not given. */
export interface Flags {
  readonly store?: string;
  readonly database?: string;
  readonly lexicon?: string;
  readonly lang?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves the settings, once, at the start.
 *
 * @throws {YuantuError} SETTING for a store or language that there is none of.
 */
export function resolveConfig(flags: Flags, environment: Environment): Config {
  const store = flags.store ?? (environment.YUANTU_STORE || DEFAULT_STORE);
  if (!/^(?:grafeo:.|(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/.)/u.test(store))
    throw new YuantuError('SETTING', `store "${store}" is none; write grafeo:PATH or neo4j://HOST:PORT`);
  const { lang } = flags;
  if (lang !== undefined && !(LANGUAGES as readonly string[]).includes(lang))
    throw new YuantuError('SETTING', `language "${lang}" is none; write ${LANGUAGES.join(' or ')}`);
  const lexicon = flags.lexicon ?? (environment.YUANTU_LEXICON || undefined);
  const password = environment.NEO4J_PASSWORD || undefined;
  return Object.freeze({
    store,
    user: environment.NEO4J_USER || 'neo4j',
    language: (lang as Language | undefined) ?? languageOf(environment),
    debug: Boolean(environment.YUANTU_DEBUG),
    ...(flags.database === undefined ? {} : { database: flags.database }),
    ...(password === undefined ? {} : { password }),
    ...(lexicon === undefined ? {} : { lexicon }),
  });
}

/** The locale's language, as POSIX orders its variables. */
export function languageOf(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/iu.test(locale) ? 'zh' : 'en';
}
