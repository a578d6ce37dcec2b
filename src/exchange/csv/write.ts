import type { Properties } from '../../model/snapshot.ts';
import { type Column, columnsOf, toColumnText } from '../column.ts';
import { type ExportGraph, headline } from '../graph.ts';
import { legal } from '../xml/write.ts';
import { writeZip } from '../zip.ts';

const BOM = '\ufeff';

/**
 * A table of nodes and one of edges, with the headers that Gephi knows, in an archive. Text that a spreadsheet would take for
 * a formula has an apostrophe in front.
 *
 * @param mark whether a byte-order mark goes first, by which Excel knows that the text is UTF-8.
 * Source: RFC 4180
 */
export function writeCsvZip(graph: ExportGraph, mark: boolean): Generator<Uint8Array> {
  const nodes = columnsOf(graph.nodes);
  const edges = columnsOf(graph.edges);
  return writeZip([
    { name: 'nodes.csv', content: nodeTable(graph, nodes, mark) },
    { name: 'edges.csv', content: edgeTable(graph, edges, mark) },
    { name: 'README.txt', content: `${headline(graph)}\n` },
  ]);
}

function* nodeTable({ nodes }: ExportGraph, columns: readonly Column[], mark: boolean): Generator<string> {
  yield `${mark ? BOM : ''}${row(['Id', 'Label', 'Labels', ...columns.map(({ name }) => name)])}`;
  for (const { id, label, labels, properties } of nodes)
    yield row([id, label, `:${labels.join(':')}`, ...cells(columns, properties)]);
}

function* edgeTable({ edges }: ExportGraph, columns: readonly Column[], mark: boolean): Generator<string> {
  const fixed = ['Source', 'Target', 'Type', 'Id', 'Label', 'Kind', 'Weight'];
  yield `${mark ? BOM : ''}${row([...fixed, ...columns.map(({ name }) => name)])}`;
  for (const { id, type, from, to, weight, properties } of edges)
    yield row([from, to, 'Directed', id, type, type, String(weight), ...cells(columns, properties)]);
}

function cells(columns: readonly Column[], properties: Properties): string[] {
  return columns.map((column) => {
    const value = properties[column.name];
    return value === undefined ? '' : toColumnText(column, value);
  });
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(defuse(legal(cell)))).join(',')}\r\n`;
}

/** A plain number stays one. */
function defuse(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) && !/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
