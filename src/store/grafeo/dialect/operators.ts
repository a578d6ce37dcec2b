import * as K from './kinds.ts';
import {
  afterBoth,
  nameOf,
  needs,
  nothing,
  type Refuse,
  raise,
  short,
  strictly,
  type Typed,
} from './raise.ts';
import type { Sign } from './syntax.ts';

/** What an operator gives, in words for the engine. */
export function joined(sign: Sign, left: Typed, right: Typed, refuse: Refuse): Typed {
  const { text, type } = given(sign, left, right, refuse);
  return { text: sign === 'AND' || sign === 'OR' ? text : afterBoth(refuse, text, left, right), type };
}

function given(sign: Sign, left: Typed, right: Typed, refuse: Refuse): Typed {
  if (sign === 'AND' || sign === 'OR' || sign === 'XOR')
    return {
      text: `(${truth(left, sign, refuse)} ${sign} ${truth(right, sign, refuse)})`,
      type: K.of(K.BOOLEAN),
    };
  if (sign === '=' || sign === '<>') return { text: equal(sign, left, right, refuse), type: K.of(K.BOOLEAN) };
  if (sign === 'IN') return { text: within(left, right, refuse), type: K.of(K.BOOLEAN) };
  if (['<', '<=', '>', '>='].includes(sign))
    return { text: ordered(sign, left, right, refuse), type: K.of(K.BOOLEAN) };
  if (['STARTS WITH', 'ENDS WITH', 'CONTAINS', '=~'].includes(sign)) return texts(sign, left, right, refuse);
  if (sign === '+') return added(left, right, refuse);
  if (sign === '||') return concatenated(left, right, refuse);
  return reckoned(sign, left, right, refuse);
}

/** An operand of AND, OR, XOR and NOT. */
export function truth(operand: Typed, sign: string, refuse: Refuse): string {
  needs(refuse, operand, K.BOOLEAN, sign);
  const { text, type } = operand;
  if (K.isOnly(type, K.BOOLEAN)) return text;
  short(refuse, operand);
  return `(CASE WHEN ${text} IS NOT NULL AND (NOT ${text}) IS NULL THEN ${raise('kind')} ELSE ${text} END)`;
}

function texts(sign: Sign, left: Typed, right: Typed, refuse: Refuse): Typed {
  for (const one of [left, right]) needs(refuse, one, K.TEXT, sign);
  const text = `(${left.text} ${sign} ${right.text})`;
  return { text, type: K.of(K.BOOLEAN) };
}

/** Whether something is a number: only then is there a rest after nothing is taken away. What a property is called only makes it likely. */
function isNumber(operand: Typed): string {
  if (operand.literal !== undefined) return String(K.isOnly(operand.type, K.NUMBER));
  return `((${operand.text} - 0) IS NOT NULL)`;
}

/** Kinds that are compared among themselves; of two others nothing is equal. */
const GROUPS = [
  K.BOOLEAN,
  K.NUMBER,
  K.TEXT,
  K.LIST,
  K.MAP,
  K.NODE,
  K.RELATIONSHIP,
  K.PATH,
  K.DATE,
  K.LOCAL_DATETIME,
  K.DATETIME,
  K.LOCAL_TIME,
  K.TIME,
  K.DURATION,
];

function sharesGroup(left: K.Type, right: K.Type): boolean {
  return (
    left.kinds === 0 ||
    right.kinds === 0 ||
    GROUPS.some((group) => K.mayBe(left, group) && K.mayBe(right, group))
  );
}

/** Whether a number may meet a text, which the engine takes for one another. */
function mayMix(left: K.Type, right: K.Type): boolean {
  return (
    (K.mayBe(left, K.NUMBER) && K.mayBe(right, K.TEXT)) || (K.mayBe(left, K.TEXT) && K.mayBe(right, K.NUMBER))
  );
}

