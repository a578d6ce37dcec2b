import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { YuantuError } from '../../model/errors.ts';
import type { Batch } from '../batch.ts';
import { getStatement } from '../statements.ts';
import { isGone, nameProcess, showProcess } from './process.ts';

/** Runs a statement under `cypher/` in a transaction and gives its rows. */
export type Run = (statement: string, parameters?: object) => Promise<readonly Row[]>;

type Row = Readonly<Record<string, unknown>>;

/** Takes the ledger; false when another has it. */
type Begin = (run: Run) => Promise<boolean>;

/** Does work in one transaction that is tried again when it met another: the work must bear that. */
export type Transact = <T>(work: (run: Run) => Promise<T>) => Promise<T>;

/** Runs Cypher that has transactions of its own; tried again when it met another: it must bear that. */
export type Remove = (cypher: string, parameters: object) => Promise<void>;

/** What is small enough for one transaction; and how long a process may be silent before it counts as gone. */
export interface LoadLimits {
  readonly rows: number;
  readonly weight: number;
  readonly lease: number;
}

export const LOAD_LIMITS: LoadLimits = { rows: 20_000, weight: 16_000_000, lease: 30_000 };

const PARTS_AT_ONCE = 100;
const WAIT = 120_000;
const PAUSE = 250;
const STAGED_AT_ONCE = 8_000_000;
const LEFT = 'the rest was written; build again';

/** Loads that this process is working at now. */
const active = new Set<string>();

/**
 * Writes changes to Neo4j as a whole.
 *
 * A small change is one transaction. A large one is first written down in parts (`staging`: the graph is the old one, and a
 * crash means that nothing happened), then done part by part (`writing`: whoever comes next completes it). The ledger is one
 * node, `YuantuLoad`, there only while a load is; each step holds it, so that two processes never write at once.
 */
export class Loads {
  private readonly write: Transact;
  private readonly remove: Remove;
  private readonly place: string;
  private readonly limits: LoadLimits;
  private readonly holder = nameProcess();

  constructor(write: Transact, remove: Remove, place: string, limits: LoadLimits) {
    this.write = write;
    this.remove = remove;
    this.place = place;
    this.limits = limits;
  }

  /** Waits for the load of another process; completes the one of a process that is gone. */
  async settle(look: Transact): Promise<void> {
    for (const end = performance.now() + WAIT; ; await sleep(PAUSE)) {
      const [load] = await look((run) => run('load/look'));
      if (load === undefined) return;
      const gone = load.alive === false || this.isGone(String(load.holder), String(load.token));
      if (gone) await this.takeOver(load);
      else if (performance.now() > end) throw busyError(this.place, load);
    }
  }

  /**
   * Does the batches in order, all or none; a large change may be seen half done by those who do not ask the ledger. Gives
   * false, having done nothing, when another load began first. `check` is called once no other load can begin; if it throws,
   * nothing is done.
   */
  async do(batches: readonly Batch[], check: () => Promise<void> = async () => {}): Promise<boolean> {
    const sum = (measure: (batch: Batch) => number) =>
      batches.reduce((total, one) => total + measure(one), 0);
    const small =
      sum((one) => one.size) <= this.limits.rows && sum((one) => one.weight) <= this.limits.weight;
    const token = randomUUID();
    active.add(token);
    try {
      const begin = async (run: Run) => {
        const ours = await this.begin(run, token);
        if (ours) await check();
        return ours;
      };
      return small ? await this.inOne(token, batches, begin) : await this.inParts(token, batches, begin);
    } finally {
      active.delete(token);
    }
  }

  private async inOne(token: string, batches: readonly Batch[], begin: Begin): Promise<boolean> {
    return this.write(async (run) => {
      if (!(await begin(run))) return false;
      for (const batch of batches) {
        const lost = await runBatch(run, batch);
        if (lost > 0) throw lostError(lost, 'nothing was written');
      }
      await run('load/end', { token });
      return true;
    });
  }

  private async inParts(token: string, batches: readonly Batch[], begin: Begin): Promise<boolean> {
    if (!(await this.write(begin))) return false;
    for (const parts of toParts(batches))
      await this.write(async (run) => {
        await this.keep(run, token);
        await run('load/stage', { parts });
      });
    await this.write(async (run) => {
      await this.keep(run, token);
      await run('load/start', { token, parts: batches.length });
    });
    let lost = 0;
    for (const [number, batch] of batches.entries()) lost += await this.doPart(token, number, batch);
    await this.write((run) => run('load/end', { token }));
    if (lost > 0) throw lostError(lost, LEFT);
    return true;
  }

  /** Does a part and strikes it out, in one transaction; what it deletes goes before, in as many as the server's memory asks for. */
  private async doPart(token: string, number: unknown, batch: Batch): Promise<number> {
    const deletes = batch.written === undefined;
    if (deletes) await this.remove(inTransactions(batch.statement), { ...batch.parameters, token });
    return this.write(async (run) => {
      // Both are sent at once: if the first says that the load is not ours, the transaction is undone.
      const [[row], lost] = await Promise.all([
        run('load/done', { number, token, lease: this.limits.lease }),
        deletes ? 0 : runBatch(run, batch),
      ]);
      this.checkOurs(row);
      return lost;
    });
  }

