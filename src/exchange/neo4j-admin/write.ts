import { SortedSpool } from '../../files/sorted-spool.ts';
import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import { type Column, columnsOfKinds, kindsOf } from '../column.ts';
import { type ExportGraph, headline } from '../graph.ts';
import { legal } from '../xml/write.ts';
import type { ZipEntry } from '../zip.ts';

const TYPES = { boolean: 'boolean', long: 'long', double: 'double', string: 'string' } as const;

export const NODE_HEAD: readonly string[] = ['id:ID', ':LABEL'];
export const RELATIONSHIP_HEAD: readonly string[] = [':START_ID', ':END_ID', ':TYPE', 'id:string'];

/**
 * The files that `neo4j-admin database import` reads: a header and a table for each type of node and of relationship, `;`
 * between the items of a list. A `;` inside an item, and a line end anywhere, becomes a space: the program's defaults know no
 * way to write them. README.txt says how to call it.
 *
 * Source: https://neo4j.com/docs/operations-manual/5/import/
 */
export function* toAdminFiles(graph: ExportGraph): Generator<ZipEntry> {
  const nodes: string[] = [];
  for (const group of byType('nodes', graph.nodes)) {
    nodes.push(group.stem);
    yield* table(group, NODE_HEAD, ({ id, labels }) => [id, labels.join(';')]);
  }
  const relationships: string[] = [];
  for (const group of byType('relationships', graph.edges)) {
    relationships.push(group.stem);
    yield* table(group, RELATIONSHIP_HEAD, ({ id, type, from, to }) => [from, to, type, id]);
  }
  const given = (option: string) => (stem: string) => `--${option}=${stem}-header.csv,${stem}.csv`;
  yield {
    name: 'README.txt',
    content: [
      headline(graph),
      '',
      'neo4j-admin database import full neo4j \\',
      [...nodes.map(given('nodes')), ...relationships.map(given('relationships'))]
        .map((option) => `  ${option}`)
        .join(' \\\n'),
      '',
    ].join('\n'),
  };
}

/** Characters of each type that are held at once: there are some twenty. */
const HELD = 500_000;

/** The records of a type. */
interface Group<T> {
  readonly stem: string;
  readonly kinds: Map<string, number>;
  readonly records: SortedSpool<T>;
}

/** The records of each type under the stem of their file's name, in which nothing can point to another folder. */
function byType<T extends Held>(kind: string, records: Iterable<T>): Group<T>[] {
  const groups = new Map<string, Group<T>>();
  for (const record of records) {
    const stem = stemOf(kind, record.type);
    const group = groups.get(stem) ?? { stem, kinds: new Map(), records: new SortedSpool<T>(HELD) };
    groups.set(stem, group);
    kindsOf(record.properties, group.kinds);
    group.records.add(record.id, record);
  }
  return [...groups.values()].sort((a, b) => (a.stem < b.stem ? -1 : 1));
}

interface Held {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
}

/** A table's files; what holds its rows is given back when they are written. */
function* table<T extends Held>(
  { stem, kinds, records }: Group<T>,
  head: readonly string[],
  fixed: (record: T) => readonly string[],
): Generator<ZipEntry> {
  const { columns, lists } = columnsOfKinds(kinds);
  yield { name: `${stem}-header.csv`, content: `${headerOf(head, columns, lists)}\n` };
  yield { name: `${stem}.csv`, content: rows() };

  function* rows(): Generator<string> {
    try {
      for (const record of records) yield `${rowOf(fixed(record), record.properties, columns, lists)}\n`;
    } finally {
      records.close();
    }
  }
}

/** The stem of a table's files. */
export function stemOf(kind: string, type: string): string {
  return `${kind}-${type.replace(/[^\p{L}\p{N}_]/gu, '_')}`;
}

export function headerOf(
  head: readonly string[],
  columns: readonly Column[],
  lists: ReadonlySet<string>,
): string {
  const header = columns.map(({ name, type }) => `${name}:${lists.has(name) ? 'string[]' : TYPES[type]}`);
  return [...head, ...header].map(quote).join(',');
}

export function rowOf(
  fixed: readonly string[],
  properties: Properties,
  columns: readonly Column[],
  lists: ReadonlySet<string>,
): string {
  const own = columns.map(({ name }) => cell(properties[name], lists.has(name)));
  return [...fixed.map(quote), ...own].join(',');
}

/** No value at all is an empty cell, an empty text a quoted one. */
function cell(value: PropertyValue | undefined, isList: boolean): string {
  if (value === undefined) return '';
  if (!isList) return quote(String(value));
  const items = Array.isArray(value) ? value : [String(value)];
  return quote(items.map((item) => item.replaceAll(';', ' ')).join(';'));
}

function quote(text: string): string {
  const line = legal(text).replace(/[\r\n]+/gu, ' ');
  return line === '' || /[",]/u.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
