import { isNamed, toRows } from '../table.ts';

/** As much of the DOM as is read. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  getAttribute?(name: string): string | null;
}

/** A cell of a table of data is short; old pages put whole articles into cells to place them. */
const LONGEST_CELL = 300;

/** More columns or rows than this no cell reaches over. */
const MOST_SPAN = 64;

/**
 * A table's rows as `toRows` writes them, with the text above it; undefined for one that only places things on the page: with one in it, a long cell without
 * names of what is told, or less than two rows of two cells.
 */
export function readRows(table: PageNode, above = ''): string[] | undefined {
  const rows = rowsOf(table);
  if (rows.filter((row) => row.length > 1).length < 2) return undefined;
  if (rows.flat().some(holdsTable)) return undefined;
  const texts = fill(rows);
  const isPlaced = texts.flat().some((text) => text.length > LONGEST_CELL) && !isNamed(texts);
  return isPlaced ? undefined : toRows(texts, above);
}

/** The cells of a table, by row; those of tables in it are not among them. */
const rowsOf = (node: PageNode): PageNode[][] =>
  [...node.childNodes].flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    if (name === 'TR') return [[...child.childNodes].filter(isCell)];
    return /^(?:THEAD|TBODY|TFOOT)$/u.test(name) ? rowsOf(child) : [];
  });

/** The rows of a table that names what it tells, as `toRows` writes them; undefined for any other. */
export function readNamedRows(table: PageNode, above: string): string[] | undefined {
  return isNamed(fill(rowsOf(table))) ? readRows(table, above) : undefined;
}

/** The texts of the cells, each in its column; one that reaches over rows stands in each of them. */
function fill(rows: readonly (readonly PageNode[])[]): string[][] {
  const below = new Map<number, { text: string; rows: number }>();
  return rows.map((row) => {
    const texts: string[] = [];
    const goOn = () => {
      for (let held = below.get(texts.length); held !== undefined; held = below.get(texts.length)) {
        if (--held.rows === 0) below.delete(texts.length);
        texts.push(held.text);
      }
    };
    for (const cell of row) {
      goOn();
      const [text, down] = [textOf(cell), spanOf(cell, 'rowspan')];
      for (let across = 0; across < spanOf(cell, 'colspan'); across++) {
        if (down > 1) below.set(texts.length, { text: across === 0 ? text : '', rows: down - 1 });
        texts.push(across === 0 ? text : '');
      }
    }
    goOn();
    return texts;
  });
}

function spanOf(cell: PageNode, name: string): number {
  return Math.min(MOST_SPAN, Math.max(1, Math.trunc(Number(cell.getAttribute?.(name) ?? 1)) || 1));
}

const isCell = ({ nodeName }: PageNode): boolean => /^T[DH]$/iu.test(nodeName);

/** The text of a cell, its blocks and line breaks apart. */
function textOf(cell: PageNode): string {
  if (cell.nodeType === 3) return cell.textContent ?? '';
  const text = [...cell.childNodes].map(textOf).join('');
  return /^(?:BR|P|DIV|LI)$/iu.test(cell.nodeName) ? ` ${text} ` : text;
}

function holdsTable(node: PageNode): boolean {
  return [...node.childNodes].some((child) => /^TABLE$/iu.test(child.nodeName) || holdsTable(child));
}
