import * as K from './kinds.ts';
import { asText, joined } from './operators.ts';
import { nameOf, type Refuse, raise, short, strictly, type Typed } from './raise.ts';

/** What a function takes and gives, and in what words the engine does it as Neo4j does. */
interface Function {
  /** The kinds of each argument; the last holds for all that follow. */
  readonly takes: readonly number[];
  /** How many arguments; default as many as `takes` has. */
  readonly count?: readonly [number, number];
  readonly gives: K.Type | ((given: readonly K.Type[]) => K.Type);
  /** Whether it works over rows. */
  readonly groups?: boolean;
  readonly write?: (given: readonly Typed[], call: string, refuse: Refuse) => string;
  /** Why it is not answered. */
  readonly refused?: string;
}

const {
  BOOLEAN,
  INTEGER,
  FLOAT,
  NUMBER,
  TEXT,
  LIST,
  MAP,
  NODE,
  RELATIONSHIP,
  THING,
  PATH,
  INSTANT,
  DURATION,
  ALL,
} = K;

const number: Function = { takes: [NUMBER], gives: K.of(FLOAT) };
/** An integer stays one on the engine. */
const float: Function = { ...number, write: (_, call) => `toFloat(${call})` };
const same: Function = { takes: [NUMBER], gives: ([one = K.ANY]) => K.of(one.kinds & NUMBER) };
const text: Function = { takes: [TEXT], gives: K.of(TEXT) };
const item: Function = { takes: [LIST], gives: ([one = K.ANY]) => ({ ...K.itemOf(one), open: true }) };
const instant = (kinds: number): Function => ({
  takes: [TEXT | MAP | INSTANT],
  count: [0, 1],
  gives: K.of(kinds),
  // A text that is no date is an error on Neo4j, null on the engine.
  write: ([one], call, refuse) =>
    one === undefined || one.literal !== undefined ? call : strictly(refuse, call, one),
});
const refused = (refused: string): Function => ({ takes: [ALL], count: [0, 9], gives: K.ANY, refused });
const unknown = (instead: string): Function => refused(`is not known to the embedded store; ${instead}`);

