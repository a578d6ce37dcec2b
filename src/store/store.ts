import type { Parameters, QueryResult, QueryValue } from '../model/query.ts';
import type { Change, Snapshot } from '../model/snapshot.ts';

export type { Parameters, QueryResult, QueryValue } from '../model/query.ts';

export interface QueryOptions {
  /** Allow writes. Default: a statement that would write is refused with FORBIDDEN. */
  readonly write?: boolean;
  /** At most so many rows; default no limit. */
  readonly limit?: number;
  /** Milliseconds; default the store's own. */
  readonly timeout?: number;
  /** Gives the question up. */
  readonly signal?: AbortSignal;
}

/** A store that other processes may read from a copy. */
export interface Copyable {
  /** Grows with every write. */
  readonly version: number;
  /** Writes the graph as it is now to a new file that the same engine opens. */
  copyTo(path: string): Promise<void>;
}

/** One of our own statements, by its name under `cypher/`. */
export interface Question {
  readonly statement: string;
  readonly parameters?: Parameters;
}

/** A database to which others write too, and which is asked rather than read. */
export interface Askable {
  /** A mark of the last write, by whomever: every write gives another. Fails within three seconds where nobody answers. */
  generation(): Promise<string>;
  /** The rows of each statement, all in one transaction. */
  ask(questions: readonly Question[]): Promise<(readonly (readonly QueryValue[])[])[]>;
  /** The same where there are more rows than memory is to hold: they come one after the other, the statements in their order. */
  scan(questions: readonly Question[], taking: Taking): Promise<void>;
}

/** What takes rows. */
export interface Taking {
  /** Comes before the first row; and before the first again where all has to be begun anew. */
  begin(): void;
  /** `question`: which of them it answers, from 0. */
  take(row: readonly QueryValue[], question: number): void;
}

/**
 * A database that holds the graph. Both implementations promise the same, and one contract suite holds them to it.
 *
 * Every method rejects with a YuantuError: STORE when the database refuses or is gone, STORE_BUSY when another process holds
 * it, QUERY for a statement that it does not accept, FORBIDDEN for a write without `write`.
 */
export interface Store {
  readonly kind: 'grafeo' | 'neo4j';
  /** Where it is, without secrets: for messages. */
  readonly place: string;
  /** Makes constraints and indexes, and waits until they serve. May be run again. */
  prepare(): Promise<void>;
  /** The whole graph, sorted by id. An empty store gives an empty snapshot. */
  read(): Promise<Snapshot>;
  /** The ids, sorted, of records that hold a number of another kind than the schema says, an integer for a float or a float for an integer: `read` gives both alike. */
  listMistyped(): Promise<string[]>;
  /** Writes a change as a whole: after a crash in the middle, the next `apply` or `read` finds the old graph or completes the new one. A missing endpoint is an error. May be run again. */
  apply(change: Change): Promise<void>;
  query(statement: string, parameters?: Parameters, options?: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}

/** Whether a store can be asked by our own statements. */
export function isAskable(store: Store): store is Store & Askable {
  return 'ask' in store;
}

/** Whether other processes may read a store from a copy. */
export function isCopyable(store: Store): store is Store & Copyable {
  return 'copyTo' in store;
}
