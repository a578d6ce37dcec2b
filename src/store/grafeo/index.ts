import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
import { makeFolder } from '../../files/folder.ts';
import { YuantuError } from '../../model/errors.ts';
import { basesOf } from '../../model/schema.ts';
import type { Change, Snapshot } from '../../model/snapshot.ts';
import { type Batch, toBatches } from '../batch.ts';
import { refuseNul } from '../cypher-place.ts';
import { checkEnds } from '../missing.ts';
import { toNodes, toRelationships } from '../records.ts';
import { getStatement, listStatements } from '../statements.ts';
import type { Copyable, Parameters, QueryOptions, QueryResult, QueryValue, Store } from '../store.ts';
import { splitChains } from './dialect/chains.ts';
import { rewrite } from './dialect/rewrite.ts';
import { isCapacityError, isShow, readOnlyError, refuseFiles, refuseWrites, toGrafeoError } from './guard.ts';
import { type Hit, withSearches } from './search.ts';
import { fromGrafeo, idOfNode } from './value.ts';
import { within } from './within.ts';

// Past this much log, what it holds is moved into the main file.
const LOG_BYTES = 64_000_000;
const MOST_HITS = 10_000;
const TRIES = 3;
// So many are found one by one, from where they begin; more in one pass over all.
const MANY_DELETED = 1000;

type Runner = Pick<GrafeoDB, 'executeCypher'> | Pick<Transaction, 'executeCypher'>;
type Answer = Awaited<ReturnType<GrafeoDB['executeCypher']>>;

/**
 * The graph in one file of this machine, held by one process at a time.
 *
 * Writes go one after the other, each in one transaction: what a crash cuts off has never been. Reads run beside them and see
 * the graph as it was when they began.
 */
export class GrafeoStore implements Store, Copyable {
  readonly kind = 'grafeo';
  readonly place: string;
  private readonly db: GrafeoDB;
  /** Why nothing can be written; undefined where it can. */
  private readonly readOnly: YuantuError | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private written = 0;

  private constructor(path: string, db: GrafeoDB, readOnly?: YuantuError) {
    this.place = `grafeo:${path}`;
    this.db = db;
    this.readOnly = readOnly;
  }

  /**
   * Opens the file, or makes it with the folders above it. One that is there and cannot be written, on a read-only or a full
   * disk, is opened for reading, and says why when something is to be written.
   *
   * @throws {YuantuError} STORE_BUSY when another process holds it, STORE when it is no database, or absent with `readOnly`,
   * FILE when it cannot be made.
   */
  static open(path: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): GrafeoStore {
    const place = `grafeo:${path}`;
    const toRead = (why: YuantuError) =>
      new GrafeoStore(
        path,
        failing(place, () => grafeo.GrafeoDB.openReadOnly(path)),
        why,
      );
    if (readOnly) return toRead(new YuantuError('FORBIDDEN', `${place} is open for reading only.`));
    try {
      const db = failing(place, () => {
        makeFolder(dirname(path));
        return existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
      });
      db.setCheckpointTriggers({ walBytes: LOG_BYTES });
      return new GrafeoStore(path, db);
    } catch (error) {
      if (error instanceof YuantuError && error.code === 'FILE' && existsSync(path)) return toRead(error);
      throw error;
    }
  }

  async prepare(): Promise<void> {
    if (this.readOnly !== undefined) return;
    await this.inTurn(async () => {
      for (const name of [...listStatements('schema'), ...listStatements('schema/grafeo')])
        await this.db.executeCypher(getStatement(name));
      if (!(await this.hasNames()))
        await this.db.createTextIndex('Entity', 'name', { tokenizer: 'cjk_bigram' });
    });
  }

  async read(): Promise<Snapshot> {
    return this.guarded(async () => {
      const transaction = this.db.beginTransaction();
      try {
        const read = async (name: string) => this.rows(await transaction.executeCypher(getStatement(name)));
        return {
          nodes: toNodes(await read('read/nodes')),
          relationships: toRelationships(await read('read/relationships')),
        };
      } finally {
        transaction.rollback();
      }
    });
  }