const FUNCTIONS: Readonly<Record<string, Function>> = {
  count: { takes: [ALL], gives: K.of(INTEGER), groups: true },
  collect: { takes: [ALL], gives: ([one = K.ANY]) => K.listOf({ ...one, open: false }, false), groups: true },
  sum: {
    takes: [NUMBER],
    gives: ([one = K.ANY]) => K.of(one.kinds & NUMBER || INTEGER),
    groups: true,
    write: (_, call) => `coalesce(${call}, 0)`,
  },
  avg: { takes: [NUMBER], gives: K.of(FLOAT), groups: true },
  min: {
    takes: [NUMBER | TEXT | K.DATE],
    gives: ([one = K.ANY]) => ({ ...one, open: true }),
    groups: true,
  },
  max: {
    takes: [NUMBER | TEXT | K.DATE],
    gives: ([one = K.ANY]) => ({ ...one, open: true }),
    groups: true,
  },
  stdev: { takes: [NUMBER], gives: K.of(FLOAT), groups: true, write: (_, call) => `coalesce(${call}, 0.0)` },
  stdevp: { takes: [NUMBER], gives: K.of(FLOAT), groups: true, write: (_, call) => `coalesce(${call}, 0.0)` },
  percentilecont: {
    takes: [NUMBER, NUMBER],
    gives: K.of(FLOAT),
    groups: true,
    // Of integers it is an integer on Neo4j where it happens to be one of them.
    write: ([one], call, refuse) =>
      one !== undefined && K.mayBe(one.type, INTEGER)
        ? refuse('percentileCont() takes floats here; write percentileCont(toFloat(x), 0.5)')
        : call,
  },
  percentiledisc: {
    takes: [NUMBER, NUMBER],
    gives: ([one = K.ANY]) => K.of(one.kinds & NUMBER),
    groups: true,
    write: ([one], call, refuse) => {
      if (one !== undefined && K.isOnly(one.type, INTEGER)) return `toInteger(${call})`;
      return one !== undefined && K.isOnly(one.type, FLOAT)
        ? call
        : refuse('percentileDisc() takes numbers of one kind here; write toFloat(x) or toInteger(x) for x');
    },
  },

  abs: same,
  sign: { takes: [NUMBER], gives: K.of(INTEGER) },
  ceil: float,
  floor: float,
  round: {
    takes: [NUMBER, INTEGER, TEXT],
    count: [1, 3],
    gives: K.of(FLOAT),
    // A half is rounded up on Neo4j, away from zero on the engine.
    write: ([one, ...more], _, refuse) =>
      one === undefined || more.length > 0
        ? refuse('The embedded store rounds to whole numbers; write round(x * 100) / 100')
        : `toFloat(floor(${one.text} + 0.5))`,
  },
  sqrt: number,
  exp: number,
  log: number,
  log10: number,
  sin: number,
  cos: number,
  tan: number,
  cot: number,
  asin: number,
  acos: number,
  atan: number,
  degrees: number,
  radians: number,
  atan2: { takes: [NUMBER, NUMBER], gives: K.of(FLOAT) },
  pi: { takes: [], gives: { kinds: FLOAT, open: false } },
  e: { takes: [], gives: { kinds: FLOAT, open: false } },
  rand: { takes: [], gives: { kinds: FLOAT, open: false } },
  timestamp: { takes: [], gives: { kinds: INTEGER, open: false } },
  isnan: unknown('write x <> x'),
  range: { takes: [INTEGER], count: [2, 3], gives: K.listOf({ kinds: INTEGER, open: false }), write: whole },

  size: { takes: [LIST | TEXT], gives: K.of(INTEGER) },
  isempty: { takes: [LIST | TEXT], gives: K.of(BOOLEAN), write: ([one]) => `(size(${one?.text}) = 0)` },
  head: item,
  last: item,
  tail: { takes: [LIST], gives: ([one = K.ANY]) => K.listOf(K.itemOf(one)) },
  reverse: {
    takes: [LIST | TEXT],
    gives: ([one = K.ANY]) => ({ ...one, kinds: one.kinds & (LIST | TEXT), open: true }),
    write: ([one], call, refuse) =>
      one?.type.stored && K.mayBe(one.type, LIST)
        ? refuse('reverse() takes no list straight from a node, on Neo4j too; write reverse([x IN n.xs | x])')
        : call,
  },
  coalesce: {
    takes: [ALL],
    count: [1, 99],
    gives: (given) => ({ ...given.reduce(K.either), open: given.every((one) => one.open) }),
  },
  nullif: {
    takes: [ALL, ALL],
    gives: ([one = K.ANY]) => ({ ...one, open: true }),
    write: ([one, other], _, refuse) =>
      one === undefined || other === undefined
        ? refuse('nullIf() takes two values')
        : `(CASE WHEN ${joined('=', one, other, refuse).text} THEN null ELSE ${one.text} END)`,
  },

  tostring: {
    takes: [BOOLEAN | NUMBER | TEXT | INSTANT],
    gives: K.of(TEXT),
    write: ([one], call, refuse) =>
      one !== undefined && K.mayBe(one.type, FLOAT) ? floatText(one, refuse) : call,
  },
  tostringornull: unknown('write toString(x)'),
  tointeger: {
    takes: [BOOLEAN | NUMBER | TEXT],
    gives: K.of(INTEGER),
    write: ([one], call, refuse) => integerOf(one, call, refuse),
  },
  tointegerornull: unknown('write toInteger(x)'),
  tofloat: { takes: [NUMBER | TEXT], gives: K.of(FLOAT) },
  tofloatornull: unknown('write toFloat(x)'),
  toboolean: {
    takes: [BOOLEAN | INTEGER | TEXT],
    gives: K.of(BOOLEAN),
    write: ([one], call, refuse) => truthOf(one, call, refuse),
  },
  tobooleanornull: unknown('write toBoolean(x)'),
  tointegerlist: unknown('write [x IN list | toInteger(x)]'),
  tofloatlist: unknown('write [x IN list | toFloat(x)]'),
  tostringlist: unknown('write [x IN list | toString(x)]'),
  tobooleanlist: unknown('write [x IN list | toBoolean(x)]'),
  valuetype: unknown('say what a value is in the question itself'),
  randomuuid: unknown('ids are made outside'),
  point: unknown('keep x and y as numbers'),
  btrim: unknown('write trim(x)'),
  normalize: text,

  toupper: text,
  tolower: text,
  upper: text,
  lower: text,
  trim: text,
  ltrim: text,
  rtrim: text,
  char_length: { takes: [TEXT], gives: K.of(INTEGER) },
  character_length: { takes: [TEXT], gives: K.of(INTEGER) },
  substring: { takes: [TEXT, INTEGER, INTEGER], count: [2, 3], gives: K.of(TEXT), write: positive },
  left: { takes: [TEXT, INTEGER], gives: K.of(TEXT), write: positive },
  right: { takes: [TEXT, INTEGER], gives: K.of(TEXT), write: positive },
  split: {
    takes: [TEXT, TEXT],
    gives: K.listOf({ kinds: TEXT, open: false }),
    write: ([, by], call, refuse) =>
      by?.literal === undefined || /^(''|"")$/.test(by.literal)
        ? refuse(
            'The embedded store splits text at a text that is written out and not empty; for its characters write [i IN range(0, size(text) - 1) | substring(text, i, 1)]',
          )
        : call,
  },
  replace: {
    takes: [TEXT, TEXT, TEXT],
    gives: K.of(TEXT),
    write: ([, what], call, refuse) =>
      what?.literal === undefined || /^(''|"")$/.test(what.literal)
        ? refuse('The embedded store replaces a text that is written out and not empty')
        : call,
  },

  keys: { takes: [MAP | THING], gives: K.listOf({ kinds: TEXT, open: false }) },
  properties: { takes: [MAP | THING], gives: K.of(MAP) },
  labels: { takes: [NODE], gives: K.listOf({ kinds: TEXT, open: false }) },
  type: { takes: [RELATIONSHIP], gives: K.of(TEXT) },
  id: { takes: [THING], gives: K.of(INTEGER) },
  elementid: { takes: [THING], gives: K.of(TEXT) },
  startnode: { takes: [RELATIONSHIP], gives: K.of(NODE) },
  endnode: { takes: [RELATIONSHIP], gives: K.of(NODE) },
  nodes: { takes: [PATH], gives: K.listOf({ kinds: NODE, open: false }) },
  relationships: { takes: [PATH], gives: K.listOf({ kinds: RELATIONSHIP, open: false }) },
  length: { takes: [PATH], gives: K.of(INTEGER) },
  exists: { takes: [ALL], gives: K.of(BOOLEAN) },

  date: instant(K.DATE),
  datetime: instant(K.DATETIME),
  localdatetime: instant(K.LOCAL_DATETIME),
  time: instant(K.TIME),
  localtime: instant(K.LOCAL_TIME),
  duration: { takes: [TEXT | MAP], gives: K.of(DURATION) },
  'date.truncate': unknown(
    "write date({year: d.year, month: d.month, day: 1}), with d given by WITH date('…') AS d",
  ),
  'datetime.truncate': unknown('take its parts, d.year, d.month'),
  'localdatetime.truncate': unknown('take its parts, d.year, d.month'),
  'duration.between': unknown('compare the dates, or their parts'),
  'duration.indays': unknown('compare the dates, or their parts'),
  'duration.inmonths': unknown('compare the dates, or their parts'),
  'duration.inseconds': unknown('compare the dates, or their parts'),
};

