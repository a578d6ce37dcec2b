import { createHash } from 'node:crypto';
import neo4j, { type Driver, type Session, type Transaction } from 'neo4j-driver';
import { YuantuError } from '../../model/errors.ts';
import type { Change, Snapshot } from '../../model/snapshot.ts';
import { toBatches, toFileName } from '../batch.ts';
import { refuseNul } from '../cypher-place.ts';
import { checkEnds } from '../missing.ts';
import { toNodes, toRelationships } from '../records.ts';
import { getStatement } from '../statements.ts';
import type { Askable, Parameters, QueryOptions, QueryResult, Question, Store, Taking } from '../store.ts';
import { toNeo4jError } from './error.ts';
import { type Explained, explained, planOf } from './explain.ts';
import {
  busyError,
  changedError,
  LOAD_LIMITS,
  type LoadLimits,
  Loads,
  loadStatements,
  type Run,
} from './load.ts';
import { prepare } from './prepare.ts';
import { refuseWideRanges } from './ranges.ts';
import { type Plan, refuseByPlan, refuseByWords } from './reads.ts';
import { askAll, scanAll } from './rows.ts';
import { completeSearch, toSearch } from './search.ts';
import { inTime, within } from './time.ts';
import { inTransaction } from './transact.ts';
import { findEnds, fromNeo4j, toNeo4j } from './value.ts';

const OLDEST = [5, 26] as const;
const TRIES = 5;
const CONNECT_TIMEOUT = 2_500;
/** Milliseconds within which a server says that it is there. */
const SIGN_OF_LIFE = 2_500;
/** Rows past the limit that are still counted. */
const MOST_COUNTED = 100_000;

/** How to reach a server. `user` empty or absent: no log-in. */
export interface Neo4jSettings {
  readonly user?: string;
  readonly password?: string;
  /** Default `neo4j`. */
  readonly database?: string;
  readonly readOnly?: boolean;
  readonly limits?: Partial<LoadLimits>;
}

/** The graph as this process knows it: what was the last transaction before it was read or written, and a hash where it was read. */
interface Known {
  readonly last: string;
  readonly hash?: string;
}

/** The graph on a Neo4j server, 5.26 or newer, Community or Enterprise. One driver a store; every session names the database. */
export class Neo4jStore implements Store, Askable {
  readonly kind = 'neo4j';
  readonly place: string;
  private readonly driver: Driver;
  private readonly database: string;
  private readonly readOnly: boolean;
  private readonly loads: Loads;
  private readonly bookmarkManager = neo4j.bookmarkManager();
  private known: Known | undefined;
  private lastWrite = '';

  private constructor(driver: Driver, url: string, database: string, readOnly: boolean, limits: LoadLimits) {
    this.driver = driver;
    this.database = database;
    this.place = `${url}/${database}`;
    this.readOnly = readOnly;
    this.loads = new Loads(
      (work) => this.write((run) => work(run)),
      (cypher, parameters) => this.remove(cypher, parameters),
      this.place,
      limits,
    );
  }

  /**
   * Connects, logs in and asks the server's version.
   *
   * @throws {YuantuError} STORE when there is no server, user, password or database like that, or the server is too old.
   */
  static async open(url: string, settings: Neo4jSettings = {}): Promise<Neo4jStore> {
    const { user = '', password = '', database = 'neo4j', readOnly = false, limits } = settings;
    const place = url.replace(/\/\/[^/@]*@/, '//').replace(/\/+$/, '');
    try {
      const driver = neo4j.driver(url, user === '' ? undefined : neo4j.auth.basic(user, password), {
        useBigInt: true,
        connectionTimeout: CONNECT_TIMEOUT,
        notificationFilter: { minimumSeverityLevel: 'OFF' },
      });
      const store = new Neo4jStore(driver, place, database, readOnly, { ...LOAD_LIMITS, ...limits });
      await store.greet().catch(async (error: unknown) => {
        await driver.close();
        throw error;
      });
      return store;
    } catch (error) {
      throw toNeo4jError(error, `${place}/${database}`);
    }
  }

  async prepare(): Promise<void> {
    if (this.readOnly) return;
    await this.inSession('WRITE', (session) => prepare(session, this.place));
    await completeSearch((work) => this.write(work));
  }

