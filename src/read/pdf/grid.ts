import { joinWords, toRows } from './line.ts';
import type { Piece } from './piece.ts';
import type { Rule } from './rule.ts';

/** A ruled table: where it stands, and its cells by row and column; one that reaches over rows stands in each of them. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
  readonly cells: readonly (readonly string[])[];
}

/** Lines so near to each other are one, and one that ends so near to another reaches it. */
const NEAR = 3;

/** Tables with more rows or columns than this are drawings. */
const MOST = 400;

/** The ruled tables of a page, from top to bottom, with what of its pieces stands in their cells: two rows of two cells at least. */
export function toGrids(rules: readonly Rule[], pieces: readonly Piece[]): Grid[] {
  return parts(rules).flatMap((part) => {
    const [along, down] = (['along', 'down'] as const).map((way) => part.filter((rule) => rule.way === way));
    const [rows, columns] = [places(along ?? []), places(down ?? [])];
    if (rows.length < 3 || columns.length < 3 || rows.length > MOST || columns.length > MOST) return [];
    const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
    const [start = 0, end = 0] = [columns[0], columns.at(-1)];
    const inside = pieces.filter((piece) => isInside(piece, { top, bottom, start, end }));
    const cells = fill(rows, columns, { along: along ?? [], down: down ?? [] }, inside);
    return cells.flat().filter(Boolean).length < 4 ? [] : [{ top, bottom, start, end, cells }];
  });
}

/** Whether a piece stands in a table. */
export function isInside(piece: Piece, { top, bottom, start, end }: Omit<Grid, 'cells'>): boolean {
  const [x, y] = middleOf(piece);
  return x > start && x < end && y > top && y < bottom;
}

const middleOf = ({ x, y, width, size }: Piece): readonly [number, number] => [
  x + width / 2,
  y - size * 0.35,
];

/** Rules that touch each other, by the table that they make: those from top to bottom that overlap. */
function parts(rules: readonly Rule[]): Rule[][] {
  const spans = rules
    .map((rule) => ({
      rule,
      top: rule.way === 'down' ? rule.from : rule.at,
      bottom: rule.way === 'down' ? rule.to : rule.at,
    }))
    .sort((a, b) => a.top - b.top);
  const found: { rules: Rule[]; bottom: number }[] = [];
  for (const { rule, top, bottom } of spans) {
    const last = found.at(-1);
    if (last === undefined || top > last.bottom + NEAR) found.push({ rules: [rule], bottom });
    else {
      last.rules.push(rule);
      last.bottom = Math.max(last.bottom, bottom);
    }
  }
  return found.map(({ rules: own }) => own);
}

/** The places of rules, each once. */
function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last === undefined || at - last > NEAR) found.push(at);
  }
  return found;
}

function fill(
  rows: readonly number[],
  columns: readonly number[],
  { along, down }: Readonly<Record<'along' | 'down', readonly Rule[]>>,
  pieces: readonly Piece[],
): string[][] {
  const slot = (edges: readonly number[], at: number): number => edges.findLastIndex((edge) => edge < at);
  const isRuled = (rules: readonly Rule[], at: number, between: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= between && rule.to >= between);
  const held = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const [x, y] = middleOf(piece);
    let [row, column] = [slot(rows, y), slot(columns, x)];
    const between = (edges: readonly number[], i: number): number =>
      ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
    // A cell that reaches over several is found by its first.
    while (row > 0 && !isRuled(along, rows[row] ?? 0, between(columns, column))) row--;
    while (column > 0 && !isRuled(down, columns[column] ?? 0, between(rows, row))) column--;
    const key = `${row} ${column}`;
    held.set(key, [...(held.get(key) ?? []), piece]);
  }
  const texts: string[][] = [];
  for (let row = 0; row + 1 < rows.length; row++) {
    const cells: string[] = [];
    for (let column = 0; column + 1 < columns.length; column++) {
      const [y, x] = [rows[row] ?? 0, columns[column] ?? 0];
      const [middleX, middleY] = [(x + (columns[column + 1] ?? 0)) / 2, (y + (rows[row + 1] ?? 0)) / 2];
      const goesOn = row > 0 && !isRuled(along, y, middleX) && isRuled(down, x, middleY);
      cells.push(goesOn ? (texts[row - 1]?.[column] ?? '') : textOf(held.get(`${row} ${column}`) ?? []));
    }
    texts.push(cells);
  }
  return texts;
}

/** The lines of a cell as one. */
function textOf(pieces: readonly Piece[]): string {
  return toRows(pieces)
    .flat()
    .reduce((all, { text }) => joinWords(all, text, true), '');
}
