/** A value of a table. */
export type CellValue = string | number | undefined;

/**
 * A table as CSV for a spreadsheet: with a byte-order mark, so that Chinese is read as UTF-8, and with a quote before what a
 * spreadsheet would take for a formula.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(toField).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function toField(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