  async read(): Promise<Snapshot> {
    await this.settle();
    const last = await this.lastTransaction();
    const snapshot = await this.readWhole();
    if (!this.readOnly) this.known = { last, hash: hashOf(snapshot) };
    return snapshot;
  }

  private async readWhole(): Promise<Snapshot> {
    const questions = [{ statement: 'read/neo4j/nodes' }, { statement: 'read/relationships' }];
    const [nodes = [], relationships = []] = await this.ask(questions);
    return { nodes: toNodes(nodes), relationships: toRelationships(relationships) };
  }

  async listMistyped(): Promise<string[]> {
    return this.reading(async (transaction) => {
      const nodes = await transaction.run(getStatement('check/neo4j/mistyped-nodes'));
      const relationships = await transaction.run(getStatement('check/neo4j/mistyped-relationships'));
      return [...nodes.records, ...relationships.records].map((record) => String(record.get('id'))).sort();
    });
  }

  async apply(change: Change): Promise<void> {
    const batches = [...toBatches(change, (type) => `write/neo4j/delete-${toFileName(type)}`, toSearch)];
    if (batches.length === 0) return;
    loadStatements(batches);
    if (this.readOnly) throw new YuantuError('FORBIDDEN', `${this.place} is open for reading only.`);
    await this.settle();
    await checkEnds(change, (statement, ids) =>
      this.reading(async (transaction) => {
        const { records } = await transaction.run(getStatement(statement), { ids });
        return records.map((record) => String(record.get('id')));
      }),
    );
    while (!(await this.loads.do(batches, () => this.checkUnchanged()))) await this.settle();
    if (this.known !== undefined) this.known = { last: this.lastWrite };
  }

  /** A change is reckoned from a graph: if the store holds another by now, writing it would undo what someone else wrote. */
  private async checkUnchanged(): Promise<void> {
    if (this.known === undefined) return;
    const { last, hash } = this.known;
    if (last === (await this.lastTransaction())) return;
    if (hash === undefined || hash !== hashOf(await this.readWhole())) throw changedError(this.place);
  }

  generation(): Promise<string> {
    const silent = new YuantuError(
      'STORE',
      `Neo4j at ${this.place} does not answer; is it busy, or stopped?`,
    );
    return within(SIGN_OF_LIFE, this.lastTransaction(), silent);
  }

  ask(questions: readonly Question[]) {
    return this.reading((transaction) => askAll(transaction, questions));
  }

  scan(questions: readonly Question[], taking: Taking): Promise<void> {
    return this.reading((transaction) => scanAll(transaction, questions, taking));
  }

  /** A mark of the last transaction, of the server that writes: each gives another. */
  private async lastTransaction(): Promise<string> {
    const session = this.driver.session({ database: this.database });
    try {
      await session.run(getStatement('load/mark'));
      return session.lastBookmarks().join();
    } catch (error) {
      throw toNeo4jError(error, this.place);
    } finally {
      await session.close();
    }
  }

