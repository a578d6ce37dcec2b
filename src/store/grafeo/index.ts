import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
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
  private readonly readOnly: boolean;
  private writing: Promise<unknown> = Promise.resolve();
  private written = 0;

  private constructor(path: string, db: GrafeoDB, readOnly: boolean) {
    this.place = `grafeo:${path}`;
    this.db = db;
    this.readOnly = readOnly;
  }

  /**
   * Opens the file, or makes it with the folders above it.
   *
   * @throws {YuantuError} STORE_BUSY when another process holds it, STORE when it is no database, or absent with `readOnly`.
   */
  static open(path: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): GrafeoStore {
    try {
      if (readOnly) return new GrafeoStore(path, grafeo.GrafeoDB.openReadOnly(path), true);
      mkdirSync(dirname(path), { recursive: true });
      const db = existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
      db.setCheckpointTriggers({ walBytes: LOG_BYTES });
      return new GrafeoStore(path, db, false);
    } catch (error) {
      throw toGrafeoError(error, `grafeo:${path}`, 0);
    }
  }

  async prepare(): Promise<void> {
    if (this.readOnly) return;
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
        const nodes = await transaction.executeCypher(getStatement('read/nodes'));
        const relationships = await transaction.executeCypher(getStatement('read/relationships'));
        return {
          nodes: toNodes(this.rows(nodes)),
          relationships: toRelationships(this.rows(relationships)),
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
    const batches = toBatches(change, (type) =>
      isMany
        ? 'write/grafeo/delete-relationships'
        : `write/grafeo/delete-from-${basesOf(type)[0].toLowerCase()}`,
    );
    if (batches.length === 0) return;
    await this.inTurn(async () => {
      await checkEnds(change, (statement, ids) => this.found(statement, ids));
      const transaction = this.db.beginTransaction();
      try {
        for (const batch of batches) await write(transaction, batch);
        transaction.commit();
      } catch (error) {
        if (transaction.isActive) transaction.rollback();
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
    await this.guarded(async () => this.db.save(path));
  }

  async close(): Promise<void> {
    await this.writing;
    this.db.close();
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

  private rows(answer: Answer): QueryValue[][] {
    return answer.rows().map((row) => row.map((value) => fromGrafeo(value, (node) => this.idOf(node))));
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
    if (this.readOnly)
      return Promise.reject(new YuantuError('FORBIDDEN', `${this.place} is open for reading only.`));
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

/** Waits at most so long. Grafeo cannot be told to stop: what was left goes on in its thread until it ends or 30 s are over. */
async function within<T>(
  work: Promise<T>,
  milliseconds: number | undefined,
  signal: AbortSignal | undefined,
): Promise<T> {
  const ends: Promise<never>[] = [];
  const waiting = new AbortController();
  const once = { once: true, signal: waiting.signal };
  if (milliseconds !== undefined) ends.push(rejectAfter(milliseconds, waiting.signal));
  if (signal !== undefined)
    ends.push(
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), once)),
    );
  try {
    signal?.throwIfAborted();
    return await Promise.race([work, ...ends]);
  } finally {
    waiting.abort();
  }
}

function rejectAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const late = () => reject(new YuantuError('LIMIT', `The query took longer than ${milliseconds} ms.`));
    const timer = setTimeout(late, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
