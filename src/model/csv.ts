/** A value of a cell; what is unknown is an empty cell. */
export type CsvValue = string | number | boolean | null | undefined;

/** What goes before the first row of a file, so that Excel takes the text for UTF-8. Programs need none. */
export const CSV_MARK = '\ufeff';

/** Beginnings that a spreadsheet takes for a formula, of full width too, as Chinese input methods write them. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/u;

const NUMBER = /^[+-]?\d{1,400}(?:\.\d{1,400})?(?:e[+-]?\d{1,3})?$/iu;

/**
 * A row of a table as CSV, with its line end. Text that a spreadsheet would take for a formula has an apostrophe in front; a plain
 * number stays one.
 *
 * Source: RFC 4180
 */
export function toCsvRow(cells: readonly CsvValue[]): string {
  return `${cells.map((cell) => quote(defuse(String(cell ?? '')))).join(',')}\r\n`;
}

function defuse(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
