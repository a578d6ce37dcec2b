import stringWidth from 'string-width';
import { present } from '../model/assert.ts';
import type { QueryResult, QueryValue } from '../store/store.ts';
import type { Words } from './words.ts';

const WIDEST = 60;

/**
 * A query's rows as a table with lines, columns as wide as their widest cell: a Chinese character counts two.
 *
 * A cell longer than 60 places is cut with `…`; a node is shown as (:Company 晨星科技), a relationship as [:INVESTS_IN]. Numbers
 * stand right. Below stands how many rows there are, and whether there are more.
 */
export function formatTable({ columns, rows, truncated, total }: QueryResult, words: Words): string {
  const cells = rows.map((row) => columns.map((_, i) => cut(toLine(toCell(row[i] ?? null)))));
  const heads = columns.map((column) => cut(toLine(column)));
  const shapes = heads.map((head, i) => ({
    width: Math.max(stringWidth(head), ...cells.map((row) => stringWidth(cellAt(row, i)))),
    isRight: rows.length > 0 && rows.every((row) => typeof (row[i] ?? 0) === 'number'),
  }));
  const line = (row: readonly string[]) =>
    `│ ${shapes.map(({ width, isRight }, i) => pad(cellAt(row, i), width, isRight)).join(' │ ')} │`;
  const rule = (left: string, middle: string, end: string) =>
    `${left}${shapes.map(({ width }) => '─'.repeat(width + 2)).join(middle)}${end}`;
  const count = words.rows(rows.length, total, truncated && total === undefined);
  if (columns.length === 0) return count;
  return [
    rule('┌', '┬', '┐'),
    line(heads),
    rule('├', '┼', '┤'),
    ...cells.map(line),
    rule('└', '┴', '┘'),
    count,
  ].join('\n');
}

function cellAt(row: readonly string[], i: number): string {
  return present(row[i], `cell ${i} of a row`);
}

function toCell(value: QueryValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(toCell).join(', ')}]`;
  if (isNode(value)) return `(:${nodeType(value)} ${toCell(shownName(value))})`;
  if (isRelationship(value)) return `[:${toCell(value.type ?? null)}]`;
  if (isPath(value)) return pathCell(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}: ${toCell(one)}`)
    .join(', ')}}`;
}

type Plain = { readonly [key: string]: QueryValue };

function isList(value: QueryValue): value is readonly QueryValue[] {
  return Array.isArray(value);
}

function isNode(value: Plain): boolean {
  return Object.keys(value).join() === 'id,labels,properties';
}

function isRelationship(value: Plain): boolean {
  return Object.keys(value).join() === 'id,type,from,to,properties';
}

function isPath(value: Plain): boolean {
  return Object.keys(value).join() === 'nodes,relationships';
}

/** The label that says most: `Company` rather than `Entity` and `Person`. */
function nodeType({ labels = [] }: Plain): string {
  const all = isList(labels) ? labels.map(String) : [];
  const telling = all.filter((label) => label !== 'Entity' && label !== 'Person');
  return (telling.length > 0 ? telling : all).join(':');
}

function shownName({ id = '', properties = {} }: Plain): QueryValue {
  const { name, title } = properties as Plain;
  return name ?? title ?? id;
}

function pathCell({ nodes = [], relationships = [] }: Plain): string {
  const [stops, links] = [nodes as readonly Plain[], relationships as readonly Plain[]];
  return stops
    .map((stop, i) => {
      const link = links[i];
      if (link === undefined) return toCell(stop);
      const forward = link.from === stop.id;
      return `${toCell(stop)}${forward ? '-' : '<-'}${toCell(link)}${forward ? '->' : '-'}`;
    })
    .join('');
}

function toLine(text: string): string {
  return text
    .replaceAll('\r\n', '⏎')
    .replaceAll(/[\r\n]/g, '⏎')
    .replaceAll(/\p{Cc}/gu, ' ');
}

function cut(text: string): string {
  if (stringWidth(text) <= WIDEST) return text;
  let width = 0;
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += stringWidth(segment);
    if (width >= WIDEST) break;
    result += segment;
  }
  return `${result}…`;
}

function pad(cell: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return right ? blank + cell : cell + blank;
}