function isPlainText({ literal }: Typed): boolean {
  return (
    literal !== undefined &&
    !/^['"][\s+-]*[\d.]|^['"]\s*(inf|nan)|^['"]\s*['"]$/i.test(literal) &&
    /^['"]/.test(literal)
  );
}

function equal(sign: '=' | '<>', left: Typed, right: Typed, refuse: Refuse): string {
  const text = `(${left.text} ${sign} ${right.text})`;
  const none = `(CASE WHEN ${left.text} IS NULL OR ${right.text} IS NULL THEN null ELSE ${sign === '<>'} END)`;
  if (!sharesGroup(left.type, right.type) && !mayMix(left.type, right.type)) {
    short(refuse, left, right);
    return none;
  }
  if (K.mayBe(left.type, K.LIST) && K.mayBe(right.type, K.LIST)) refuseNested(left.type, right.type, refuse);
  if (K.mayBe(left.type, K.MAP) && K.mayBe(right.type, K.MAP)) refuseMaps(left.type, right.type, refuse);
  if ([K.DATETIME, K.TIME].some((kind) => K.mayBe(left.type, kind) && K.mayBe(right.type, kind))) {
    if (!K.isOnly(left.type, K.DATETIME | K.TIME))
      refuse(
        'Times with offsets are compared by the embedded store as moments; compare toString(a) with toString(b)',
      );
    short(refuse, left, right);
    const same = `(${left.text} = ${right.text} AND toString(${left.text}) = toString(${right.text}))`;
    return sign === '=' ? same : `(NOT ${same})`;
  }
  if (!mayMix(left.type, right.type) || isPlainText(left) || isPlainText(right)) return text;
  short(refuse, left, right);
  return `(CASE WHEN ${left.text} IS NULL OR ${right.text} IS NULL THEN null WHEN ${isNumber(left)} <> ${isNumber(right)} THEN ${sign === '<>'} ELSE ${text} END)`;
}

/** Lists are equal item by item; where one of these may be null, or a number beside a text, the engine says otherwise than Neo4j. */
function refuseNested(left: K.Type, right: K.Type, refuse: Refuse): void {
  const [one, other] = [K.itemOf(left), K.itemOf(right)];
  if (isEmpty(one) || isEmpty(other)) return;
  const plain = (type: K.Type) =>
    !type.open && type.kinds !== 0 && GROUPS.filter((group) => K.mayBe(type, group)).length === 1;
  const nested = K.LIST | K.MAP | K.DATETIME | K.TIME;
  if (K.mayBe(one, nested) || K.mayBe(other, nested) || !plain(one) || !plain(other) || mayMix(one, other))
    refuse(
      'The embedded store compares lists only of values that are no null and of one kind, and no lists in lists; compare their items',
    );
}

function isEmpty(item: K.Type): boolean {
  return item.kinds === 0 && !item.open;
}

function refuseMaps(left: K.Type, right: K.Type, refuse: Refuse): void {
  const [one, other] = [left.fields, right.fields];
  const isPlain = (type: K.Type | undefined) =>
    type !== undefined && !type.open && SCALARS.some((group) => type.kinds !== 0 && K.isOnly(type, group));
  const same =
    one !== undefined &&
    other !== undefined &&
    [...one].every(
      ([key, type]) => isPlain(type) && isPlain(other.get(key)) && !mayMix(type, other.get(key) as K.Type),
    ) &&
    one.size === other.size;
  if (!same) refuse('The embedded store does not compare these maps; compare what is under their keys');
}

const SCALARS = [K.BOOLEAN, K.NUMBER, K.TEXT];

function ordered(sign: Sign, left: Typed, right: Typed, refuse: Refuse): string {
  const text = `(${left.text} ${sign} ${right.text})`;
  if (!sharesGroup(left.type, right.type) && !mayMix(left.type, right.type))
    return nothing(refuse, left, right);
  const unordered = K.BOOLEAN | K.LIST | K.MAP | K.THING | K.PATH | K.DURATION | K.DATETIME | K.TIME;
  const both = left.type.kinds & right.type.kinds;
  if ((both & unordered) !== 0 && (both & ~unordered) === 0)
    refuse(
      `The embedded store does not order ${nameOf(both & unordered)} with ${sign}; compare numbers, texts or dates`,
    );
  const known = K.NUMBER | K.TEXT | K.DATE | K.LOCAL_DATETIME | K.LOCAL_TIME;
  if (!K.isOnly(left.type, known) && !K.isOnly(right.type, known))
    refuse(
      `The embedded store cannot see whether these are numbers or texts; compare toInteger(x), toFloat(x) or toString(x)`,
    );
  if (!mayMix(left.type, right.type)) return text;
  short(refuse, left, right);
  return `(CASE WHEN ${isNumber(left)} = ${isNumber(right)} THEN ${text} END)`;
}

function within(left: Typed, right: Typed, refuse: Refuse): string {
  needs(refuse, right, K.LIST, 'IN');
  const item = K.itemOf(right.type);
  if (!K.isOnly(right.type, K.LIST))
    refuse('IN takes a list; the embedded store cannot see that this is one');
  if (K.mayBe(item, K.LIST) && K.mayBe(left.type, K.LIST)) refuseNested(left.type, item, refuse);
  if (K.mayBe(item, K.MAP) && K.mayBe(left.type, K.MAP)) refuseMaps(left.type, item, refuse);
  const timed = K.DATETIME | K.TIME;
  if (K.mayBe(item, timed) && K.mayBe(left.type, timed))
    refuse('Times with offsets are not looked for in lists by the embedded store; compare toString(x)');
  let list = right.text;
  if (mayMix(left.type, item) && !isPlainText(left)) {
    short(refuse, left, right);
    const number = isNumber({ text: '_one', type: K.ANY });
    list = `[_one IN ${right.text} WHERE _one IS NULL OR ${left.text} IS NULL OR ${number} = ${isNumber(left)}]`;
  }
  const text = `(${left.text} IN ${list})`;
  const isWritten = /^\[[^\]]/.test(right.text) && !right.text.includes(' IN ');
  if (!left.type.open || isWritten) return text;
  short(refuse, left, right);
  return `(CASE WHEN size(${right.text}) = 0 THEN false ELSE ${text} END)`;
}

const ADDED = K.NUMBER | K.TEXT | K.LIST | K.INSTANT | K.DURATION;

function added(left: Typed, right: Typed, refuse: Refuse): Typed {
  const kinds = (type: K.Type) => type.kinds;
  if (kinds(left.type) === 0 || kinds(right.type) === 0) {
    const other = kinds(left.type) === 0 ? right.type : left.type;
    for (const one of [left, right]) needs(refuse, one, ADDED, '+');
    if (K.isOnly(other, K.BOOLEAN | K.MAP | K.THING | K.PATH) && other.kinds !== 0)
      refuse(`+ does not take ${nameOf(other.kinds)}`);
    return { text: nothing(refuse, left, right), type: K.either(K.NULL, other) };
  }
  if (K.isOnly(left.type, K.LIST) || K.isOnly(right.type, K.LIST)) return appended(left, right, refuse);
  for (const one of [left, right]) needs(refuse, one, ADDED, '+');
  const text = `(${left.text} + ${right.text})`;
  if (K.isOnly(left.type, K.NUMBER) && K.isOnly(right.type, K.NUMBER))
    return { text, type: K.of(sumOf(left.type, right.type)) };
  if (K.isOnly(left.type, K.TEXT | K.NUMBER) && K.isOnly(right.type, K.TEXT | K.NUMBER)) {
    if (K.isOnly(left.type, K.TEXT) || K.isOnly(right.type, K.TEXT))
      return { text: `(${asText(left, refuse)} + ${asText(right, refuse)})`, type: K.of(K.TEXT) };
    refuse(
      'The embedded store cannot see whether these are numbers or texts; write toString(x) or toFloat(x)',
    );
  }
  if (K.isOnly(left.type, K.INSTANT) && K.isOnly(right.type, K.DURATION))
    return { text, type: K.of(left.type.kinds) };
  if (K.isOnly(left.type, K.DURATION) && K.isOnly(right.type, K.INSTANT))
    return { text, type: K.of(right.type.kinds) };
  if (K.isOnly(left.type, K.DURATION) && K.isOnly(right.type, K.DURATION))
    return { text, type: K.of(K.DURATION) };
  const pair = left.type.kinds | right.type.kinds;
  if (
    K.isOnly(left.type, K.INSTANT | K.DURATION) ||
    K.isOnly(right.type, K.INSTANT | K.DURATION) ||
    (pair & ~(K.BOOLEAN | K.NUMBER | K.MAP | K.THING)) === 0
  )
    refuse(`+ does not take ${nameOf(left.type.kinds)} and ${nameOf(right.type.kinds)} together`);
  // The engine gives null where these are no numbers or texts, and then it is an error.
  const seen = right.type.kinds === K.INTEGER || left.type.kinds === K.INTEGER || right.type.kinds === K.TEXT;
  if (seen) return { text: strictly(refuse, text, left, right), type: K.of(K.NUMBER | K.TEXT) };
  return refuse(
    'The embedded store cannot see whether numbers, texts or lists are added here; write toString(x), toFloat(x) or [x]',
  );
}

function sumOf(left: K.Type, right: K.Type): number {
  if (left.kinds === K.INTEGER && right.kinds === K.INTEGER) return K.INTEGER;
  return left.kinds === K.FLOAT || right.kinds === K.FLOAT ? K.FLOAT : K.NUMBER;
}

/** A list and an item, or two lists, added. */
function appended(left: Typed, right: Typed, refuse: Refuse): Typed {
  const [first, second] = [partOf(left.type), partOf(right.type)];
  const item = K.either(first, second);
  const type = K.listOf({ ...item, mixed: !sharesGroup(first, second) });
  if (K.isOnly(left.type, K.LIST) && K.isOnly(right.type, K.LIST))
    return { text: `(${left.text} + ${right.text})`, type };
  const one = K.isOnly(left.type, K.LIST) ? right : left;
  const asList = K.mayBe(one.type, K.LIST)
    ? `coalesce([_part IN ${one.text} | _part], [${one.text}])`
    : `[${one.text}]`;
  if (one.type.open || K.mayBe(one.type, K.LIST)) short(refuse, one);
  const safe = one.type.open ? `CASE WHEN ${one.text} IS NULL THEN null ELSE ${asList} END` : asList;
  const [before, after] = one === right ? [left.text, safe] : [safe, right.text];
  return { text: `(${before} + ${after})`, type };
}

function partOf(type: K.Type): K.Type {
  return K.isOnly(type, K.LIST) ? K.itemOf(type) : { ...type, open: false };
}

function concatenated(left: Typed, right: Typed, refuse: Refuse): Typed {
  for (const one of [left, right]) {
    needs(refuse, one, K.TEXT | K.LIST, '||');
    if (!K.isOnly(one.type, K.TEXT) && !K.isOnly(one.type, K.LIST))
      refuse('|| joins two texts or two lists; the embedded store cannot see that these are');
  }
  if (!sharesGroup(left.type, right.type)) refuse('|| joins two texts or two lists');
  return added(left, right, refuse);
}

/** A number or text as Neo4j writes it in a text. */
export function asText(operand: Typed, refuse: Refuse): string {
  const { text, type } = operand;
  if (!K.mayBe(type, K.FLOAT)) return K.isOnly(type, K.TEXT) ? text : `toString(${text})`;
  short(refuse, operand);
  // Only of a float is half of the next odd number more than itself.
  const isFloat = type.kinds === K.FLOAT ? 'true' : `((2 * abs(${text}) + 1) / 2 > abs(${text}))`;
  const size = `abs(${text})`;
  return `(CASE WHEN ${text} IS NULL THEN null WHEN NOT ${isFloat} OR ${text} <> ${text} THEN toString(${text}) WHEN ${size} >= 10000000 OR (${size} < 0.001 AND ${text} <> 0) OR (${text} = 0 AND 1.0 / ${text} < 0) THEN ${raise('text')} WHEN floor(${text}) = ${text} THEN toString(${text}) + '.0' ELSE toString(${text}) END)`;
}

function reckoned(sign: Sign, left: Typed, right: Typed, refuse: Refuse): Typed {
  const timed = sign === '-' ? K.INSTANT | K.DURATION : sign === '*' || sign === '/' ? K.DURATION : 0;
  needs(refuse, left, K.NUMBER | timed, sign);
  needs(refuse, right, K.NUMBER | (timed & K.DURATION && sign !== '/' ? K.DURATION : 0), sign);
  const numbers = K.isOnly(left.type, K.NUMBER) && K.isOnly(right.type, K.NUMBER);
  const text = `(${left.text} ${sign} ${right.text})`;
  if (K.isOnly(left.type, timed) && left.type.kinds !== 0) {
    const ok = sign === '-' ? K.isOnly(right.type, K.DURATION) : K.isOnly(right.type, K.NUMBER);
    if (!ok || sign === '/')
      refuse(
        `The embedded store cannot reckon ${nameOf(left.type.kinds)} ${sign} ${nameOf(right.type.kinds)}`,
      );
    return { text, type: K.of(left.type.kinds) };
  }
  if (
    K.mayBe(right.type, K.DURATION) &&
    !K.isOnly(right.type, ~K.DURATION & K.ALL & ~0) &&
    K.isOnly(right.type, K.DURATION)
  )
    refuse(`${sign} does not take a duration here; write the duration first`);
  const type = K.of(sign === '^' ? K.FLOAT : numbers ? sumOf(left.type, right.type) : K.NUMBER);
  const plain = numbers ? text : strictly(refuse, text, left, right);
  if (sign !== '/' && sign !== '%') return { text: plain, type };
  return { text: divided(sign, left, right, plain, refuse), type };
}

/** Nothing is divided by the integer 0; by the float 0.0 there is an infinity, or a rest that is no number. */
function divided(sign: '/' | '%', left: Typed, right: Typed, plain: string, refuse: Refuse): string {
  if (right.literal !== undefined && Number(right.literal) !== 0) return plain;
  const [one, other] = [left.type.kinds === K.FLOAT, right.type.kinds === K.FLOAT];
  if (sign === '/' && other) return plain;
  if (sign === '/' && left.type.kinds === K.INTEGER && right.type.kinds === K.INTEGER && !left.type.open)
    return plain;
  short(refuse, left, right);
  const zero = sign === '%' && (one || other) ? '(0.0 / 0.0)' : raise('zero');
  const guard = sign === '%' ? ` AND ${left.text} IS NOT NULL` : '';
  return `(CASE WHEN ${right.text} = 0${guard} THEN ${zero} ELSE ${plain} END)`;
}
