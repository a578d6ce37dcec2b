import { kindOf } from '../../model/schema.ts';
import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import { type ExportGraph, headline } from '../graph.ts';
import { inOrder } from '../in-order.ts';

const BATCH = 500;

/**
 * A Cypher script for Neo4j and its like: constraints, then nodes and relationships in batches, merged by id, so that it may be
 * run twice; floats are written as floats. `cypher-shell -f FILE` runs it.
 */
export function* writeCypher(graph: ExportGraph): Generator<string> {
  yield `// ${oneLine(headline(graph))}\n`;
  const key = (labels: readonly string[]) => (labels.includes('Entity') ? 'Entity' : (labels[0] ?? 'Node'));
  const keyOf = new Map<string, string>();
  for (const { id, labels } of graph.nodes) keyOf.set(id, key(labels));
  for (const label of [...new Set(keyOf.values())].sort())
    yield `CREATE CONSTRAINT ${name(`${label.toLowerCase()}_id`)} IF NOT EXISTS FOR (n:${name(label)}) REQUIRE n.id IS UNIQUE;\n`;

  for (const { group, batch } of batches(graph.nodes, (node) => node.labels.join('\n'))) {
    const [first = '', ...more] = sortKeyFirst(group.split('\n'), key(group.split('\n')));
    yield `UNWIND [\n${batch.map(({ id, properties }) => row({ id }, properties)).join(',\n')}\n] AS row\n`;
    yield `MERGE (n:${name(first)} {id: row.id})\n`;
    yield `SET n += row.properties${more.map((label) => `, n:${name(label)}`).join('')};\n`;
  }
  const pair = (from: string, to: string) => `${keyOf.get(from)}\n${keyOf.get(to)}`;
  for (const { group, batch } of batches(graph.edges, (e) => `${e.type}\n${pair(e.from, e.to)}`)) {
    const [type = '', from = '', to = ''] = group.split('\n');
    yield `UNWIND [\n${batch.map((e) => row({ id: e.id, from: e.from, to: e.to }, e.properties)).join(',\n')}\n] AS row\n`;
    yield `MATCH (a:${name(from)} {id: row.from}), (b:${name(to)} {id: row.to})\n`;
    yield `MERGE (a)-[r:${name(type)} {id: row.id}]->(b)\nSET r += row.properties;\n`;
  }
}

function sortKeyFirst(labels: readonly string[], key: string): string[] {
  return [key, ...labels.filter((label) => label !== key)];
}

/** Items group by group, some of a group at a time. */
function* batches<T>(
  items: Iterable<T>,
  groupOf: (item: T) => string,
): Generator<{ readonly group: string; readonly batch: readonly T[] }> {
  let [group, batch]: [string, T[]] = ['', []];
  for (const item of inOrder(items, groupOf)) {
    const own = groupOf(item);
    if (batch.length > 0 && (own !== group || batch.length === BATCH)) {
      yield { group, batch };
      batch = [];
    }
    group = own;
    batch.push(item);
  }
  if (batch.length > 0) yield { group, batch };
}

function row(ends: Readonly<Record<string, string>>, properties: Properties): string {
  const head = Object.entries(ends).map(([key, value]) => `${key}: ${literal(value)}`);
  const known = Object.entries(properties).map(([key, value]) => `${name(key)}: ${literalOf(key, value)}`);
  return `  {${head.join(', ')}, properties: {${known.join(', ')}}}`;
}

/** A whole number of a float property with a point, for else it would become an integer. */
function literalOf(key: string, value: PropertyValue): string {
  const text = literal(value);
  return kindOf(key) === 'float' && /^-?\d+$/u.test(text) ? `${text}.0` : text;
}

function literal(value: PropertyValue): string {
  if (typeof value === 'string') return `'${escapeText(value)}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `[${value.map(literal).join(', ')}]`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Other control characters, and `;` at a line's end, which shells take for the statement's, go as numbers. */
function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(
      /[\\'\p{Cc}\u2028\u2029;]/gu,
      (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function name(label: string): string {
  return `\`${label.replaceAll('`', '``')}\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
