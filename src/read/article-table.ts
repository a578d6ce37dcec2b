import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { MOST_ABOVE, parseCsv } from './csv.ts';
import { FIELDS, type Field, findFields, isRunning } from './fields.ts';
import { type LineSource, MOST_BYTES } from './json.ts';
import { toMetadata, unreadDate } from './metadata.ts';
import { decodeText } from './text.ts';
import { readWorkbook, type Sheet } from './xlsx.ts';

/**
 * The articles of a CSV table, a row each; its first row holds the heads, in English or Chinese. Commas, semicolons and tabs part
 * the cells. A row without text is set aside with its place, `FILE:ROW`, the heads being row 1.
 *
 * @throws {YuantuError} `INPUT` when it is no table, or has no column for the text.
 */
export function* readCsvTable(bytes: Uint8Array, from: LineSource): Generator<RawDocument | Rejected> {
  const { text, notes } = decodeText(bytes);
  for (const note of notes) from.onNote?.(from.place, note);
  const rows = parseCsv(text, (cells) => findFields(cells).text !== undefined).map((cells, i) => ({
    number: i + 1,
    cells,
  }));
  yield* readRows(fromHeads({ name: '', rows }), from);
}

/**
 * The articles of an Excel workbook, a row each, of every sheet whose first row holds heads as a CSV table has them.
 *
 * @throws {YuantuError} `INPUT` when it is no workbook, or no sheet has a column for the text.
 */
export function* readXlsxTable(bytes: Uint8Array, from: LineSource): Generator<RawDocument | Rejected> {
  const sheets = readWorkbook(bytes).map(fromHeads);
  const tables = sheets.filter((sheet) => columnsOf(sheet).text !== undefined);
  if (tables.length === 0) throw noText();
  for (const sheet of sheets)
    if (!tables.includes(sheet) && sheet.rows.length > 0)
      from.onNote?.(from.place, `sheet "${sheet.name}" has no column "text" or 正文 and is left out`);
  for (const [i, sheet] of tables.entries()) {
    // Rows of further sheets have numbers of their own.
    const inside =
      i === 0 ? {} : { prefix: `${from.prefix ?? ''}${sheet.name}!`, place: `${from.place}:${sheet.name}` };
    yield* readRows(sheet, { ...from, ...inside });
  }
}

function* readRows(sheet: Sheet, from: LineSource): Generator<RawDocument | Rejected> {
  const columns = columnsOf(sheet);
  if (columns.text === undefined) throw noText();
  const { source, prefix = '', onNote } = from;
  const isCounted = isRunning(sheet.rows[0]?.cells[columns.id ?? -1] ?? '');
  for (const { number, cells } of sheet.rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const field = (name: Field): string | undefined => cells[columns[name] ?? -1];
    const place = `${from.place}:${number}`;
    const text = field('text') ?? '';
    if (text.trim() === '' || text.length > MOST_BYTES) {
      yield {
        place,
        reason: text.trim() === '' ? 'has no "text"' : 'the text is longer than 10 M characters',
      };
      continue;
    }
    const id = field('id')?.trim() ?? '';
    // What only counts rows is no name beyond its table; of a long number in a cell that shows it short, digits are lost.
    const isWhole = id !== '' && !/^\d(?:\.\d{1,20})?E\+\d{1,3}$/iu.test(id);
    const doc = isWhole ? (isCounted ? `${prefix}${id}` : id) : `${prefix}${number}`;
    const published = fromSerial(field('published'), sheet.firstDay);
    const metadata = toMetadata({
      title: field('title'),
      published,
      outlet: field('outlet'),
      author: field('author'),
      url: field('url'),
    });
    const unread = unreadDate(published);
    if (unread) onNote?.(place, unread);
    yield { id: `${source}/${doc}`, source, doc, text, metadata };
  }
}

const noText = (): YuantuError =>
  new YuantuError(
    'INPUT',
    `has no column "text" or 正文; a table of articles begins with ${FIELDS} or 编号,正文,标题,日期,媒体,作者,链接`,
  );

/** A sheet from the row of its heads on: the first that has a column for the text. */
function fromHeads(sheet: Sheet): Sheet {
  const rows = sheet.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = rows
    .slice(0, MOST_ABOVE)
    .findIndex((_, i) => columnsOf({ rows: rows.slice(i) }).text !== undefined);
  return { ...sheet, rows: rows.slice(Math.max(at, 0)) };
}

/** Where each field stands in the first row. */
const columnsOf = ({ rows }: Pick<Sheet, 'rows'>): ReturnType<typeof findFields> =>
  findFields(rows[0]?.cells ?? []);

/** A day as Excel counts it, from the first of the workbook, as an ISO date; other values as they are. */
function fromSerial(value: string | undefined, firstDay: number | undefined): string | undefined {
  if (value === undefined || firstDay === undefined || !/^[2-7]\d{4}(?:\.\d+)?$/u.test(value)) return value;
  return new Date(firstDay + Math.floor(Number(value)) * 86_400_000).toISOString().slice(0, 10);
}