  async listMistyped(): Promise<string[]> {
    return this.guarded(async () => {
      const nodes = await this.db.executeCypher(getStatement('check/grafeo/mistyped-nodes'));
      const relationships = await this.db.executeCypher(getStatement('check/grafeo/mistyped-relationships'));
      return [...nodes.rows(), ...relationships.rows()].map(([id]) => String(id)).sort();
    });
  }

  async apply(change: Change): Promise<void> {
    const isMany = change.deleteRelationships.length > MANY_DELETED;
    if (Object.values(change).every((records) => records.length === 0)) return;
    const toDelete = (type: string) =>
      isMany
        ? 'write/grafeo/delete-relationships'
        : `write/grafeo/delete-from-${basesOf(type)[0].toLowerCase()}`;
    await this.inTurn(async () => {
      await checkEnds(change, (statement, ids) => this.found(statement, ids));
      const transaction = this.db.beginTransaction();
      try {
        for (const batch of toBatches(change, toDelete)) await write(transaction, batch);
        transaction.commit();
      } catch (error) {
        rollBack(transaction);
        throw error;
      }
    });
  }

  async query(
    statement: string,
    parameters: Parameters = {},
    { write: mayWrite = false, limit, timeout, signal }: QueryOptions = {},
  ): Promise<QueryResult> {
    const work = this.guarded(async () => {
      refuseNul(statement);
      refuseFiles(statement);
      const words = rewrite(statement, parameters);
      const asked = await withSearches(words, parameters, (text) => this.search(text));
      const own = asked.statement === statement;
      if (mayWrite && (await this.writes(asked.statement, asked.parameters)))
        return this.inTurn(() => this.db.executeCypher(asked.statement, asked.parameters), own);
      return this.guarded(() => this.readOnlyAnswer(asked.statement, asked.parameters, own), own);
    });
    return this.toResult(await within(work, timeout, signal), limit);
  }

  get version(): number {
    return this.written;
  }

  async copyTo(path: string): Promise<void> {
    await this.writing;
    failing(path, () => this.db.save(path));
  }

  async close(): Promise<void> {
    await this.writing;
    try {
      failing(this.place, () => this.db.close());
    } catch (error) {
      // The log holds every change, and moves into the file when that is next opened with room.
      if (!(error instanceof YuantuError && error.code === 'FILE')) throw error;
    }
  }

  /** Whatever the plan did not tell: nothing that runs here is ever committed. */
  private async readOnlyAnswer(statement: string, parameters: Parameters, own: boolean): Promise<Answer> {
    if (isShow(statement)) return this.db.executeCypher(statement);
    refuseWrites(await this.plan(statement, parameters, own));
    const answer = await this.inRolledBack(statement, parameters).catch((error: unknown) => {
      const split = splitChains(statement);
      if (!isCapacityError(error) || split === statement) throw error;
      return this.inRolledBack(split, parameters);
    });
    if (Object.values(answer.counters).some((count) => count > 0)) throw readOnlyError('its counters say so');
    return answer;
  }

  /** Only what writes has to wait for other writes. What cannot be planned is left for the engine to say. */
  private async writes(statement: string, parameters: Parameters): Promise<boolean> {
    if (isShow(statement)) return false;
    try {
      refuseWrites(await this.plan(statement, parameters, false));
      return false;
    } catch {
      return true;
    }
  }

  /** `own`: whether the statement is as it was given, so that places in it mean something to who gave it. */
  private async plan(statement: string, parameters: Parameters, own: boolean): Promise<string> {
    const prefix = 'EXPLAIN ';
    try {
      return String((await this.db.executeCypher(prefix + statement, parameters)).scalar());
    } catch (error) {
      if (error instanceof Error && error.message.includes('Schema commands'))
        throw readOnlyError('it changes the schema');
      throw toGrafeoError(error, this.place, own ? prefix.length : undefined);
    }
  }

