import { parse } from 'csv-parse/sync';
import { YuantuError } from '../model/errors.ts';

/** Titles and blank lines above the heads are so many rows at most. */
export const MOST_ABOVE = 5;

const MARKS = [',', ';', '\t'] as const;

/**
 * The cells of a CSV table, row by row. Commas, semicolons or tabs part them: what makes heads of one of the first lines, or else what
 * stands most in the first.
 *
 * @throws {YuantuError} `INPUT` when it is no table.
 */
export function parseCsv(text: string, isHead: (cells: readonly string[]) => boolean): string[][] {
  try {
    return parse(text, {
      delimiter: findMark(text, isHead),
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (cause) {
    throw new YuantuError('INPUT', `is no CSV table: ${(cause as Error).message}`, { cause });
  }
}

function findMark(text: string, isHead: (cells: readonly string[]) => boolean): string {
  const lines = text.slice(0, 20_000).split(/[\r\n]{1,2}/u, 2 * MOST_ABOVE);
  const bare = (cell: string) => cell.replace(/^[\s"]{1,9}|[\s"]{1,9}$/gu, '');
  const count = (mark: string): number => (lines[0] ?? '').split(mark).length;
  const isParting = (mark: string) =>
    lines.some((line) => line.includes(mark) && isHead(line.split(mark).map(bare)));
  return (
    MARKS.find(isParting) ??
    [...MARKS].reduceRight((best, mark) => (count(mark) > count(best) ? mark : best), ',')
  );
}
