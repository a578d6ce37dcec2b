import { SortedSpool } from '../files/sorted-spool.ts';
import { YuantuError } from '../model/errors.ts';
import type { Row } from './records.ts';
import type { Askable, Question } from './store.ts';

/** How often the rows are read anew because somebody wrote meanwhile. */
const TRIES = 5;

/** The rows of statements, those of each in the order of their first column, as often as they are gone through. */
export interface SpooledRows {
  readonly rows: readonly Iterable<Row>[];
  /** Gives back what they take on the disk. */
  close(): void;
}

/**
 * Reads the rows of statements, of one state of the database, into files: memory does not grow with them.
 *
 * @throws {YuantuError} STORE_BUSY where somebody writes all the time, FILE when the disk is full.
 */
export async function spoolRows(
  store: Askable & { readonly place: string },
  questions: readonly Question[],
): Promise<SpooledRows> {
  let spools: SortedSpool<Row>[] = [];
  const close = () => {
    for (const spool of spools) spool.close();
    spools = [];
  };
  const taking = {
    begin() {
      close();
      spools = questions.map(() => new SortedSpool<Row>());
    },
    take: (row: Row, question: number) => spools[question]?.add(String(row[0]), row),
  };
  try {
    let begun = await store.generation();
    for (let tries = 1; tries <= TRIES; tries++) {
      await store.scan(questions, taking);
      const now = await store.generation();
      if (now === begun) return { rows: spools, close };
      begun = now;
    }
    throw new YuantuError('STORE_BUSY', `${store.place} is being written to all the time; try again.`);
  } catch (error) {
    close();
    throw error;
  }
}