  private async inRolledBack(statement: string, parameters: Parameters): Promise<Answer> {
    const transaction = this.db.beginTransaction();
    try {
      return await transaction.executeCypher(statement, parameters);
    } finally {
      transaction.rollback();
    }
  }

  /** By the text index over names, and by what aliases contain: Grafeo has no text index over lists. */
  private async search(text: string): Promise<Hit[]> {
    const scores = new Map<string, number>();
    const byName = (await this.hasNames()) ? await this.db.textSearch('Entity', 'name', text, MOST_HITS) : [];
    for (const [node = 0, score = 0] of byName) scores.set(this.idOf(node), score);
    const byAlias = await this.db.executeCypher(getStatement('read/grafeo/by-alias'), {
      text: text.toLowerCase(),
    });
    for (const [id] of byAlias.rows()) scores.set(String(id), Math.max(scores.get(String(id)) ?? 0, 1));
    return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
  }

  private async hasNames(): Promise<boolean> {
    try {
      await this.db.textSearch('Entity', 'name', '开发', 1);
      return true;
    } catch {
      return false;
    }
  }

  private async found(statement: string, ids: readonly string[]): Promise<string[]> {
    const answer = await this.db.executeCypher(getStatement(statement), { ids });
    return answer.rows().map(([id]) => String(id));
  }

  /** One row after the other: all in the form that the engine gives weigh as much again as in ours. */
  private *rows(answer: Answer): Generator<QueryValue[]> {
    const { columns, length } = answer;
    for (let i = 0; i < length; i++) {
      const row = answer.get(i);
      yield columns.map((column) => fromGrafeo(row[column], (node) => this.idOf(node)));
    }
  }

  private toResult(answer: Answer, limit = Number.POSITIVE_INFINITY): QueryResult {
    const ids = new Map<number, string>();
    const idOf = (node: number): string => {
      const known = ids.get(node) ?? this.idOf(node);
      ids.set(node, known);
      return known;
    };
    const { columns, length } = answer;
    const truncated = length > limit;
    const raw = truncated
      ? Array.from({ length: limit }, (_, i) => {
          const row = answer.get(i);
          return columns.map((column) => row[column]);
        })
      : answer.rows();
    const rows = raw.map((row) => row.map((value) => fromGrafeo(value, idOf)));
    return { columns, rows, truncated, ...(truncated ? { total: length } : {}) };
  }

  private idOf(node: number): string {
    return idOfNode(this.db.getNode(node)?.get('id'), node);
  }

  /** After the writes that came before, whether those went well or not; a write that met another is tried again. */
  private inTurn<T>(work: () => Promise<T>, own = true): Promise<T> {
    if (this.readOnly !== undefined) return Promise.reject(this.readOnly);
    const turn = this.writing.then(() => this.guarded(() => again(work), own));
    this.writing = turn.catch(() => undefined).then(() => this.written++);
    return turn;
  }

  private async guarded<T>(work: () => Promise<T>, own = true): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toGrafeoError(error, this.place, own ? 0 : undefined);
    }
  }
}

/** What fails in the engine at `place`, as our errors. */
function failing<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toGrafeoError(error, place, 0);
  }
}

/** Whatever is left of it: a commit that failed has ended a transaction that still says it is active. */
function rollBack(transaction: Transaction): void {
  try {
    transaction.rollback();
  } catch {
    // It is over; what went wrong before says more.
  }
}

async function write(runner: Runner, { statement, parameters, written }: Batch): Promise<void> {
  const { ids } = parameters;
  const given =
    statement.startsWith('write/grafeo/') && Array.isArray(ids)
      ? { ids: Object.fromEntries(ids.map((id) => [id, true])) }
      : parameters;
  const answer = await runner.executeCypher(getStatement(statement), given);
  if (written !== undefined && answer.scalar() !== written)
    throw new YuantuError(
      'STORE',
      `cypher/${statement}.cypher wrote ${answer.scalar()} of ${written} rows; nothing was kept.`,
    );
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      const conflict = error instanceof Error && error.message.includes('GRAFEO-T001');
      if (!conflict || tries === TRIES) throw error;
    }
}
