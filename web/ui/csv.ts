import { CSV_MARK, type CsvValue, toCsvRow } from '../../src/model/csv.ts';

/** A value of a table. */
export type CellValue = Exclude<CsvValue, boolean | null>;

/** A table as a CSV file for a spreadsheet. */
export function toCsv(head: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return CSV_MARK + [head, ...rows].map(toCsvRow).join('');
}