/** Whether a function works over rows: what stands beside it is a group. */
export function groups(name: string): boolean {
  return FUNCTIONS[name.toLowerCase()]?.groups === true;
}

/** A call in words for the engine, and what it gives. `head` is its name and what stands before its arguments. */
export function called(name: string, head: string, given: readonly Typed[], refuse: Refuse): Typed {
  const known = Object.hasOwn(FUNCTIONS, name.toLowerCase()) ? FUNCTIONS[name.toLowerCase()] : undefined;
  if (known === undefined) return refuse(`There is no function ${name} that the embedded store knows`);
  const [least, most] = known.count ?? [known.takes.length, known.takes.length];
  if (given.length < least || given.length > most)
    refuse(
      `${name}() takes ${least === most ? least : `${least} to ${most}`} arguments, and not ${given.length}`,
    );
  if (known.refused !== undefined) refuse(`${name}() ${known.refused}`);
  for (const [i, one] of given.entries()) {
    const takes = known.takes[Math.min(i, known.takes.length - 1)] ?? ALL;
    if (one.type.mixed && takes !== ALL)
      refuse(
        `${name}() takes ${nameOf(takes)}, and cannot see that it gets them from a list of several kinds`,
      );
    if (one.type.kinds !== 0 && !K.mayBe(one.type, takes))
      refuse(`${name}() does not take ${nameOf(one.type.kinds)}`);
  }
  const call = `${head}${given.map((one) => one.text).join(', ')})`;
  const written = known.write?.(given, call, refuse) ?? call;
  const types = given.map((one) => one.type);
  const type = typeof known.gives === 'function' ? known.gives(types) : known.gives;
  const guards = given.flatMap((one, i) => {
    const takes = known.takes[Math.min(i, known.takes.length - 1)] ?? ALL;
    return K.isOnly(one.type, takes) ? [] : [guard(one, takes, name, known.groups === true, refuse)];
  });
  if (guards.length === 0) return { text: written, type };
  return { text: `(CASE WHEN ${guards.join(' AND ')} THEN ${written} ELSE ${raise('kind')} END)`, type };
}

