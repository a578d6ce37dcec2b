import * as K from './kinds.ts';
import { nameOf, type Refuse, raise, short, type Typed } from './raise.ts';
import type { Expression, Formula } from './syntax.ts';

export function literal(node: Expression & { is: 'literal' }, refuse: Refuse): Typed {
  const kinds = { null: 0, boolean: K.BOOLEAN, integer: K.INTEGER, float: K.FLOAT, text: K.TEXT }[node.kind];
  if (node.kind === 'null') return { text: 'null', type: K.NULL };
  const plain =
    node.kind === 'integer'
      ? integerOf(node.text, refuse)
      : node.text.replaceAll(/(?<=\d)_(?=\d)/g, node.kind === 'text' ? '_' : '');
  const text = node.kind === 'float' && plain.startsWith('.') ? `0${plain}` : plain;
  return { text, type: { kinds, open: false }, literal: text };
}

export function signed(is: 'minus' | 'plus', of: Typed, refuse: Refuse): Typed {
  if (of.type.kinds !== 0 && !K.isOnly(of.type, K.NUMBER))
    refuse(
      `${is === 'minus' ? '-' : '+'} before a value takes a number; the embedded store cannot see that this is one`,
    );
  if (is === 'plus') return of;
  const [text, literal] = [`-${of.text}`, of.literal === undefined ? {} : { literal: `-${of.literal}` }];
  return { text: of.literal === undefined ? `(-${of.text})` : text, type: of.type, ...literal };
}

export function list(items: readonly Typed[]): Typed {
  const [first, ...rest] = items.map(({ type }) => type);
  const item = first === undefined ? { kinds: 0, open: false } : rest.reduce(K.either, first);
  return { text: `[${items.map(({ text }) => text).join(', ')}]`, type: K.listOf(item, false) };
}

export function property(of: Typed, key: string, dotted: string, refuse: Refuse): Typed {
  const takes = K.MAP | K.THING | K.INSTANT | K.DURATION;
  if (of.type.kinds !== 0 && !K.mayBe(of.type, takes)) refuse(`${nameOf(of.type.kinds)} has no properties`);
  if (of.type.kinds !== 0 && K.isOnly(of.type, K.INSTANT | K.DURATION)) {
    if (K.mayBe(of.type, K.DURATION))
      refuse('The embedded store does not tell the parts of a duration; compare the dates');
    if (!/^[\w`]+$/.test(of.text))
      refuse('A part of a date is taken of a date that has a name; write WITH date(…) AS d first');
  }
  const text = `${of.text}${dotted}`;
  if (K.isOnly(of.type, K.THING)) return { text, type: K.typeOfProperty(key) };
  if (K.isOnly(of.type, K.MAP))
    return { text, type: of.type.fields === undefined ? K.STORED : (of.type.fields.get(key) ?? K.NULL) };
  if (of.type.kinds !== 0 && K.isOnly(of.type, K.INSTANT))
    return { text, type: partOf(of.type.kinds, key, refuse) };
  short(refuse, of);
  return {
    text: `(CASE WHEN ${of.text} IS NOT NULL AND keys(${of.text}) IS NULL THEN ${raise('kind')} ELSE ${text} END)`,
    type: K.STORED,
  };
}

const DAYS = K.DATE | K.LOCAL_DATETIME | K.DATETIME;
const HOURS = K.INSTANT & ~K.DATE;
const OFFSETS = K.TIME | K.DATETIME;

/** What parts there are, and of which kinds of dates and times. */
const PARTS: readonly (readonly [kinds: number, gives: number, names: string])[] = [
  [DAYS, K.INTEGER, 'year quarter month week weekYear dayOfQuarter day ordinalDay dayOfWeek'],
  [HOURS, K.INTEGER, 'hour minute second millisecond microsecond nanosecond'],
  [OFFSETS, K.INTEGER, 'offsetMinutes offsetSeconds'],
  [OFFSETS, K.TEXT, 'offset timezone'],
  [K.DATETIME, K.INTEGER, 'epochMillis epochSeconds'],
];

function partOf(kinds: number, key: string, refuse: Refuse): K.Type {
  const of = PARTS.filter(([those]) => (kinds & ~those) === 0);
  const [, gives] = of.find(([, , names]) => names.split(' ').includes(key)) ?? [];
  return gives === undefined
    ? refuse(
        `There is no ${key} of it that the embedded store knows; there are ${of.map(([, , names]) => names).join(' ')}`,
      )
    : K.of(gives);
}

export function item(of: Typed, at: Typed, refuse: Refuse): Typed {
  const text = `${of.text}[${at.text}]`;
  if (of.type.kinds === 0) return { text: '(CASE WHEN false THEN 1 END)', type: K.NULL };
  if (K.isOnly(at.type, K.INTEGER) && K.isOnly(of.type, K.LIST))
    return { text: indexed(of, `[${at.text}]`), type: { ...K.itemOf(of.type), open: true } };
  if (K.isOnly(at.type, K.TEXT) && at.type.kinds !== 0 && K.isOnly(of.type, K.MAP | K.THING)) {
    const fields = K.isOnly(of.type, K.MAP) ? of.type.fields : undefined;
    const each = fields === undefined ? K.STORED : [...fields.values()].reduce(K.either, K.NULL);
    return { text, type: { ...each, open: true } };
  }
  if (!K.mayBe(of.type, K.LIST | K.MAP | K.THING)) refuse(`${nameOf(of.type.kinds)} has no items`);
  return refuse(
    'An item is taken from a list by an integer, from a map by a text; the embedded store cannot see that these are so',
  );
}

export function slice(of: Typed, from: Typed | undefined, to: Typed | undefined, refuse: Refuse): Typed {
  if (of.type.kinds === 0 || !K.isOnly(of.type, K.LIST))
    refuse('A slice is taken of a list; the embedded store cannot see that this is one');
  for (const end of [from, to]) {
    if (end === undefined) continue;
    if (end.type.kinds === 0 || !K.isOnly(end.type, K.INTEGER)) refuse('The ends of a slice are integers');
    if (end.literal?.startsWith('-'))
      refuse(
        'A slice that counts from the end, such as list[-2..], is not known to the embedded store; write list[size(list) - 2..]',
      );
  }
  const text = indexed(of, `[${from?.text ?? ''}..${to?.text ?? ''}]`);
  const open = [from, to].filter((end): end is Typed => end !== undefined && end.literal === undefined);
  if (open.length === 0) return { text, type: K.listOf(K.itemOf(of.type)) };
  short(refuse, ...open);
  const wrong = open.map((end) => `${end.text} < 0`).join(' OR ');
  const none = open.map((end) => `${end.text} IS NULL`).join(' OR ');
  return {
    text: `(CASE WHEN ${none} THEN null WHEN ${wrong} THEN ${raise('slice')} ELSE ${text} END)`,
    type: K.listOf(K.itemOf(of.type)),
  };
}

export function labels(of: Typed, formula: Formula, refuse: Refuse): Typed {
  if (!K.isOnly(of.type, K.NODE) && !K.isOnly(of.type, K.RELATIONSHIP))
    refuse(
      'A label is asked of a node, a type of a relationship; the embedded store cannot see that this is one',
    );
  const isNode = K.isOnly(of.type, K.NODE);
  const asked = (one: Formula): string => {
    if (one.is === 'name')
      return isNode
        ? `${of.text}:${quoted(one.name)}`
        : `type(${of.text}) = '${one.name.replaceAll(/['\\]/g, '\\$&')}'`;
    if (one.is === 'any') return isNode ? `size(labels(${of.text})) > 0` : `type(${of.text}) IS NOT NULL`;
    if (one.is === 'not') return `(NOT ${asked(one.of)})`;
    return `(${one.of.map(asked).join(one.is === 'and' ? ' AND ' : ' OR ')})`;
  };
  return { text: `(${asked(formula)})`, type: K.of(K.BOOLEAN) };
}

