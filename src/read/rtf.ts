import { TextDecoder } from 'node:util';
import { YuantuError } from '../model/errors.ts';
import { toRows } from './table.ts';

/** Groups that hold no text of the document. */
const UNREAD = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf footnote themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst'.split(
    ' ',
  ),
);

/** Control words that stand for a character; ends of cells and rows as signs that no text has. */
const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\n',
  sect: '\n',
  page: '\n',
  line: '\n',
  row: '\x02',
  cell: '\x01',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
};

/** Code pages that are read as what holds all their characters. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
  65001: 'utf-8',
};

/** A control word with its number, a character as \'xx, a control symbol, a brace, or text. */
const TOKEN =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]{1,99}|([^\\{}\r\n]{1,4000})/giu;

interface Group {
  readonly isUnread: boolean;
  /** How many characters stand for one that old readers do not know. */
  readonly fallback: number;
}

/**
 * The text of a document in Rich Text Format, a line a paragraph or row of a table.
 *
 * @throws {YuantuError} `INPUT` when it is none.
 * Source: Rich Text Format (RTF) Specification, version 1.9.1
 */
export function readRtf(bytes: Uint8Array): { text: string; metadata: Record<string, never> } {
  const source = Buffer.from(bytes).toString('latin1');
  if (!source.startsWith('{\\rtf')) throw new YuantuError('INPUT', 'is no RTF document');
  const page = /\\ansicpg(\d+)/u.exec(source.slice(0, 2000))?.[1] ?? '936';
  const decoder = new TextDecoder(CODE_PAGES[page] ?? 'gb18030');
  const parts: string[] = [];
  const stack: Group[] = [];
  let group: Group = { isUnread: false, fallback: 1 };
  let [skip, isFirst, pending]: [number, boolean, number[]] = [0, false, []];
  const say = (text: string): void => {
    if (group.isUnread) return;
    if (pending.length > 0) parts.push(decoder.decode(Uint8Array.from(pending)));
    pending = [];
    parts.push(text);
  };
  for (const [, word, number, hex, symbol, brace, text] of source.matchAll(TOKEN)) {
    const begins = isFirst;
    isFirst = brace === '{';
    if (brace === '{') stack.push(group);
    else if (brace === '}') group = stack.pop() ?? group;
    else if (word !== undefined) {
      if (begins && UNREAD.has(word)) group = { ...group, isUnread: true };
      else if (word === 'uc') group = { ...group, fallback: Number(number ?? 1) };
      else if (word === 'u' && number !== undefined) {
        say(String.fromCharCode(Number(number) & 0xffff));
        skip = group.fallback;
      } else if (CHARACTERS[word] !== undefined) say(CHARACTERS[word]);
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!group.isUnread) pending.push(Number.parseInt(hex, 16));
    } else if (symbol !== undefined) {
      if (symbol === '*') group = { ...group, isUnread: true };
      else if (symbol === '~') say('\u00a0');
      else if (/[\\{}]/u.test(symbol)) say(symbol);
      else if (/[\r\n]/u.test(symbol)) say('\n');
    } else if (text !== undefined) {
      const rest = text.slice(Math.min(skip, text.length));
      skip -= text.length - rest.length;
      // In double-byte text the second byte may stand as the character that it is in ASCII.
      if (pending.length > 0 && !group.isUnread) pending.push(...Buffer.from(rest, 'latin1'));
      else if (/[\x80-\xff]/u.test(rest) && !group.isUnread) pending.push(...Buffer.from(rest, 'latin1'));
      else say(rest);
    }
  }
  say('');
  return {
    text: withTables(parts.join(''))
      .replace(/\n{2,}/gu, '\n')
      .trim(),
    metadata: {},
  };
}

/** The text with its tables as rows. The first cell of a table begins behind the paragraph before it. */
function withTables(text: string): string {
  const parts = text.split('\x02');
  const said: string[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length > 0)
      said.push(
        ...toRows(
          rows,
          said.findLast((line) => line.trim() !== ''),
        ),
        '',
      );
    rows = [];
  };
  for (const [i, part] of parts.entries()) {
    const [first = '', ...cells] = part.split('\x01');
    const start = cells.length > 0 ? first.lastIndexOf('\n') + 1 : first.length;
    const before = first.slice(0, start);
    if (before.trim() !== '' || i === parts.length - 1) flush();
    said.push(...before.split('\n'));
    // The end of a cell stands behind it.
    if (cells.length > 0) rows.push([first.slice(start), ...cells.slice(0, -1)]);
  }
  flush();
  return said.join('\n');
}
