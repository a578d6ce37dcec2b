import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';
import type { ConfigFile } from './file.ts';

export const LANGUAGES = ['en', 'zh'] as const;

/** The languages that the command speaks. */
export type Language = (typeof LANGUAGES)[number];

/** How the server listens and to whom; absent where not said. */
export interface ServerConfig {
  /** Flag --host, variable YUANTU_HOST. */
  readonly host?: string;
  /** Flag --port, variable YUANTU_PORT. */
  readonly port?: number;
  /** Names beside localhost that it answers to. Variable YUANTU_HOSTS, with commas. */
  readonly hosts: readonly string[];
  /** Secrets by role. Variables YUANTU_TOKEN_READER, _REVIEWER, _EDITOR; never flags. */
  readonly tokens: Readonly<Partial<Record<'reader' | 'reviewer' | 'editor', string>>>;
  /** From which level on requests are logged. Variable YUANTU_LOG: error (default), warn or info. */
  readonly log: 'error' | 'warn' | 'info';
  /** Requests a minute of one address, and at a time of all. Variables YUANTU_RATE, YUANTU_CONCURRENCY. */
  readonly rate?: number;
  readonly concurrency?: number;
}

/** Where the graph is and how the program behaves; defaults < file of settings < environment < flags. */
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
  /** The file of judgements. Flag --judgements, variable YUANTU_JUDGEMENTS; default beside the store. */
  readonly judgements?: string;
  /** Who judges. Variable YUANTU_JUDGE; default the user of this machine. */
  readonly judge?: string;
  /** Flag --lang; default by LC_ALL, LC_MESSAGES, LANG: Chinese where it starts with zh, else English. */
  readonly language: Language;
  /** Print the stack of an error. Variable YUANTU_DEBUG. */
  readonly debug: boolean;
  readonly server: ServerConfig;
  /** What a document may cost. Variables YUANTU_READ_SECONDS, _MEMORY, _UNPACKED, _PAGES, _DEPTH. */
  readonly read: ReadLimits;
}

export const DEFAULT_STORE = 'grafeo:.yuantu/graph.grafeo';

/** What the flags of the command line say; absent where not given. */
export interface Flags {
  readonly store?: string;
  readonly database?: string;
  readonly lexicon?: string;
  readonly lang?: string;
  readonly judgements?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves the settings, once, at the start. `file` is what a file of settings says.
 *
 * @throws {YuantuError} SETTING for a value that a setting cannot have.
 */
export function resolveConfig(flags: Flags, environment: Environment, file: ConfigFile = {}): Config {
  const store = flags.store ?? (environment.YUANTU_STORE || file.store || DEFAULT_STORE);
  if (!/^(?:grafeo:.|(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/.)/u.test(store))
    throw new YuantuError('SETTING', `store "${store}" is none; write grafeo:PATH or neo4j://HOST:PORT`);
  const lang = flags.lang ?? file.lang;
  if (lang !== undefined && !(LANGUAGES as readonly string[]).includes(lang))
    throw new YuantuError('SETTING', `language "${lang}" is none; write ${LANGUAGES.join(' or ')}`);
  const optional = {
    database: flags.database ?? file.database,
    password: environment.NEO4J_PASSWORD || file.password,
    lexicon: flags.lexicon ?? (environment.YUANTU_LEXICON || file.lexicon),
    judgements: flags.judgements ?? (environment.YUANTU_JUDGEMENTS || undefined),
    judge: environment.YUANTU_JUDGE || undefined,
  };
  return Object.freeze({
    store,
    user: environment.NEO4J_USER || file.user || 'neo4j',
    language: (lang as Language | undefined) ?? languageOf(environment),
    debug: Boolean(environment.YUANTU_DEBUG),
    server: resolveServer(environment, file),
    read: resolveLimits(environment, file),
    ...known(optional),
  });
}

function resolveServer(environment: Environment, file: ConfigFile): ServerConfig {
  const log = environment.YUANTU_LOG || file.log || 'error';
  if (log !== 'error' && log !== 'warn' && log !== 'info')
    throw new YuantuError('SETTING', `YUANTU_LOG "${log}" is none; write error, warn or info`);
  return {
    hosts: environment.YUANTU_HOSTS?.split(',').map((name) => name.trim()) ?? file.hosts ?? [],
    log,
    tokens: known({
      reader: environment.YUANTU_TOKEN_READER || file.tokens?.reader,
      reviewer: environment.YUANTU_TOKEN_REVIEWER || file.tokens?.reviewer,
      editor: environment.YUANTU_TOKEN_EDITOR || file.tokens?.editor,
    }),
    ...known({
      host: environment.YUANTU_HOST || file.host,
      port: wholeOf(environment, 'YUANTU_PORT', 0, 65_535, file.port),
      rate: wholeOf(environment, 'YUANTU_RATE', 1, 1e9, file.rate),
      concurrency: wholeOf(environment, 'YUANTU_CONCURRENCY', 1, 1e6, file.concurrency),
    }),
  };
}

function resolveLimits(environment: Environment, { read = {} }: ConfigFile): ReadLimits {
  const limit = (name: keyof ReadLimits, least: number, most: number): number =>
    wholeOf(environment, `YUANTU_READ_${name.toUpperCase()}`, least, most, read[name]) ?? READ_LIMITS[name];
  return {
    seconds: limit('seconds', 1, 86_400),
    // Less than that and not even an honest page is read.
    memory: limit('memory', 256, 65_536),
    unpacked: limit('unpacked', 1, 65_536),
    pages: limit('pages', 1, 1e6),
    depth: limit('depth', 1, 10_000),
  };
}

/** A variable's whole number, or the given one. @throws {YuantuError} SETTING when it is none from `least` to `most`. */
function wholeOf(
  environment: Environment,
  name: string,
  least: number,
  most: number,
  given: number | undefined,
): number | undefined {
  const written = environment[name] || undefined;
  const value = written === undefined ? given : Number(written);
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new YuantuError(
    'SETTING',
    `${name} "${written ?? value}" is none; write a whole number from ${least} to ${most}`,
  );
}

/** The object without the keys whose value is unknown. */
function known<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

/** The locale's language, as POSIX orders its variables. */
export function languageOf(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/iu.test(locale) ? 'zh' : 'en';
}
