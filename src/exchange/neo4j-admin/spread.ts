import type { NodeRecord, Properties, RelationshipRecord } from '../../model/snapshot.ts';
import { type Column, columnsOfKinds, kindsOf, toColumnText } from '../column.ts';
import { typeOf } from '../graph.ts';
import { headerOf, NODE_HEAD, RELATIONSHIP_HEAD, rowOf, stemOf } from './write.ts';

type AnyRecord = NodeRecord | RelationshipRecord;

/** The name of a table's column, with the kinds of its values. */
interface ColumnLine {
  readonly stem: string;
  readonly column: string;
  readonly kinds: number;
}

/** Records → the columns of the tables that they make, each once: parts of a graph have to agree on them. */
export function openColumns() {
  const found = new Map<string, Map<string, number>>();
  return {
    take(lines: readonly object[]): Iterable<object> {
      for (const record of lines as readonly AnyRecord[]) {
        const { stem, properties } = tableOf(record);
        const columns = found.get(stem) ?? new Map<string, number>();
        found.set(stem, columns);
        kindsOf(properties, columns);
      }
      return [];
    },
    *finish(): Iterable<ColumnLine> {
      for (const [stem, columns] of found)
        for (const [column, kinds] of columns.size > 0 ? columns : [['', 0] as const])
          yield { stem, column, kinds };
    },
  };
}

interface Table {
  readonly columns: readonly Column[];
  readonly lists: ReadonlySet<string>;
}

/**
 * Records → their rows, for `neo4j-admin` as text and for tables of CSV as cells. The head has the columns of all records; each
 * table's own head is told once.
 */
export function openRows() {
  let tables = new Map<string, Table>();
  return {
    learn({ columns }: Readonly<Record<string, unknown>>): void {
      const byStem = new Map<string, Map<string, number>>();
      for (const { stem, column, kinds } of columns as readonly ColumnLine[]) {
        const known = byStem.get(stem) ?? new Map<string, number>();
        byStem.set(stem, known);
        if (column !== '') known.set(column, (known.get(column) ?? 0) | kinds);
      }
      tables = new Map([...byStem].map(([stem, kinds]) => [stem, columnsOfKinds(kinds)]));
    },
    *take(lines: readonly object[]): Iterable<object> {
      for (const record of lines as readonly AnyRecord[]) {
        const { stem, properties, fixed } = tableOf(record);
        const { columns, lists } = tables.get(stem) ?? { columns: [], lists: new Set<string>() };
        const cells = columns.map((column) => {
          const value = properties[column.name];
          return value === undefined ? '' : toColumnText(column, value);
        });
        yield { stem, row: rowOf(fixed, properties, columns, lists), cells: [...fixed, ...cells] };
      }
    },
    *finish(): Iterable<object> {
      for (const [stem, { columns, lists }] of tables) {
        const fixed = stem.startsWith('nodes-') ? NODE_HEAD : RELATIONSHIP_HEAD;
        const names = [
          ...fixed.map((name) => name.replace(/^:|:.*$/gu, '')),
          ...columns.map(({ name }) => name),
        ];
        yield { stem, header: headerOf(fixed, columns, lists), names };
      }
    },
  };
}

function tableOf(record: AnyRecord): {
  readonly stem: string;
  readonly properties: Properties;
  readonly fixed: readonly string[];
} {
  const { id, properties } = record;
  if ('from' in record) {
    const { type, from, to } = record;
    return { stem: stemOf('relationships', type), properties, fixed: [from, to, type, id] };
  }
  const { labels } = record;
  return { stem: stemOf('nodes', typeOf(labels, properties)), properties, fixed: [id, labels.join(';')] };
}
