import { CSV_MARK, toCsvRow } from '../../model/csv.ts';
import type { Properties } from '../../model/snapshot.ts';
import { type Column, columnsOf, toColumnText } from '../column.ts';
import { type ExportGraph, headline } from '../graph.ts';
import { legal } from '../xml/write.ts';
import { writeZip } from '../zip.ts';

/**
 * A table of nodes and one of edges, with the headers that Gephi knows, in an archive.
 *
 * @param mark whether a byte-order mark goes first, by which Excel knows that the text is UTF-8.
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
  yield `${mark ? CSV_MARK : ''}${row(['Id', 'Label', 'Labels', ...columns.map(({ name }) => name)])}`;
  for (const { id, label, labels, properties } of nodes)
    yield row([id, label, `:${labels.join(':')}`, ...cells(columns, properties)]);
}

function* edgeTable({ edges }: ExportGraph, columns: readonly Column[], mark: boolean): Generator<string> {
  const fixed = ['Source', 'Target', 'Type', 'Id', 'Label', 'Kind', 'Weight'];
  yield `${mark ? CSV_MARK : ''}${row([...fixed, ...columns.map(({ name }) => name)])}`;
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
  return toCsvRow(cells.map(legal));
}
