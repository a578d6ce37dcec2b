import { kindOf } from '../model/schema.ts';
import type { Properties, PropertyValue } from '../model/snapshot.ts';
import { escapeXml, isPlain, legal } from './xml/write.ts';

/** How a property stands over all nodes or all edges, with the narrowest type that holds every value. */
export interface Column {
  readonly name: string;
  readonly type: 'boolean' | 'long' | 'double' | 'string';
  /** Whether some values are lists, or of more than one type: then each is written as `toJsonText` does. */
  readonly json: boolean;
}

/** The properties of all records, by name. A float of the schema is one though all its values be whole. */
export function columnsOf(records: Iterable<{ readonly properties: Properties }>): Column[] {
  const kinds = new Map<string, number>();
  for (const { properties } of records) kindsOf(properties, kinds);
  return [...columnsOfKinds(kinds).columns];
}

/** Adds the kinds of a record's values to those of the records before. */
export function kindsOf(properties: Properties, kinds: Map<string, number>): void {
  for (const name in properties)
    kinds.set(name, (kinds.get(name) ?? 0) | bitOf(properties[name] as PropertyValue));
}

/** The columns of which these are the kinds of values, by name, and which of them hold lists. */
export function columnsOfKinds(all: ReadonlyMap<string, number>): {
  readonly columns: readonly Column[];
  readonly lists: ReadonlySet<string>;
} {
  const columns = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kinds]): Column => {
      if (kinds === STRING) return { name, type: 'string', json: false };
      if (kinds === BOOLEAN) return { name, type: 'boolean', json: false };
      if (kinds === LONG && kindOf(name) !== 'float') return { name, type: 'long', json: false };
      const isNumber = (kinds & ~(LONG | DOUBLE)) === 0;
      return { name, type: isNumber ? 'double' : 'string', json: !isNumber };
    });
  return {
    columns,
    lists: new Set([...all].flatMap(([name, kinds]) => ((kinds & LIST) === 0 ? [] : [name]))),
  };
}

/** The kinds of a column's values, as bits: most have one, and every value is looked at. */
const [STRING, BOOLEAN, LONG, DOUBLE, LIST] = [1, 2, 4, 8, 16] as const;

function bitOf(value: PropertyValue): number {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? LONG : DOUBLE;
  return typeof value === 'boolean' ? BOOLEAN : LIST;
}

/** The same without the position, for formats that have a place of their own for it. */
export function drawnColumnsOf(records: Iterable<{ readonly properties: Properties }>): Column[] {
  return columnsOf(records).filter(({ name }) => name !== 'x' && name !== 'y');
}

/** A value of a column as text. */
export function toColumnText({ json }: Column, value: PropertyValue): string {
  return json ? toJsonText(value) : String(value);
}

/** The same between double quotes or tags of XML. */
export function toColumnXml(column: Column, value: PropertyValue): string {
  if (typeof value === 'string' && !column.json) return escapeXml(value);
  if (typeof value === 'object') {
    let items = '';
    for (const item of value) {
      if (!isPlain(item)) return escapeXml(JSON.stringify(value));
      items += items === '' ? `&quot;${item}&quot;` : `,&quot;${item}&quot;`;
    }
    return `[${items}]`;
  }
  return typeof value === 'string' ? escapeXml(toJsonText(value)) : String(value);
}

/** The value that `toColumnText` wrote. */
export function fromColumnText({ json, type }: Omit<Column, 'name'>, text: string): PropertyValue {
  if (json) return fromJsonText(text);
  if (type === 'string') return text;
  return type === 'boolean' ? text === 'true' : Number(text);
}

/**
 * A value as text that tells its type: a list, a number and a boolean as JSON, so that no separator can be part of an item; a
 * string plainly, unless it could be taken for one of them: then as JSON too.
 */
export function toJsonText(value: PropertyValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = legal(value);
  return parse(plain) === undefined ? plain : JSON.stringify(plain);
}

/** The value that `toJsonText` wrote. */
export function fromJsonText(text: string): PropertyValue {
  return parse(text) ?? text;
}

function parse(text: string): PropertyValue | undefined {
  if (!/^[["\d\-tf]/u.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList || ['string', 'number', 'boolean'].includes(typeof value)
      ? (value as PropertyValue)
      : undefined;
  } catch {
    return undefined;
  }
}
