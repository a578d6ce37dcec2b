import { CSV_MARK, toCsvRow } from '../model/csv.ts';
import type { QueryResult, QueryValue } from '../store/store.ts';
import type { Words } from './words.ts';

export const ROW_FORMATS = ['table', 'csv', 'json', 'jsonl'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** The rows of a query as text, with a line end at the end. `mark`: whether CSV begins with the mark that Excel knows UTF-8 by. */
export async function formatRows(
  result: QueryResult,
  format: RowFormat,
  words: Words,
  mark = false,
): Promise<string> {
  switch (format) {
    case 'table': {
      const { formatTable } = await import('./table.ts');
      return `${formatTable(result, words)}\n`;
    }
    case 'csv':
      return (
        (mark ? CSV_MARK : '') +
        [result.columns, ...result.rows].map((row) => toCsvRow(row.map(toCell))).join('')
      );
    case 'json':
      return `${JSON.stringify(toObjects(result), null, 2)}\n`;
    case 'jsonl':
      return toObjects(result)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join('');
  }
}

function toObjects({ columns, rows }: QueryResult): Record<string, QueryValue>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
}

function toCell(value: QueryValue): string {
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
