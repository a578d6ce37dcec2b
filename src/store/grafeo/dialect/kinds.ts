import { PROPERTIES } from '../../../model/schema.ts';
import type { QueryValue } from '../../store.ts';

/** Sets of kinds of values, as bits. */
export const BOOLEAN = 1;
export const INTEGER = 2;
export const FLOAT = 4;
export const TEXT = 8;
export const LIST = 16;
export const MAP = 32;
export const NODE = 64;
export const RELATIONSHIP = 128;
export const PATH = 256;
export const DATE = 512;
export const LOCAL_DATETIME = 1024;
export const DATETIME = 2048;
export const LOCAL_TIME = 4096;
export const TIME = 8192;
export const DURATION = 16384;

export const NUMBER = INTEGER | FLOAT;
export const THING = NODE | RELATIONSHIP;
export const INSTANT = DATE | LOCAL_DATETIME | DATETIME | LOCAL_TIME | TIME;
export const ALL = 32767;

/** What is seen of a value before the query runs. No kinds: it is null. */
export interface Type {
  readonly kinds: number;
  /** Whether it may be null. */
  readonly open: boolean;
  /** Whether Neo4j, too, does not see what it is: a list and what does not fit into it, added. */
  readonly mixed?: boolean;
  /** Whether it may come straight from a node or relationship. */
  readonly stored?: boolean;
  /** Of a list: what its items are. */
  readonly item?: Type;
  /** Of a map: what is under each of its keys; of a map without, nothing is known. */
  readonly fields?: ReadonlyMap<string, Type>;
}

export const ANY: Type = { kinds: ALL, open: true };
/** What a node or relationship may hold. */
export const STORED: Type = { ...ANY, stored: true };
export const NULL: Type = { kinds: 0, open: true };

/** A value of these kinds, which may be null. */
export function of(kinds: number): Type {
  return { kinds, open: true };
}

export function listOf(item: Type, open = true): Type {
  return { kinds: LIST, open, item };
}

/** What an item of a list of this type is. */
export function itemOf(type: Type): Type {
  return type.item ?? (type.kinds === 0 ? NULL : ANY);
}

/** What is one or the other. */
export function either(one: Type, other: Type): Type {
  const item = joined(one.item, other.item, one.kinds & LIST, other.kinds & LIST, either);
  const fields = joined(one.fields, other.fields, one.kinds & MAP, other.kinds & MAP, eitherField);
  const open = one.open || other.open;
  const stored = (one.stored || other.stored) && { stored: true };
  return {
    kinds: one.kinds | other.kinds,
    open,
    ...stored,
    ...(item && { item }),
    ...(fields && { fields }),
  };
}

/** What both know, or the one that is such a value at all. */
function joined<T>(
  one: T | undefined,
  other: T | undefined,
  isOne: number,
  isOther: number,
  join: (one: T, other: T) => T,
): T | undefined {
  if (isOne === 0) return other;
  if (isOther === 0) return one;
  return one === undefined || other === undefined ? undefined : join(one, other);
}

function eitherField(
  one: ReadonlyMap<string, Type>,
  other: ReadonlyMap<string, Type>,
): ReadonlyMap<string, Type> {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return new Map([...keys].map((key) => [key, either(one.get(key) ?? NULL, other.get(key) ?? NULL)]));
}

/** Whether it is null or of one of these kinds. */
export function isOnly(type: Type, kinds: number): boolean {
  return (type.kinds & ~kinds) === 0;
}

export function mayBe(type: Type, kinds: number): boolean {
  return (type.kinds & kinds) !== 0;
}

/** What a parameter is. */
export function typeOf(value: QueryValue | undefined): Type {
  if (value === null || value === undefined) return NULL;
  if (typeof value === 'boolean') return { kinds: BOOLEAN, open: false };
  if (typeof value === 'string') return { kinds: TEXT, open: false };
  if (typeof value === 'number') return { kinds: Number.isInteger(value) ? INTEGER : FLOAT, open: false };
  if (Array.isArray(value)) {
    const [first, ...rest] = value.map(typeOf);
    return listOf(first === undefined ? { kinds: 0, open: false } : rest.reduce(either, first), false);
  }
  const fields = new Map(Object.entries(value).map(([key, one]) => [key, typeOf(one)]));
  return { kinds: MAP, open: false, fields };
}

const KINDS = {
  text: TEXT,
  date: TEXT,
  integer: INTEGER,
  float: FLOAT,
  boolean: BOOLEAN,
  scalar: NUMBER | TEXT,
} as const;

/** What a property of a node or relationship is, by its name; what this graph does not have may be anything. */
export function typeOfProperty(name: string): Type {
  const known = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  if (known === undefined) return STORED;
  const kinds = KINDS[known.kind];
  return known.isList ? { ...listOf({ kinds, open: false }), stored: true } : of(kinds);
}