/** Whether a value is null or of one of these kinds, which shows in what the engine can do with it. */
function guard(one: Typed, takes: number, name: string, overRows: boolean, refuse: Refuse): string {
  if (overRows)
    refuse(
      `${name}() takes ${nameOf(takes)}, and the embedded store cannot see that it gets them; write ${name}(toFloat(x)) or ${name}(toString(x))`,
    );
  short(refuse, one);
  const x = one.text;
  const tests = [
    [NUMBER, `(${x} - 0) IS NOT NULL`],
    [TEXT, `(${x} + '') IS NOT NULL`],
    [BOOLEAN, `(NOT ${x}) IS NOT NULL`],
    [LIST, `[_part IN ${x} | 1] IS NOT NULL`],
    [MAP | THING, `keys(${x}) IS NOT NULL`],
    [NODE, `labels(${x}) IS NOT NULL`],
    [RELATIONSHIP, `type(${x}) IS NOT NULL`],
  ] as const;
  const seen = tests.filter(([kinds]) => (kinds & takes) === kinds && K.mayBe(one.type, kinds));
  if (seen.length === 0)
    refuse(`${name}() takes ${nameOf(takes)}; the embedded store cannot see that this is one`);
  return `(${[`${x} IS NULL`, ...seen.map(([, test]) => test)].join(' OR ')})`;
}

function whole(given: readonly Typed[], call: string, refuse: Refuse): string {
  if (given.some(({ type }) => !K.isOnly(type, INTEGER)) || given.some(({ type }) => type.kinds === 0))
    refuse('range() takes integers; write range(toInteger(a), toInteger(b))');
  const [, , step] = given;
  if (step !== undefined && (step.literal === undefined || Number(step.literal) === 0))
    refuse('The step of range() is an integer that is written out, and not 0');
  return call;
}

/** Neo4j refuses a negative place or length, and the engine takes it for another. */
function positive(given: readonly Typed[], call: string, refuse: Refuse): string {
  const places = given.slice(1).filter(({ literal }) => literal === undefined);
  if (places.length === 0) return call;
  short(refuse, ...places);
  const wrong = places.map(({ text: place }) => `${place} < 0`).join(' OR ');
  return `(CASE WHEN ${wrong} THEN ${raise('kind')} ELSE ${call} END)`;
}

function floatText(one: Typed, refuse: Refuse): string {
  if (K.isOnly(one.type, NUMBER)) return asText(one, refuse);
  short(refuse, one);
  return `(CASE WHEN (${one.text} - 0) IS NULL THEN toString(${one.text}) ELSE ${asText({ text: one.text, type: K.of(NUMBER) }, refuse)} END)`;
}

/** '4.9' is 4 on Neo4j, null on the engine. */
function integerOf(one: Typed | undefined, call: string, refuse: Refuse): string {
  if (one === undefined || !K.mayBe(one.type, TEXT)) return call;
  short(refuse, one);
  return `coalesce(${call}, toInteger(toFloat(${one.text})))`;
}

/** A number is true unless it is 0; which of those that are worked out Neo4j takes, its own view of their kinds says. */
function truthOf(one: Typed | undefined, call: string, refuse: Refuse): string {
  if (one === undefined || !K.mayBe(one.type, INTEGER)) return call;
  if (one.literal === undefined)
    refuse("toBoolean() takes a text here, or a number that is written out; write x <> 0 or x = 'true'");
  return `(${one.text} <> 0)`;
}
