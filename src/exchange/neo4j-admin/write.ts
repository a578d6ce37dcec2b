import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import { columnsOf } from '../column.ts';
import { type ExportGraph, headline } from '../graph.ts';
import { legal } from '../xml/write.ts';
import type { ZipEntry } from '../zip.ts';

const TYPES = { boolean: 'boolean', long: 'long', double: 'double', string: 'string' } as const;

interface Held {
  readonly properties: Properties;
}

/**
 * The files that `neo4j-admin database import` reads: a header and a table for each type of node and of relationship, `;`
 * between the items of a list. A `;` inside an item, and a line end anywhere, becomes a space: the program's defaults know no
 * way to write them. README.txt says how to call it.
 *
 * Source: https://neo4j.com/docs/operations-manual/5/import/
 */
export function* toAdminFiles(graph: ExportGraph): Generator<ZipEntry> {
  const nodes: string[] = [];
  for (const [stem, records] of byType('nodes', graph.nodes)) {
    nodes.push(stem);
    yield* table(stem, ['id:ID', ':LABEL'], records, ({ id, labels }) => [id, labels.join(';')]);
  }
  const relationships: string[] = [];
  for (const [stem, records] of byType('relationships', graph.edges)) {
    relationships.push(stem);
    const head = [':START_ID', ':END_ID', ':TYPE', 'id:string'];
    yield* table(stem, head, records, ({ id, type, from, to }) => [from, to, type, id]);
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

/** The records of each type under the stem of their file's name, in which nothing can point to another folder. */
function byType<T extends { readonly type: string }>(kind: string, records: Iterable<T>): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const stem = `${kind}-${record.type.replace(/[^\p{L}\p{N}_]/gu, '_')}`;
    const group = groups.get(stem);
    if (group === undefined) groups.set(stem, [record]);
    else group.push(record);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function* table<T extends Held>(
  stem: string,
  head: readonly string[],
  records: readonly T[],
  fixed: (record: T) => readonly string[],
): Generator<ZipEntry> {
  const columns = columnsOf(records);
  const lists = new Set(
    columns.flatMap(({ name }) =>
      records.some(({ properties }) => Array.isArray(properties[name])) ? [name] : [],
    ),
  );
  const header = columns.map(({ name, type }) => `${name}:${lists.has(name) ? 'string[]' : TYPES[type]}`);
  yield { name: `${stem}-header.csv`, content: `${[...head, ...header].map(quote).join(',')}\n` };
  yield { name: `${stem}.csv`, content: rows() };

  function* rows(): Generator<string> {
    for (const record of records) {
      const own = columns.map(({ name }) => cell(record.properties[name], lists.has(name)));
      yield `${[...fixed(record).map(quote), ...own].join(',')}\n`;
    }
  }
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
