import type { Properties, PropertyValue } from '../model/snapshot.ts';

/** The type of a property over all nodes or all edges; lists and mixed values are written as text. */
export interface Column {
  readonly name: string;
  readonly type: 'boolean' | 'long' | 'double' | 'string';
}

/** The properties of all records, by name, each with the narrowest type that holds every value. */
export function columnsOf(records: Iterable<{ readonly properties: Properties }>): Column[] {
  const types = new Map<string, Column['type']>();
  for (const { properties } of records)
    for (const [name, value] of Object.entries(properties)) {
      const type = typeOf(value);
      const known = types.get(name);
      types.set(name, known === undefined || known === type ? type : widest(known, type));
    }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => ({ name, type }));
}

function typeOf(value: PropertyValue): Column['type'] {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'double';
  return 'string';
}

function widest(a: Column['type'], b: Column['type']): Column['type'] {
  const numbers: readonly string[] = ['long', 'double'];
  return numbers.includes(a) && numbers.includes(b) ? 'double' : 'string';
}

/** A value as text. A list is a JSON array: no separator can be part of an item. */
export function toText(value: PropertyValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
