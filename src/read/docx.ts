import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';
import { isLocked } from './kind.ts';
import { isNamed, toRows } from './table.ts';
import { Zip } from './zip.ts';

/** Holds what was struck out or moved away, is said a second time for old programs, or is no text of the document. */
const UNREAD = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPr', 'pPr', 'sectPr']);

/** What stands for a character, by its element. */
const SIGNS = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

/** A run with one of these is not to be read: hidden, or struck through. */
const STRUCK = new Set(['vanish', 'strike', 'dstrike']);

/** A paragraph of a text, in a table that has no names of what it tells, has so many characters. */
const LEAST_PARAGRAPH = 40;

/** Heads name most of what a table tells; a form that holds a whole text names half. */
const OF_HEADS = 0.6;

/** A cell that goes on from the row above has the text of that one. */
interface Cell {
  readonly lines: string[];
  goesOn: boolean;
  span: number;
}

/**
 * The text of a Word document: a line a paragraph, an item of a list or a soft break, and the rows of its tables.
 *
 * @throws {YuantuError} `INPUT` when it is broken or no `.docx`, unpacks to too much, or its elements are too deep in each other.
 */
export async function readDocx(
  bytes: Uint8Array,
  { unpacked, depth }: Pick<ReadLimits, 'unpacked' | 'depth'> = READ_LIMITS,
): Promise<{ text: string; metadata: Record<string, never> }> {
  try {
    if (isLocked(bytes)) throw new YuantuError('INPUT', 'it is locked by a password');
    const zip = new Zip(bytes, unpacked * 2 ** 20);
    const targets = [...String(zip.read('_rels/.rels')).matchAll(/Target="([^"<>]{1,200})"/gu)].map(
      ([, name = '']) => name,
    );
    const main = targets.find((name) => /document[^/]{0,50}\.xml$/u.test(name))?.replace(/^\//u, '');
    const xml = zip.read(main ?? 'word/document.xml');
    if (xml === undefined) throw new YuantuError('INPUT', 'is no Word document: it holds no text');
    return { text: toLines(xml, depth).join('\n'), metadata: {} };
  } catch (cause) {
    const reason = cause instanceof YuantuError ? `: ${cause.message}` : '';
    throw new YuantuError('INPUT', `is no readable Word document${reason}`, { cause });
  }
}

/** The lines of the document's main part, none of them empty. */
function toLines(xml: Buffer, deepest: number): string[] {
  const parser = new SaxesParser({ xmlns: false });
  const names: string[] = [];
  const lines: string[] = [];
  /** Paragraphs and tables that are open, the innermost last: one may stand in another's cell or box. */
  const paragraphs: string[][] = [];
  const tables: Cell[][][] = [];
  let unread = 0;
  let isStruck = false;

  const target = (): string[] => tables.at(-1)?.at(-1)?.at(-1)?.lines ?? lines;
  const put = (text: string): void => {
    for (const line of text.split('\n')) if (line.trim() !== '') target().push(line.trim());
  };

  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const local = name.slice(name.indexOf(':') + 1);
    names.push(local);
    if (names.length > deepest)
      throw new YuantuError('INPUT', `its elements are more than ${deepest} deep in each other`);
    const cell = tables.at(-1)?.at(-1)?.at(-1);
    if (local === 'vMerge' && cell) cell.goesOn = attributes['w:val'] !== 'restart';
    if (local === 'gridSpan' && cell) cell.span = Math.min(64, Number(attributes['w:val']) || 1);
    if (local === 'r') isStruck = false;
    const [run, properties] = names.slice(-3);
    if (STRUCK.has(local) && run === 'r' && properties === 'rPr')
      isStruck = !/^(?:0|false|off)$/u.test(attributes['w:val'] ?? '');
    if (UNREAD.has(local)) unread++;
    if (unread > 0) return;
    if (local === 'p') paragraphs.push([]);
    else if (local === 'tbl') tables.push([]);
    else if (local === 'tr') tables.at(-1)?.push([]);
    else if (local === 'tc') tables.at(-1)?.at(-1)?.push({ lines: [], goesOn: false, span: 1 });
    else paragraphs.at(-1)?.push(SIGNS.get(local) ?? '');
  });
  parser.on('text', (text) => {
    if (unread === 0 && !isStruck && names.at(-1) === 't') paragraphs.at(-1)?.push(text);
  });
  parser.on('closetag', () => {
    const local = names.pop() ?? '';
    if (UNREAD.has(local)) unread--;
    else if (unread > 0) return;
    else if (local === 'p') put((paragraphs.pop() ?? []).join(''));
    else if (local === 'tbl') {
      const table = tables.pop() ?? [];
      const rows = fill(table);
      const paragraphs = countParagraphs(table);
      if (paragraphs > 1 && !isNamed(rows, paragraphs > 2 ? OF_HEADS : undefined))
        target().push(...table.flat().flatMap((cell) => (cell.goesOn ? [] : cell.lines)));
      else target().push(...toRows(rows, target().at(-1)));
    }
  });
  parser.write(xml.toString('utf8').replace(/^\ufeff/u, '')).close();
  return lines;
}

/** How many paragraphs of a text one of its cells holds at most: several, and the table may only place them on the page. */
const countParagraphs = (table: readonly (readonly Cell[])[]): number =>
  Math.max(
    0,
    ...table.flat().map(({ lines }) => lines.filter((line) => line.length >= LEAST_PARAGRAPH).length),
  );

/** The texts of a table's cells, each in its column; one that was merged with others stands in the place of each below it. */
function fill(table: readonly (readonly Cell[])[]): string[][] {
  let above: string[] = [];
  return table.map((row) => {
    const texts: string[] = [];
    for (const { lines, goesOn, span } of row) {
      texts.push(goesOn ? (above[texts.length] ?? '') : lines.join(' '));
      for (let i = 1; i < span; i++) texts.push('');
    }
    above = texts;
    return texts;
  });
}