  private async takeOver(load: Row): Promise<void> {
    const token = randomUUID();
    const { holder } = this;
    const { lease } = this.limits;
    active.add(token);
    try {
      const [taken] = await this.write((run) =>
        run('load/take-over', { old: load.token, token, holder, lease }),
      );
      if (taken?.ours !== 1) return;
      if (load.status === 'writing') await this.finish(token);
      else await this.forget(token);
    } finally {
      active.delete(token);
    }
  }

  /** Does what another process wrote down and did not come to do. */
  private async finish(token: string): Promise<void> {
    let lost = 0;
    for (;;) {
      const part = await this.write(async (run) => {
        await this.keep(run, token);
        const [next] = await run('load/next');
        if (next === undefined) await run('load/end', { token });
        return next;
      });
      if (part === undefined) break;
      // A row whose end someone else deleted meanwhile must not keep the load from ever ending.
      lost += await this.doPart(token, part.number, unpack(String(part.work)));
    }
    if (lost > 0) throw lostError(lost, LEFT);
  }

  private async forget(token: string): Promise<void> {
    for (let going = true; going; )
      await this.write(async (run) => {
        await this.keep(run, token);
        const [row] = await run('load/drop-parts', { most: PARTS_AT_ONCE });
        going = Number(row?.dropped) > 0;
        if (!going) await run('load/end', { token });
      });
  }

  private async begin(run: Run, token: string): Promise<boolean> {
    const [row] = await run('load/begin', { token, holder: this.holder, lease: this.limits.lease });
    return row?.ours === true;
  }

  private async keep(run: Run, token: string): Promise<void> {
    const [row] = await run('load/keep', { token, lease: this.limits.lease });
    this.checkOurs(row);
  }

  private checkOurs(row: Row | undefined): void {
    if (row?.ours !== 1)
      throw new YuantuError(
        'STORE_BUSY',
        `Another process took this load over in ${this.place}; run the build again.`,
      );
  }

  /** A load of this process that nobody works at any more was given up. */
  private isGone(holder: string, token: string): boolean {
    if (active.has(token)) return false;
    return holder === this.holder || isGone(holder);
  }
}

/** What a reader is told who comes while a load is being written. */
export function busyError(place: string, load: Row): YuantuError {
  return new YuantuError(
    'STORE_BUSY',
    `A load is being written to ${place} by ${showProcess(String(load.holder ?? 'another process'))}; try again when it is done. If that process is gone, the next build completes the load.`,
  );
}

/** What a writer is told whose graph is not the one in the store any more. */
export function changedError(place: string): YuantuError {
  return new YuantuError(
    'STORE_BUSY',
    `The graph in ${place} was changed by another process after this one had read it. Nothing was written; run the build again.`,
  );
}

function lostError(lost: number, what: string): YuantuError {
  return new YuantuError(
    'STORE',
    `${lost} relationships lacked an end when they were written (does something else delete nodes?); ${what}.`,
  );
}

/** Batches as they are written down, in lists for one transaction each. */
function toParts(batches: readonly Batch[]): { number: number; work: string }[][] {
  const lists: { number: number; work: string }[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const [number, batch] of batches.entries()) {
    if (weight + batch.weight > STAGED_AT_ONCE) {
      lists.push([]);
      weight = 0;
    }
    weight += batch.weight;
    lists.at(-1)?.push({ number, work: pack(batch) });
  }
  return lists;
}

/** A batch as it is written down: rows repeat themselves, so it is a tenth of its JSON. */
export function pack(batch: Batch): string {
  return gzipSync(JSON.stringify(batch), { level: 1 }).toString('base64');
}

function unpack(work: string): Batch {
  return JSON.parse(gunzipSync(Buffer.from(work, 'base64')).toString('utf8')) as Batch;
}

/**
 * A deletion under `cypher/` as one that commits every 500 ids, and deletes nothing once another process has taken the load over.
 * Parameters: ids, token.
 */
export function inTransactions(name: string): string {
  const each = getStatement(name).replace(
    'UNWIND $ids AS id',
    "MATCH (:YuantuLoad {id: 'load', token: $token})",
  );
  return `UNWIND $ids AS id\nCALL (id) {\n${each}\n} IN TRANSACTIONS OF 500 ROWS`;
}

/** How many rows of the batch found no place. */
async function runBatch(run: Run, { statement, parameters, written }: Batch): Promise<number> {
  const [row] = await run(statement, parameters);
  return written === undefined ? 0 : written - Number(row?.written ?? 0);
}

/** Whether there is such a statement, loaded now rather than in the middle of a load. */
export function loadStatements(batches: readonly Batch[]): void {
  for (const { statement } of batches) getStatement(statement);
}