export function isEither(formula: Formula): boolean {
  return formula.is === 'name' || (formula.is === 'or' && formula.of.every(isEither));
}

/** With a null among what is asked of its items, a quantifier may be null on Neo4j; the engine takes null for false. */
export function quantified(
  name: 'any' | 'all' | 'none' | 'single',
  variable: string,
  items: string,
  holds: string,
): Typed {
  const start = `${quoted(variable)} IN ${items} WHERE`;
  const some = `any(${start} ${holds})`;
  const open = `any(${start} (${holds}) IS NULL)`;
  const count = `size([${start} ${holds}])`;
  const cases = {
    any: `WHEN ${some} THEN true WHEN ${open} THEN null ELSE false`,
    none: `WHEN ${some} THEN false WHEN ${open} THEN null ELSE true`,
    all: `WHEN any(${start} NOT (${holds})) THEN false WHEN ${open} THEN null ELSE true`,
    single: `WHEN ${count} > 1 THEN false WHEN ${open} THEN null ELSE ${count} = 1`,
  }[name];
  return { text: `(CASE WHEN ${items} IS NULL THEN null ${cases} END)`, type: K.of(K.BOOLEAN) };
}

/** A name as it may stand in a statement. */
export function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

function indexed(of: Typed, index: string): string {
  return `${of.text}${index}`;
}

function integerOf(text: string, refuse: Refuse): string {
  const value = BigInt(text.replaceAll('_', ''));
  if (value > 2n ** 63n - 1n) refuse(`${text} is larger than an integer can be`);
  return value.toString();
}

/** @throws what `refuse` throws for a date that is written out and is none, which the engine takes for null. */
export function checkDate(name: string, [given]: readonly Typed[], refuse: Refuse): void {
  if (name.toLowerCase() !== 'date' || given?.literal === undefined) return;
  const text = given.literal.slice(1, -1);
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day))
    refuse(`${given.literal} is not a date that the embedded store knows; write date('2024-05-28')`);
}
