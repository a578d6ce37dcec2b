import { totalmem } from 'node:os';
import { YuantuError } from '../../model/errors.ts';
import { MOST_ROWS, type QueryResult } from '../../model/query.ts';

/** What a stranger's question may use. Times are milliseconds, `memory` and `answer` bytes. */
export interface ConsoleLimits {
  readonly rows: number;
  readonly timeout: number;
  /** What a question to the embedded store may take beside the graph itself; a server has limits of its own. */
  readonly memory: number;
  /** The size of an answer as JSON. */
  readonly answer: number;
  /** Questions that are worked on together, and those that may wait for their turn. */
  readonly atOnce: number;
  readonly waiting: number;
}

export const CONSOLE_LIMITS: ConsoleLimits = {
  rows: MOST_ROWS,
  timeout: 30_000,
  memory: 512 * 2 ** 20,
  answer: 16 * 2 ** 20,
  atOnce: 3,
  waiting: 12,
};

/** For whoever owns the graph and the machine: as long and as large as both bear, but to be given up at any time. */
export const OWNER_LIMITS: ConsoleLimits = {
  rows: Number.MAX_SAFE_INTEGER,
  timeout: 2 ** 31 - 1,
  memory: totalmem(),
  answer: 2 ** 29,
  atOnce: 8,
  waiting: 100,
};

/** @throws {YuantuError} LIMIT when an answer is larger than so many bytes. */
export function checkSize({ rows }: QueryResult, most: number): void {
  const size = JSON.stringify(rows).length;
  if (size > most)
    throw new YuantuError(
      'LIMIT',
      `The answer is ${Math.round(size / 2 ** 20)} MB large, more than the ${Math.round(most / 2 ** 20)} MB allowed; return fewer rows or properties.`,
    );
}
