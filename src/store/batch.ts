import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import {
  BASES,
  type Base,
  getRelationship,
  labelsOf,
  propertiesOf,
  propertiesThat,
} from '../model/schema.ts';
import type { Change, NodeRecord, Properties, RelationshipRecord } from '../model/snapshot.ts';
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

/** The properties of nodes that stay floats where they happen to be whole: JSON does not tell, so statements do. */
const FLOATS: ReadonlyMap<Base, readonly string[]> = new Map(
  BASES.map((base) => [base, propertiesThat(({ kind }) => kind === 'float', propertiesOf(base))]),
);

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
 * their relationships. Rows of a batch share one statement and are sorted as they came. `beside` is what a store keeps of a node
 * beside its properties. A batch is made when it is asked for: all together weigh as much as the graph.
 *
 * @throws {YuantuError} INTERNAL for labels, a type or a property that the schema does not know.
 */
export function* toBatches(
  change: Change,
  deleteRelationships: (type: string) => string,
  beside: (node: NodeRecord) => Properties = () => ({}),
): Generator<Batch> {
  const nodes = groupBy(change.upsertNodes, nodeStatement);
  const relationships = groupBy(change.upsertRelationships, relationshipStatement);
  const goingNodes = groupBy(change.deleteNodes, ({ labels }) => DELETES[baseOf(labels)]);
  const goingRelationships = groupBy(change.deleteRelationships, ({ type }) => deleteRelationships(type));
  yield* deletions(goingRelationships, ({ id, from }) => ({ id, from }));
  yield* deletions(goingNodes);
  for (const [name, list] of nodes)
    yield* writes(name, list, (node) => nodeRow(node, beside(node)), NODES_AT_ONCE);
  for (const [name, list] of relationships) yield* writes(name, list, relationshipRow, RELATIONSHIPS_AT_ONCE);
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

/** `LOCATED_IN` → `located-in`, as the files are called. */
export function toFileName(type: string): string {
  return type.toLowerCase().replaceAll('_', '-');
}

function nodeStatement({ id, labels }: NodeRecord): string {
  const base = baseOf(labels);
  const types = base === 'Entity' ? ENTITY_TYPES.filter((type) => labels.includes(type)) : [];
  const name = base === 'Entity' ? types.join('-') : base;
  const expected = base === 'Entity' ? labelsOf(types) : [base];
  if (expected.join() !== [...labels].sort().join() || !hasStatement(`write/merge-${name.toLowerCase()}`))
    throw new YuantuError(
      'INTERNAL',
      `Node ${id} has the labels ${labels.join(', ')}, which no statement under cypher/write writes; see cypher/README.md.`,
    );
  return `write/merge-${name.toLowerCase()}`;
}

function relationshipStatement({ type }: RelationshipRecord): string {
  return `write/merge-${toFileName(type)}`;
}

function nodeRow({ id, labels, properties }: NodeRecord, beside: Properties): object {
  const floats = FLOATS.get(baseOf(labels))?.filter((name) => name in properties) ?? [];
  return {
    id,
    properties: { ...properties, ...beside, id },
    ...Object.fromEntries(floats.map((name) => [name, properties[name]])),
  };
}

/** Properties stand beside the ends, since the statement names each of them: Neo4j can then write without holding rows back. */
function relationshipRow({ id, type, from, to, properties }: RelationshipRecord): object {
  const { properties: known } = getRelationship(type);
  const unknown = Object.keys(properties).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined)
    throw new YuantuError(
      'INTERNAL',
      `Relationship ${id} has the property ${unknown}, which ${type} has not in the schema; add it there.`,
    );
  return { ...properties, id, from, to };
}

function* writes<T>(
  statement: string,
  records: readonly T[],
  toRow: (record: T) => object,
  atOnce: number,
): Generator<Batch> {
  for (const { items, weight } of chunks(records, toRow, atOnce))
    yield { statement, parameters: { rows: items }, written: items.length, size: items.length, weight };
}

/** By `ids`, or by `rows` that `toRow` gives where the statement asks for them. */
function* deletions<T extends { readonly id: string }>(
  groups: ReadonlyMap<string, readonly T[]>,
  toRow?: (one: T) => object,
): Generator<Batch> {
  for (const [statement, records] of groups) {
    const asked = getStatement(statement).includes('$rows') ? toRow : undefined;
    for (const { items, weight } of chunks(records, (one) => asked?.(one) ?? one.id, NODES_AT_ONCE))
      yield {
        statement,
        parameters: asked === undefined ? { ids: items } : { rows: items },
        size: items.length,
        weight,
      };
  }
}

/** Lists of at most `atOnce` rows and about `WEIGHT_AT_ONCE` characters, but never of none: an article may be large. */
function* chunks<T, R>(
  records: readonly T[],
  toRow: (record: T) => R,
  atOnce: number,
): Generator<{ readonly items: readonly R[]; readonly weight: number }> {
  let [items, weight]: [R[], number] = [[], 0];
  for (const record of records) {
    const row = toRow(record);
    const more = JSON.stringify(row).length;
    if (items.length > 0 && (items.length === atOnce || weight + more > WEIGHT_AT_ONCE)) {
      yield { items, weight };
      [items, weight] = [[], 0];
    }
    items.push(row);
    weight += more;
  }
  if (items.length > 0) yield { items, weight };
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
