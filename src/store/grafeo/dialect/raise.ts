import * as K from './kinds.ts';

/** An expression in words for the engine, and what it gives. */
export interface Typed {
  readonly text: string;
  readonly type: K.Type;
  /** Where it is a literal: as it is written. */
  readonly literal?: string;
}

/** Says why an expression cannot be answered; never returns. */
export type Refuse = (message: string) => never;

/** Longer operands are not written twice; they are to be given a name. */
const LONGEST = 400;

/** What raises an error while the engine works: it names both numbers. See `raisedBy`. */
const RAISED = {
  kind: '424201 / 0',
  unknown: '424202 / 0',
  text: '424203 / 0',
  slice: '424204 / 0',
  zero: '1 / 0',
} as const;

const SAID: Readonly<Record<string, string>> = {
  '424201':
    'A value is of another kind than is taken there: a number, a text, a list and a map are not taken for one another',
  '424202':
    'The embedded store cannot reckon with values of these kinds together; make them one kind first, with toString(x), toInteger(x) or [x]',
  '424203':
    'The embedded store does not write floats of ten million and more, or below a thousandth, as text; round them, or write toInteger(x)',
  '424204': 'The embedded store does not know a slice that counts from the end; write list[size(list) - 2..]',
};

/** What an error of the engine says that was raised by what we wrote into the statement; undefined for any other. */
export function raisedBy(message: string): string | undefined {
  const [, code = ''] = /division by zero: (\d+) \/ 0/.exec(message) ?? [];
  return SAID[code];
}

export function raise(what: keyof typeof RAISED): string {
  return `(${RAISED[what]})`;
}

/** Whether working it out may end in an error, which then has to be met though its value decides nothing. */
function mayRaise({ text }: Typed): boolean {
  return text.includes(' / ') || text.includes(' % ');
}

/** Null, after operands that may raise an error were worked out. */
export function nothing(refuse: Refuse, ...operands: readonly Typed[]): string {
  const some = operands.filter(mayRaise);
  if (some.length === 0) return '(CASE WHEN false THEN 1 END)';
  short(refuse, ...some);
  return `(CASE WHEN [${some.map(({ text }) => text).join(', ')}] IS NULL THEN 1 END)`;
}

/** What two operands give, after both were worked out: where the first is null, the engine leaves the second. */
export function afterBoth(refuse: Refuse, text: string, left: Typed, right: Typed): string {
  if (!left.type.open || !mayRaise(right)) return text;
  short(refuse, left, right);
  return `(CASE WHEN [${left.text}, ${right.text}] IS NULL THEN null ELSE ${text} END)`;
}

/** Both operands short enough to be written several times. */
export function short(refuse: Refuse, ...operands: readonly Typed[]): void {
  if (operands.some(({ text }) => text.length > LONGEST))
    refuse('The embedded store cannot reckon so much in one go; give parts of it names with WITH first');
}

/** The same, but an error where it is null though none of the operands is. */
export function strictly(refuse: Refuse, text: string, ...operands: readonly Typed[]): string {
  short(refuse, ...operands);
  const given = operands.map((one) => `${one.text} IS NOT NULL`).join(' AND ');
  return `(CASE WHEN ${text} IS NULL AND ${given} THEN ${raise('kind')} ELSE ${text} END)`;
}

/** @throws what `refuse` throws: an operand can never be what the operator takes. */
export function needs(refuse: Refuse, operand: Typed, kinds: number, sign: string): void {
  if (operand.type.kinds !== 0 && !K.mayBe(operand.type, kinds))
    refuse(`${sign} does not take ${nameOf(operand.type.kinds)}`);
  if (operand.type.mixed)
    refuse(`${sign} takes ${nameOf(kinds)}, and cannot see that it gets them from a list of several kinds`);
}

const WORDS: readonly (readonly [number, string])[] = [
  [K.BOOLEAN, 'a truth value'],
  [K.NUMBER, 'a number'],
  [K.TEXT, 'text'],
  [K.LIST, 'a list'],
  [K.MAP, 'a map'],
  [K.NODE, 'a node'],
  [K.RELATIONSHIP, 'a relationship'],
  [K.PATH, 'a path'],
  [K.INSTANT, 'a date or time'],
  [K.DURATION, 'a duration'],
];

export function nameOf(kinds: number): string {
  return WORDS.filter(([bits]) => (kinds & bits) !== 0)
    .map(([, word]) => word)
    .join(' or ');
}
