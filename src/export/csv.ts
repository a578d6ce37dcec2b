import type { Properties, PropertyValue } from '../model/snapshot.ts';
import { columnsOf, toText } from './column.ts';
import type { ExportGraph } from './graph.ts';
import { legal } from './xml.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** A table of nodes and one of edges, with the headers that Gephi knows, in an archive. */
export function writeCsvZip(graph: ExportGraph): Generator<Uint8Array> {
  const nodes = columnsOf(graph.nodes).map(({ name }) => name);
  const edges = columnsOf(graph.edges).map(({ name }) => name);
  return writeZip([
    {
      name: 'nodes.csv',
      content: table(
        ['Id', 'Label', ...nodes],
        graph.nodes.map(({ id, label, properties }) => [id, label, ...cells(nodes, properties)]),
      ),
    },
    {
      name: 'edges.csv',
      content: table(
        ['Source', 'Target', 'Type', 'Id', 'Label', 'Kind', 'Weight', ...edges],
        graph.edges.map(({ id, type, from, to, weight, properties }) => [
          from,
          to,
          'Directed',
          id,
          type,
          type,
          String(weight),
          ...cells(edges, properties),
        ]),
      ),
    },
  ]);
}

function cells(names: readonly string[], properties: Properties): string[] {
  return names.map((name) => {
    const value = properties[name];
    return value === undefined ? '' : toText(value);
  });
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => quote(defuse(cell))).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front; a plain number stays one. */
function defuse(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/u.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  const text = legal(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const ADMIN_TYPES = { boolean: 'boolean', long: 'long', double: 'double', string: 'string' } as const;

/**
 * The files that `neo4j-admin database import` reads: a header and a table for each label set and each relationship type, `;`
 * between the items of a list. A `;` or a line end inside a value becomes a space.
 *
 * Source: https://neo4j.com/docs/operations-manual/5/import/
 */
export function toAdminFiles(graph: ExportGraph): ZipEntry[] {
  const plain = (text: string) => quote(text.replace(/[;\r\n]+/gu, ' '));
  const cell = (value: PropertyValue | undefined): string =>
    value === undefined
      ? ''
      : Array.isArray(value)
        ? quote(value.map((v) => v.replace(/[;\r\n"]+/gu, ' ')).join(';'))
        : plain(String(value));
  const files: ZipEntry[] = [];
  const add = (
    stem: string,
    head: readonly string[],
    records: readonly { readonly fixed: readonly string[]; readonly properties: Properties }[],
  ): void => {
    const columns = columnsOf(records);
    const isList = (name: string) => records.some(({ properties }) => Array.isArray(properties[name]));
    const header = columns.map(
      ({ name, type }) => `${name}:${isList(name) ? 'string[]' : ADMIN_TYPES[type]}`,
    );
    const rows = records.map(({ fixed, properties }) =>
      [...fixed.map(quote), ...columns.map(({ name }) => cell(properties[name]))].join(','),
    );
    files.push({ name: `${stem}-header.csv`, content: `${[...head, ...header].join(',')}\n` });
    files.push({ name: `${stem}.csv`, content: rows.map((row) => `${row}\n`).join('') });
  };
  for (const type of [...new Set(graph.nodes.map((node) => node.type))].sort())
    add(
      `nodes-${type}`,
      ['id:ID', ':LABEL'],
      graph.nodes
        .filter((node) => node.type === type)
        .map(({ id, labels, properties }) => ({ fixed: [id, labels.join(';')], properties })),
    );
  for (const type of [...new Set(graph.edges.map((edge) => edge.type))].sort())
    add(
      `relationships-${type}`,
      [':START_ID', ':END_ID', ':TYPE', 'id:string'],
      graph.edges
        .filter((edge) => edge.type === type)
        .map(({ id, from, to, properties }) => ({ fixed: [from, to, type, id], properties })),
    );
  return files;
}
