import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { YuantuError } from '../model/errors.ts';
import { Zip } from './zip.ts';

/** A sheet of a workbook: its rows as they are numbered there, cells in column order; what a row does not have is empty. */
export interface Sheet {
  readonly name: string;
  /** The day that its dates count from, in milliseconds. */
  readonly firstDay?: number;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** Bytes that a workbook may hold once it is unpacked. */
const MOST_UNPACKED = 64 * 2 ** 20;

/** The days that Excel counts from: so that its day 61 is 1900-03-01, and on old Macs the first of 1904. */
const [FIRST_DAY, FIRST_DAY_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** Further cells that were merged stand as they are. */
const MOST_MERGED = 2000;

/** Columns that a sheet can have. */
const MOST_COLUMNS = 16_384;

/**
 * The sheets of an Excel workbook, in its order. A cell is the text that it holds; of a formula, what it came to.
 *
 * @throws {YuantuError} `INPUT` when it is broken or no `.xlsx`, or unpacks to more than 64 MB.
 * Source: ECMA-376-1:2016, sections 18.2, 18.3 and 18.4
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const zip = new Zip(bytes, MOST_UNPACKED);
  const open = (name: string): Buffer | undefined => zip.read(name);
  const book = open('xl/workbook.xml');
  if (book === undefined) throw new YuantuError('INPUT', 'is no Excel workbook');
  const targets = new Map<string, string>();
  parse(open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const strings = readStrings(open('xl/sharedStrings.xml'));
  const sheets: Sheet[] = [];
  let firstDay = FIRST_DAY;
  parse(book, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true)$/u.test(attributes.date1904 ?? '')) firstDay = FIRST_DAY_1904;
      const target = name === 'sheet' ? targets.get(attributes['r:id'] ?? attributes.id ?? '') : undefined;
      const content = target === undefined ? undefined : open(target);
      if (content) sheets.push({ name: attributes.name ?? '', firstDay, rows: readRows(content, strings) });
    },
  });
  return sheets;
}

function readStrings(content: Buffer | undefined): string[] {
  const strings: string[] = [];
  let parts: string[] = [];
  let phonetic = 0;
  parse(content, {
    open(name) {
      if (name === 'si') parts = [];
      if (name === 'rPh') phonetic++;
    },
    close(name, text) {
      if (name === 'rPh') phonetic--;
      if (name === 't' && phonetic === 0) parts.push(text);
      if (name === 'si') strings.push(fromEscapes(parts.join('')));
    },
  });
  return strings;
}

function readRows(content: Buffer, strings: readonly string[]): Sheet['rows'] {
  const rows: { number: number; cells: string[] }[] = [];
  let [column, type, value]: [number, string, string] = [0, '', ''];
  let merged = 0;
  parse(content, {
    open(name, { r, t = '', ref = '' }) {
      if (name === 'mergeCell' && merged++ < MOST_MERGED) fillDown(rows, ref);
      if (name === 'row') {
        rows.push({ number: Number(r) || (rows.at(-1)?.number ?? 0) + 1, cells: [] });
        column = -1;
      } else if (name === 'c') {
        column = r === undefined ? column + 1 : toColumn(r);
        [type, value] = [t, ''];
      }
    },
    close(name, text) {
      if (name === 'v')
        value = type === 's' ? (strings[Number(text)] ?? '') : type === 'str' ? fromEscapes(text) : text;
      else if (name === 't' && type === 'inlineStr') value += fromEscapes(text);
      else if (name === 'c' && value !== '' && column < MOST_COLUMNS) {
        const cells = rows.at(-1)?.cells ?? [];
        while (cells.length < column) cells.push('');
        cells[column] = type === '' || type === 'n' ? toPlain(value) : value;
      }
    },
  });
  return rows;
}

/** Gives a cell that was merged with those below to each of their rows: B2:B5. */
function fillDown(
  rows: readonly { readonly number: number; readonly cells: string[] }[],
  reference: string,
): void {
  const [, from = '', first, last] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/u.exec(reference) ?? [];
  const column = toColumn(from);
  const held = rows.filter(({ number }) => number >= Number(first) && number <= Number(last));
  const value = held[0]?.number === Number(first) ? (held[0]?.cells[column] ?? '') : '';
  if (value === '' || column >= MOST_COLUMNS) return;
  for (const { cells } of held) {
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }
}

/** The column of a reference such as AB12, from 0. */
function toColumn(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A number as people write it: 7.3E+18 is all digits. */
function toPlain(value: string): string {
  return /E\+/iu.test(value) && Number.isInteger(Number(value)) ? BigInt(Number(value)).toString() : value;
}

/** Excel writes what XML has no characters for as _x000D_. */
function fromEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Handler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string, text: string): void;
}

/** Names come without their prefixes, text is that of the element alone. Entities that the file declares are errors. */
function parse(content: Buffer | undefined, handler: Handler): void {
  const parser = new SaxesParser();
  let text = '';
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (cause) => {
    throw new YuantuError('INPUT', `is no Excel workbook: ${cause.message}`, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    handler.open?.(local(name), attributes as Record<string, string>);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    handler.close?.(local(name), text);
    text = '';
  });
  parser.write(content?.toString('utf8') ?? '<none/>').close();
}
