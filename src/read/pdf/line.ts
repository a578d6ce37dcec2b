import type { Piece } from './piece.ts';

/** A stretch of a line without a gap that a reader would see: a line of a column, or a cell of a table. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** The narrowest columns of newspapers take so many letters; lines that are shorter are items of a list. */
export const LEAST_LETTERS = 11;

/** A gap of more than so many letters parts columns and cells; one of more than that parts words. */
const CELL_GAP = 1.2;
const WORD_GAP = 0.2;
/** A narrower gap parts columns where so many lines end on its one side and begin on its other, within so many points. */
const GUTTER_GAP = 0.6;
const GUTTER_LINES = 4;
const GUTTER_LETTERS = 4;
const EDGE = 4;
/** The least room between the cells of a table whose rows agree. */
const TIGHT_GAP = 0.25;

/** The lines of a page's pieces, from top to bottom and in each row from its start. */
export function toLines(pieces: readonly Piece[]): Line[] {
  const rows = toRows(pieces);
  const tight = rows.map((row) => split(row, TIGHT_GAP));
  const isGutter = findGutters(rows);
  return rows.flatMap((row, i) => {
    const cells = tight[i] ?? [];
    const isOfTable = isAligned(cells, tight[i - 1]) || isAligned(cells, tight[i + 1]);
    return isOfTable ? cells : spreadOut(split(row, CELL_GAP, isGutter));
  });
}

/** Tells gaps where columns are parted by less than a reader would take for one in a row alone. */
function findGutters(rows: readonly (readonly Piece[])[]): (end: number, start: number) => boolean {
  const [ends, starts] = [new Map<number, number>(), new Map<number, number>()];
  const add = (to: Map<number, number>, at: number) =>
    to.set(Math.round(at / EDGE), (to.get(Math.round(at / EDGE)) ?? 0) + 1);
  const isLong = ({ text }: Line): boolean => text.length >= GUTTER_LETTERS;
  for (const line of rows.flatMap((row) => split(row, GUTTER_GAP)).filter(isLong)) {
    add(ends, line.end);
    add(starts, line.start);
  }
  const near = (of: ReadonlyMap<number, number>, at: number) =>
    [-1, 0, 1].reduce((sum, step) => sum + (of.get(Math.round(at / EDGE) + step) ?? 0), 0);
  return (end, start) => near(ends, end) >= GUTTER_LINES && near(starts, start) >= GUTTER_LINES;
}

/** A row's pieces, joined where no gap of more than so many letters parts them, and no narrower one that is a gutter. */
function split(
  row: readonly Piece[],
  widest: number,
  isGutter: (end: number, start: number) => boolean = () => false,
): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, size } of row) {
    const last = lines.at(-1);
    const gap = last === undefined ? 0 : x - last.end;
    const widestHere = last !== undefined && isGutter(last.end, x) ? GUTTER_GAP : widest;
    if (last === undefined || gap > widestHere * Math.max(size, last.size))
      lines.push({ text, start: x, end: x + width, y, size });
    else
      lines[lines.length - 1] = {
        ...last,
        text: joinWords(last.text, text, gap > WORD_GAP * size),
        end: Math.max(last.end, x + width),
        size: Math.max(last.size, size),
      };
  }
  return lines;
}

/** Whether two rows have three cells or more, each of one above or below that of the other alone. */
function isAligned(cells: readonly Line[], others: readonly Line[] = []): boolean {
  return (
    cells.length >= 3 &&
    cells.length === others.length &&
    cells.every(({ start, end }, i) =>
      others.every((other, k) => (start < other.end && other.start < end) === (i === k)),
    )
  );
}

/** What stands on one base line, or nearly, each row from its start. */
export function toRows<T extends { readonly y: number; readonly size: number }>(all: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const one of [...all].sort((a, b) => a.y - b.y)) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && one.y - first.y < 0.4 * Math.max(first.size, one.size)) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.sort((a, b) => startOf(a) - startOf(b)));
}

const startOf = (one: object): number => ('x' in one ? (one as Piece).x : (one as unknown as Line).start);

/** Two stretches of one text: letters and figures of the West stand apart, Chinese does not. */
export function joinWords(left: string, right: string, isApart: boolean): string {
  const isWestern = /[\p{Script=Latin}\d%),.]$/u.test(left) && /^[\p{Script=Latin}\d(]/u.test(right);
  return isApart && isWestern ? `${left} ${right}` : left + right;
}

/** A title may be spread over its whole width, a letter here and there: three and more single letters in a row are one line. */
function spreadOut(lines: readonly Line[]): readonly Line[] {
  const [first] = lines;
  if (first === undefined || lines.length < 3 || lines.some(({ text }) => !/^\p{Script=Han}$/u.test(text)))
    return lines;
  return [{ ...first, text: lines.map(({ text }) => text).join(''), end: lines.at(-1)?.end ?? first.end }];
}
