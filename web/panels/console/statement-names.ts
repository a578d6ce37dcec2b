import {
  LABELS,
  type Label,
  NODES,
  PROPERTIES,
  type PropertySchemas,
  propertiesOf,
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../../src/model/schema.ts';
import type { NameKind } from '../../words/asking-words.ts';

/** A name in a statement that the schema does not know, and what is like it. */
export interface Stranger {
  readonly kind: NameKind;
  readonly name: string;
  readonly like: string | undefined;
}

const NAMES: Readonly<Record<Stranger['kind'], readonly string[]>> = {
  label: LABELS,
  relationship: RELATIONSHIP_TYPES,
  property: Object.keys(PROPERTIES),
};

/** A statement without its texts and comments, which may hold anything. */
function bare(statement: string): string {
  return statement.replace(/\/\/[^\n]*/gu, '').replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gu, "''");
}

/** The labels, types and properties that a statement speaks of and the graph cannot have: then nothing is found, and nothing is said. */
export function strangersIn(statement: string): Stranger[] {
  const text = bare(statement);
  const found = [
    ...namesAfter(text, /\(\s*[\p{L}\p{N}_]*\s*:\s*([^(){}[\]\s]+)/gu, 'label'),
    ...namesAfter(text, /\[\s*[\p{L}\p{N}_]*\s*:\s*([^(){}[\]\s*]+)/gu, 'relationship'),
    // A name before ( is a function's.
    ...namesAfter(text, /[\p{L}_][\p{L}\p{N}_]*\.([\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_(.])/gu, 'property'),
  ];
  const unknown = found.filter(({ kind, name }) => !NAMES[kind].includes(name));
  return [...new Map(unknown.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

/** What a pattern catches, each of several names by itself: `Zone|Place`. */
function namesAfter(text: string, pattern: RegExp, kind: Stranger['kind']): Stranger[] {
  return [...text.matchAll(pattern)].flatMap(([, caught = '']) =>
    caught
      .split(/[|:&!]+/u)
      .map((name) => name.replaceAll('`', ''))
      .filter((name) => /^[\p{L}_]/u.test(name))
      .map((name) => ({ kind, name, like: likest(name, NAMES[kind]) })),
  );
}

/** The name that is most like another: at most a third of its letters differ. */
function likest(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((one) => ({ one, away: distance(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  return best && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.one : undefined;
}

/** How many letters must be put in, taken out, changed or swapped with the next to make one word the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  let above = row;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwapped ? (above[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [above, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** The properties of what a variable stands for, by the labels or the type that it was given; of one without, all. */
export function propertiesFor(variable: string, statement: string): readonly string[] {
  const text = bare(statement);
  const given = (open: string) =>
    [...text.matchAll(new RegExp(`\\${open}\\s*([\\p{L}\\p{N}_]+)\\s*:\\s*([\\p{L}\\p{N}_|:&]+)`, 'gu'))]
      .filter(([, name]) => name === variable)
      .flatMap(([, , names = '']) => names.split(/[|:&]+/u));
  const labels = given('(').filter((name): name is Label => Object.hasOwn(NODES, name));
  const types = given('[').filter((name): name is RelationshipType => Object.hasOwn(RELATIONSHIPS, name));
  const schemas: readonly PropertySchemas[] = [
    ...labels.map((label) => ({ ...baseOf(label), ...NODES[label].properties })),
    ...types.map((type) => RELATIONSHIPS[type].properties),
  ];
  if (schemas.length === 0) return NAMES.property;
  return [...new Set(schemas.flatMap((schema) => Object.keys(schema)))];
}

/** What every node of a label has: as an entity, an article or a fact. */
function baseOf(label: Label): PropertySchemas {
  if (label === 'Article' || label === 'Fact') return NODES[label].properties;
  const isPerson = label === 'Official' || label === 'Executive';
  // Whatever is an entity may be of any type.
  if (label === 'Entity') return propertiesOf('Entity');
  return { ...NODES.Entity.properties, ...(isPerson ? NODES.Person.properties : {}) };
}
