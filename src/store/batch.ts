import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type { Change, NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { getStatement, hasStatement } from './statements.ts';

/** One call of a statement: plain data, so that it can be written down and done later. */
export interface Batch {
  /** Its name under `cypher/`. */
  readonly statement: string;
  /** Either `rows` or `ids`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What its column `written` must say; absent for a deletion. */
  readonly written?: number;
  readonly size: number;
  /** Characters of JSON, about. */
  readonly weight: number;
}

/** The label that a node is found by: each has its own constraint. */
export const BASES = ['Entity', 'Article', 'Fact'] as const;

export type Base = (typeof BASES)[number];

/** Properties that stay floats where they happen to be whole. */
const FLOATS = ['confidence', 'pageRank', 'x', 'y'] as const;

const NODES_AT_ONCE = 5000;
const RELATIONSHIPS_AT_ONCE = 1000;
const WEIGHT_AT_ONCE = 4_000_000;

const DELETES: Readonly<Record<Base, string>> = {
  Entity: 'write/delete-entities',
  Article: 'write/delete-articles',
  Fact: 'write/delete-facts',
};

/**
 * A change as calls of statements, in the order in which they must run: relationships go before their nodes, nodes come before
 * their relationships. Rows of a batch share one statement and are sorted as they came.
 *
 * @throws {YuantuError} INTERNAL for labels, a type or a property that the statements under `cypher/write` do not know.
 */
export function toBatches(change: Change, deleteRelationships: (type: string) => string): Batch[] {
  const nodes = groupBy(change.upsertNodes, nodeStatement);
  const relationships = groupBy(change.upsertRelationships, relationshipStatement);
  const goingNodes = groupBy(change.deleteNodes, ({ labels }) => DELETES[baseOf(labels)]);
  const goingRelationships = groupBy(change.deleteRelationships, ({ type }) => deleteRelationships(type));
  return [
    ...deletions(goingRelationships, ({ id, from }) => ({ id, from })),
    ...deletions(goingNodes),
    ...[...nodes].flatMap(([name, list]) => writes(name, list.map(nodeRow), NODES_AT_ONCE)),
    ...[...relationships].flatMap(([name, list]) =>
      writes(
        name,
        list.map((one) => relationshipRow(one, name)),
        RELATIONSHIPS_AT_ONCE,
      ),
    ),
  ];
}

/** The label under which a node with these labels is found. */
export function baseOf(labels: readonly string[]): Base {
  const base = BASES.find((one) => labels.includes(one));
  if (base === undefined)
    throw new YuantuError(
      'INTERNAL',
      `A node has the labels ${labels.join(', ') || '(none)'}; expected one of ${BASES.join(', ')}.`,
    );
  return base;
}

/** The bases of the two ends of a relationship of this type. */
export function endsOf(type: string): readonly [Base, Base] {
  if (type === 'MENTIONS') return ['Article', 'Entity'];
  if (type === 'HAS_FACT') return ['Entity', 'Fact'];
  if (type === 'REPRINT_OF') return ['Article', 'Article'];
  return ['Entity', 'Entity'];
}

/** `LOCATED_IN` → `located-in`, as the files are called. */
export function toFileName(type: string): string {
  return type.toLowerCase().replaceAll('_', '-');
}

function nodeStatement({ id, labels }: NodeRecord): string {
  const types = ENTITY_TYPES.filter((type) => labels.includes(type));
  const base = baseOf(labels);
  const person = types.some((type) => type === 'Official' || type === 'Executive');
  const expected = base === 'Entity' ? [base, ...types, ...(person ? ['Person'] : [])] : [base];
  const name = `write/merge-${(base === 'Entity' ? types.join('-') : base).toLowerCase()}`;
  if (expected.sort().join() !== [...labels].sort().join() || !hasStatement(name))
    throw new YuantuError(
      'INTERNAL',
      `Node ${id} has the labels ${labels.join(', ')}, which no statement under cypher/write writes; see cypher/README.md.`,
    );
  return name;
}

function relationshipStatement({ id, type }: RelationshipRecord): string {
  const name = `write/merge-${toFileName(type)}`;
  if (!hasStatement(name))
    throw new YuantuError(
      'INTERNAL',
      `Relationship ${id} has the type ${type}, which no statement under cypher/write writes.`,
    );
  return name;
}

function nodeRow({ id, properties }: NodeRecord): object {
  const floats = FLOATS.filter((name) => name in properties).map((name) => [name, properties[name]]);
  return { id, properties: { ...properties, id }, ...Object.fromEntries(floats) };
}

/** Properties stand beside the ends, since the statement names each of them: Neo4j can then write without holding rows back. */
function relationshipRow({ id, from, to, properties }: RelationshipRecord, name: string): object {
  const unknown = Object.keys(properties).find((property) => !writtenBy(name).has(property));
  if (unknown !== undefined)
    throw new YuantuError(
      'INTERNAL',
      `Relationship ${id} has the property ${unknown}, which cypher/${name}.cypher does not write; add it there.`,
    );
  return { ...properties, id, from, to };
}

const properties = new Map<string, ReadonlySet<string>>();

function writtenBy(name: string): ReadonlySet<string> {
  const known = properties.get(name);
  if (known !== undefined) return known;
  const found = new Set(
    [...getStatement(name).matchAll(/\br\.(\w+) =/g)].map(([, property]) => property ?? ''),
  );
  properties.set(name, found);
  return found;
}

function writes(statement: string, rows: readonly object[], atOnce: number): Batch[] {
  return chunks(rows, atOnce).map(({ items, weight }) => ({
    statement,
    parameters: { rows: items },
    written: items.length,
    size: items.length,
    weight,
  }));
}

/** By `ids`, or by `rows` that `toRow` gives where the statement asks for them. */
function deletions<T extends { readonly id: string }>(
  groups: ReadonlyMap<string, readonly T[]>,
  toRow?: (one: T) => object,
): Batch[] {
  return [...groups].flatMap(([statement, records]) => {
    const asked = getStatement(statement).includes('$rows') ? toRow : undefined;
    return chunks<object | string>(
      records.map((one) => asked?.(one) ?? one.id),
      NODES_AT_ONCE,
    ).map(({ items, weight }) => ({
      statement,
      parameters: asked === undefined ? { ids: items } : { rows: items },
      size: items.length,
      weight,
    }));
  });
}

/** Lists of at most `atOnce` items and about `WEIGHT_AT_ONCE` characters, but never of none: an article may be large. */
function chunks<T>(items: readonly T[], atOnce: number): { items: T[]; weight: number }[] {
  const result: { items: T[]; weight: number }[] = [];
  let last: { items: T[]; weight: number } | undefined;
  for (const item of items) {
    const weight = JSON.stringify(item).length;
    if (last === undefined || last.items.length === atOnce || last.weight + weight > WEIGHT_AT_ONCE) {
      last = { items: [], weight: 0 };
      result.push(last);
    }
    last.items.push(item);
    last.weight += weight;
  }
  return result;
}

function groupBy<T>(items: readonly T[], name: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = name(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
