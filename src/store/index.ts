import { YuantuError } from '../model/errors.ts';
import { type WatchedStore, watchStore } from './watched.ts';

export type { Parameters, QueryOptions, QueryResult, QueryValue, Store } from './store.ts';
export type { WatchedStore } from './watched.ts';

/** `user`, `password` and `database` are for a server. `readOnly`: nothing is made, completed or written. */
export interface StoreSettings {
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly readOnly?: boolean;
}

const SCHEMES = ['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:'];

/**
 * Opens the store at `grafeo:PATH` (a file of this machine, made if absent) or at `neo4j://HOST:PORT` and its relatives.
 *
 * @throws {YuantuError} SETTING for any other address; what the stores say when they cannot be opened.
 */
export async function openStore(url: string, settings: StoreSettings = {}): Promise<WatchedStore> {
  const scheme = url.slice(0, url.indexOf(':') + 1);
  const path = url.slice(scheme.length);
  // Each engine is loaded when it is asked for: the driver of one only slows the start of the other.
  if (scheme === 'grafeo:' && path !== '')
    return watchStore((await import('./grafeo/index.ts')).GrafeoStore.open(path, settings));
  if (SCHEMES.includes(scheme))
    return watchStore(await (await import('./neo4j/index.ts')).Neo4jStore.open(url, settings));
  throw new YuantuError(
    'SETTING',
    `The store is ${JSON.stringify(url)}; expected grafeo:PATH or neo4j://HOST:PORT. Set --store or YUANTU_STORE.`,
  );
}
