import type { GraphAnswer } from '../../../src/contract/graph.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import type { RelationshipType } from '../../../src/model/schema.ts';
import type { QueryAnswer, Value } from '../../api/client.ts';
import { memo } from '../../base/memo.ts';
import { formatYuan } from '../../ui/format.ts';
import { WORDS } from '../../words/languages.ts';
import type { Locale } from '../../words/words.ts';
import { toIds, toNode } from './values.ts';

/** Columns whose numbers are yuan, by what the ready questions call them. */
const MONEY: ReadonlySet<string> = new Set(['yuan', 'investment', 'least', 'most', 'sums', 'total']);

/** Columns that name entities of one type, where several types may share a name. */
const TYPES: Readonly<Record<string, EntityType>> = {
  zone: 'Zone',
  zones: 'Zone',
  part: 'Zone',
  project: 'Project',
  projects: 'Project',
  industry: 'Industry',
  industries: 'Industry',
  companies: 'Company',
  investor: 'Company',
  investors: 'Company',
  parent: 'Company',
  subsidiary: 'Company',
  partners: 'Company',
  places: 'Place',
};

/** The last part of `p.name`, or the column as it is. */
function keyOf(column: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*\.([\p{L}_][\p{L}\p{N}_]*)$/u.exec(column)?.[1] ?? column;
}

/** What stands over a column. */
export function headingFor(column: string, locale: Locale): string {
  const key = keyOf(column);
  const words = WORDS[locale];
  if (Object.hasOwn(words.asking.columns, column)) return words.asking.columns[column] ?? column;
  return key === column ? column : words.property(key);
}

/** A value that is neither node nor relation as people read it: sums with their unit, states, types and relations by name. */
export function textFor(column: string, value: Value, locale: Locale): string {
  const key = keyOf(column);
  const words = WORDS[locale];
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? words.asking.yes : words.asking.no;
  if (typeof value === 'number')
    return MONEY.has(key) ? formatYuan(value, locale) : value.toLocaleString('en');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (key === 'type' || key === 'relation')
    return words.types[value as EntityType] ?? words.relations[value as RelationshipType] ?? value;
  if (key === 'fact' || key === 'measure') return words.property(value);
  if (key === 'status' || key === 'values') return words.values[value] ?? value;
  return words.asking.changes[value] ?? value;
}

/** The ids of entities by name; of several with one name, by type too. */
const idsByName = memo(({ nodes }: GraphAnswer) => {
  const ids = new Map<string, string | undefined>();
  nodes.name.forEach((name, node) => {
    const id = nodes.id[node];
    ids.set(name, ids.has(name) ? undefined : id);
    ids.set(`${nodes.type[node]} ${name}`, id);
  });
  return ids;
});

/** The entity that a text in a column names; undefined when it is the name of none, or of several. */
export function entityNamed(
  column: string,
  text: string,
  graph: GraphAnswer | undefined,
): string | undefined {
  if (!graph) return undefined;
  const ids = idsByName(graph);
  const type = TYPES[keyOf(column)];
  return (type && ids.get(`${type} ${text}`)) ?? ids.get(text);
}

/** Whether the texts of a column are ids of articles. */
export function isArticleColumn(column: string): boolean {
  return column === 'article';
}

/** The ids of all that an answer speaks of: its nodes, the ends of its relations, and what its texts name. */
export function idsIn({ columns, rows }: QueryAnswer, graph: GraphAnswer | undefined): ReadonlySet<string> {
  const named = (column: string, value: Value): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => named(column, one));
    return typeof value === 'string' ? [entityNamed(column, value, graph) ?? ''].filter(Boolean) : [];
  };
  return new Set(
    rows.flatMap((row) => [...toIds(row), ...row.flatMap((value, at) => named(columns[at] ?? '', value))]),
  );
}

/** A value as it stands in a table of text, as it is shown. */
export function cellText(column: string, value: Value, locale: Locale): string | number | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((one) => cellText(column, one, locale) ?? '').join('、');
  const node = toNode(value);
  if (node) return node.name;
  return typeof value === 'number' ? value : textFor(column, value, locale);
}
