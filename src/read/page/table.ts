import { toRows } from '../table.ts';

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
 * A table's rows as `toRows` writes them, with the text above it; undefined for one that only places things on the page: with one in it, a long cell, or less
 * than two rows of two cells.
 */
export function readRows(table: PageNode, above = ''): string[] | undefined {
  const rows: PageNode[][] = [];
  const walk = (node: PageNode): boolean => {
    for (const child of node.childNodes) {
      const name = child.nodeName.toUpperCase();
      if (name === 'TR') rows.push([...child.childNodes].filter(isCell));
      else if (/^(?:THEAD|TBODY|TFOOT)$/u.test(name)) walk(child);
    }
    return rows.filter((row) => row.length > 1).length > 1;
  };
  if (!walk(table)) return undefined;
  const isPlaced = rows.flat().some((cell) => textOf(cell).length > LONGEST_CELL || holdsTable(cell));
  return isPlaced ? undefined : toRows(fill(rows), above);
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