  async query(
    statement: string,
    parameters: Parameters = {},
    { write = false, limit = Number.POSITIVE_INFINITY, timeout, signal }: QueryOptions = {},
  ): Promise<QueryResult> {
    refuseNul(statement);
    const given = toNeo4j(parameters) as object;
    const config = timeout === undefined ? {} : { timeout };
    const asked = explained(statement);
    if (write && !this.readOnly)
      return this.inSession(
        'WRITE',
        (session) => this.answer(session, session.run(statement, given, config), limit, asked),
        signal,
      );
    refuseByWords(statement);
    refuseWideRanges(statement, parameters);
    const read = async (transaction: Transaction): Promise<QueryResult> => {
      const { summary } = await transaction.run(asked.text, given).catch((error: unknown) => {
        throw neo4j.isRetryableError(error) ? error : toNeo4jError(error, this.place, asked.shift);
      });
      refuseByPlan(summary.queryType, summary.plan as Plan | false);
      return this.answer(transaction, transaction.run(statement, given), limit, asked);
    };
    return inTime(timeout, signal, (ended) => this.reading(read, config, ended));
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async greet(): Promise<void> {
    const { agent = '' } = await this.driver.getServerInfo({ database: this.database });
    const [, major, minor] = /\/(\d+)\.(\d+)/.exec(agent) ?? [];
    if (Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]))
      throw new YuantuError(
        'STORE',
        `${this.place} is ${agent}; Yuantu needs Neo4j ${OLDEST.join('.')} or newer.`,
      );
  }

  /** Before reading the whole or writing: no load may be half done. Who may not write does not complete one either. */
  private async settle(): Promise<void> {
    if (!this.readOnly) await this.loads.settle((work) => this.write(work));
  }

  /** The rows up to the limit, with our ids for the ends of relationships. */
  private async answer(
    runner: Pick<Session, 'run'> | Pick<Transaction, 'run'>,
    result: ReturnType<Session['run']>,
    limit: number,
    { plan }: Explained,
  ): Promise<QueryResult> {
    if (plan !== undefined) return planOf(plan, (await result).summary);
    const columns = await result.keys();
    const raw: unknown[][] = [];
    let total = 0;
    for await (const record of result) {
      if (++total <= limit) raw.push([...record.values()]);
      if (total > limit + MOST_COUNTED) break;
    }
    const truncated = total > limit;
    const counted = truncated && total <= limit + MOST_COUNTED ? { total } : {};
    const known = new Map<string, string>();
    const ends = new Set<string>();
    findEnds(raw, ends, known);
    const ids = [...ends].filter((id) => !known.has(id));
    if (ids.length > 0) {
      const { records } = await runner.run(getStatement('read/neo4j/ids'), { ids });
      for (const record of records) known.set(String(record.get('element')), String(record.get('id')));
    }
    const rows = raw.map((row) => row.map((value) => fromNeo4j(value, (id) => known.get(id) ?? id)));
    return { columns: columns.map(String), rows, truncated, ...counted };
  }

  /** Reads between two looks at the ledger: what a load might have been writing meanwhile is not answered. */
  private async reading<T>(
    work: (transaction: Transaction) => Promise<T>,
    config = {},
    signal?: AbortSignal,
  ): Promise<T> {
    const read = (session: Session) =>
      inTransaction(session, config, async (transaction) => {
        const look = async () => {
          const { records } = await transaction.run(getStatement('load/look'));
          if (records[0]?.get('status') === 'writing') throw busyError(this.place, records[0].toObject());
        };
        await look();
        const result = await work(transaction);
        await look();
        return result;
      });
    return this.inSession('READ', read, signal);
  }

  private async write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.inSession('WRITE', async (session) => {
      const result = await inTransaction(session, {}, (transaction) =>
        work(async (name, parameters = {}) => {
          const { records } = await transaction.run(getStatement(name), toNeo4j(parameters) as object);
          return records.map((record) =>
            Object.fromEntries(record.keys.map((key) => [String(key), fromNeo4j(record.get(key), String)])),
          );
        }),
      );
      this.lastWrite = session.lastBookmarks().join();
      return result;
    });
  }

  /** The driver tries only its own transactions again. */
  private async remove(cypher: string, parameters: object): Promise<void> {
    for (let tries = 1; ; tries++)
      try {
        return await this.inSession('WRITE', async (session) => {
          await session.run(cypher, parameters);
          this.lastWrite = session.lastBookmarks().join();
        });
      } catch (error) {
        if (tries === TRIES || !neo4j.isRetryableError((error as YuantuError).cause)) throw error;
      }
  }

  /** A session that is given up makes the server stop what it does in it. */
  private async inSession<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const { database, bookmarkManager } = this;
    const session = this.driver.session({
      database,
      bookmarkManager,
      defaultAccessMode: neo4j.session[mode],
    });
    const giveUp = () => void session.close();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await work(session);
    } catch (error) {
      signal?.throwIfAborted();
      throw toNeo4jError(error, this.place);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      await session.close();
    }
  }
}

function hashOf({ nodes, relationships }: Snapshot): string {
  const hash = createHash('sha256');
  for (const record of nodes) hash.update(JSON.stringify(record));
  for (const record of relationships) hash.update(JSON.stringify(record));
  return hash.digest('base64');
}
