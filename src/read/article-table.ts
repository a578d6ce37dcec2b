import { parse } from 'csv-parse/sync';
import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { type LineSource, MOST_BYTES } from './json.ts';
import { toMetadata, unreadDate } from './metadata.ts';
import { decodeText } from './text.ts';
import { readWorkbook, type Sheet } from './xlsx.ts';

const FIELDS = ['id', 'text', 'title', 'published', 'outlet', 'author', 'url'] as const;

type Field = (typeof FIELDS)[number];

/** Heads of columns, in lower case and without blanks and what goes before them (新闻标题, 报道媒体). */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', '编号', '序号', '编码'],
  text: ['text', '正文', '正文内容', '内容', '全文', '全文内容', 'content', 'body'],
  title: ['title', '标题', '题目', 'headline'],
  published: ['published', '日期', '时间', '年月日', 'date', 'pubdate', 'publish_time'],
  outlet: ['outlet', '媒体', '来源', '媒体名称', '来源媒体', '报纸', '媒体来源', 'source', 'media'],
  author: ['author', '作者', '记者', '作者姓名'],
  url: ['url', '链接', '网址', '地址', '链接地址', 'link'],
};
const BEFORE_HEAD = /^(?:新闻|文章|稿件|报道|原文|发布|发表|刊发|刊登|发稿|见报|\*)(?=.)/u;

/** Titles and blank lines above the heads are so many rows at most. */
const MOST_ABOVE = 5;

type Columns = Readonly<Partial<Record<Field, number>>>;

/**
 * The articles of a CSV table, a row each; its first row holds the heads, in English or Chinese. Commas, semicolons and tabs part
 * the cells. A row without text is set aside with its place, `FILE:ROW`, the heads being row 1.
 *
 * @throws {YuantuError} `INPUT` when it is no table, or has no column for the text.
 */
export function* readCsvTable(bytes: Uint8Array, from: LineSource): Generator<RawDocument | Rejected> {
  const { text, notes } = decodeText(bytes);
  for (const note of notes) from.onNote?.(from.place, note);
  let records: string[][];
  try {
    records = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true });
  } catch (cause) {
    throw new YuantuError('INPUT', `is no CSV table: ${(cause as Error).message}`, { cause });
  }
  const rows = records.map((cells, i) => ({ number: i + 1, cells }));
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
    const doc = field('id')?.trim() || `${prefix}${number}`;
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

/** Where each field stands: of several columns that may be it, the head that is named first. */
function columnsOf({ rows }: Pick<Sheet, 'rows'>): Columns {
  const heads = rows[0]?.cells.map((cell) => cell.replace(/\s+/gu, '').toLowerCase()) ?? [];
  const bare = heads.map((head) => head.replace(BEFORE_HEAD, ''));
  const columns: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const at = [heads, bare].flatMap((all) => HEADS[field].map((head) => all.indexOf(head)));
    const found = at.find((index) => index >= 0);
    if (found !== undefined) columns[field] = found;
  }
  return columns;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, Math.max(text.search(/[\r\n]/u), 0) || 4096);
  const count = (mark: string): number => head.split(mark).length;
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** A day as Excel counts it, from the first of the workbook, as an ISO date; other values as they are. */
function fromSerial(value: string | undefined, firstDay: number | undefined): string | undefined {
  if (value === undefined || firstDay === undefined || !/^[2-7]\d{4}(?:\.\d+)?$/u.test(value)) return value;
  return new Date(firstDay + Math.floor(Number(value)) * 86_400_000).toISOString().slice(0, 10);
}
