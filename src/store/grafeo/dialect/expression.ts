import { propertiesThat } from '../../../model/schema.ts';
import {
  type CypherToken,
  closing,
  depthAt,
  type Edit,
  edited,
  isKeyword,
  tokenise,
} from '../../cypher-text.ts';

/** What an expression is called with and what its text becomes; undefined leaves it. */
type Rule = (call: Call) => string | undefined;

interface Call {
  /** The text between the brackets, and all of it with the name. */
  readonly inside: string;
  readonly whole: string;
  /** The tokens between the brackets. */
  readonly tokens: readonly CypherToken[];
}

/** Properties that are lists in this graph. */
const LISTS = new Set(propertiesThat(({ isList }) => isList));

const RULES: Readonly<Record<string, Rule>> = {
  // The sum of nothing is 0 on Neo4j, null on Grafeo.
  SUM: ({ whole }) => `coalesce(${whole}, 0)`,
  // A half is rounded up on Neo4j, away from zero on Grafeo.
  ROUND: ({ inside, tokens }) => (commas(tokens).length === 0 ? `floor((${inside}) + 0.5)` : undefined),
  // '4.9' is 4 on Neo4j, null on Grafeo.
  TOINTEGER: ({ whole, inside }) => `coalesce(${whole}, toInteger(toFloat(${inside})))`,
  // 1.0 is '1.0' on Neo4j, '1' on Grafeo; only of a float is half of the next odd number more than itself.
  TOSTRING: ({ whole, inside }) =>
    `CASE WHEN (2 * abs(${inside}) + 1) / 2 > abs(${inside}) AND floor(${inside}) = (${inside}) AND abs(${inside}) < 10000000 THEN ${whole} + '.0' ELSE ${whole} END`,
  ISEMPTY: ({ inside }) => `(size(${inside}) = 0)`,
  SIZE: ({ tokens, inside }) => countOf(tokens, inside),
  // With a null among its items, a quantifier may be null on Neo4j; Grafeo takes null for false.
  ANY: (call) => quantifier(call, (q) => `WHEN ${q.any} THEN true WHEN ${q.unknown} THEN null ELSE false`),
  ALL: (call) => quantifier(call, (q) => `WHEN ${q.anyNot} THEN false WHEN ${q.unknown} THEN null ELSE true`),
  NONE: (call) => quantifier(call, (q) => `WHEN ${q.any} THEN false WHEN ${q.unknown} THEN null ELSE true`),
  SINGLE: (call) =>
    quantifier(call, (q) => `WHEN ${q.count} > 1 THEN false WHEN ${q.unknown} THEN null ELSE ${q.count} = 1`),
};

/**
 * Expressions in words that Grafeo 0.6.0 has and answers as Neo4j does: functions by the rules above, `a || b`, a list and an
 * item added, `r:TYPE` of a relationship, `OFFSET`.
 *
 * Goes from the last token to the first, so that what is inside a call is done before the call.
 */
export function rewriteExpressions(statement: string): string {
  let text = statement;
  for (let i = tokenise(text).length - 1; i >= 0; i--) {
    const tokens = tokenise(text);
    text = edited(text, [
      ...called(text, tokens, i),
      ...joined(tokens, i),
      ...offset(tokens, i),
      ...appended(text, tokens, i),
      ...relationshipType(tokens, i),
    ]);
  }
  return text;
}

function called(statement: string, tokens: readonly CypherToken[], i: number): Edit[] {
  const [name, open] = [tokens[i], tokens[i + 1]];
  const before = tokens[i - 1]?.text;
  if (name?.kind !== 'word' || open?.text !== '(' || before === '.' || before === ':') return [];
  const rule = RULES[name.text.toUpperCase()];
  const close = closing(tokens, i + 1);
  const end = tokens[close];
  if (rule === undefined || end === undefined) return [];
  const text = rule({
    inside: statement.slice(open.end, end.start),
    whole: statement.slice(name.start, end.end),
    tokens: tokens.slice(i + 2, close),
  });
  return text === undefined ? [] : [{ start: name.start, end: end.end, text }];
}

function quantifier(
  { tokens, inside }: Call,
  cases: (parts: { any: string; anyNot: string; unknown: string; count: string }) => string,
): string | undefined {
  const where = tokens.findIndex((_, i) => isKeyword(tokens, i, 'WHERE') && depthAt(tokens, i) === 0);
  const [variable, word, list, condition] = [tokens[0], tokens[1], tokens[2], tokens[where + 1]];
  if (where < 3 || !isKeyword(tokens, 1, 'IN')) return undefined;
  if (variable === undefined || word === undefined || list === undefined || condition === undefined)
    return undefined;
  const from = tokens[0]?.start ?? 0;
  // Tokens count from the start of the statement, `inside` from the bracket on.
  const lead = inside.length - inside.trimStart().length;
  const at = (place: number) => place - from + lead;
  const items = inside.slice(at(list.start), at(tokens[where - 1]?.end ?? list.end));
  const holds = inside.slice(at(condition.start));
  const start = `${variable.text} IN ${items} WHERE`;
  const parts = {
    any: `any(${start} ${holds})`,
    anyNot: `any(${start} NOT (${holds}))`,
    unknown: `any(${start} (${holds}) IS NULL)`,
    count: `size([${start} ${holds}])`,
  };
  return `CASE WHEN (${items}) IS NULL THEN null ${cases(parts)} END`;
}

/** `size([(a)--(b) | b])` counts what `COUNT { MATCH (a)--(b) }` counts. */
function countOf(tokens: readonly CypherToken[], inside: string): string | undefined {
  const bar = tokens.findLastIndex(({ text }, i) => text === '|' && depthAt(tokens, i) === 1);
  const [first, pattern, before] = [tokens[0], tokens[1], tokens[bar - 1]];
  if (first?.text !== '[' || pattern?.text !== '(' || bar < 0 || before === undefined) return undefined;
  const lead = inside.indexOf('[') - first.start;
  const link = tokens[closing(tokens, 1) + 1]?.text;
  if (link !== '-' && link !== '<') return undefined;
  return `COUNT { MATCH ${inside.slice(pattern.start + lead, before.end + lead)} }`;
}

function joined(tokens: readonly CypherToken[], i: number): Edit[] {
  const [one, two] = [tokens[i], tokens[i + 1]];
  if (one?.text !== '|' || two?.text !== '|' || one.end !== two.start) return [];
  return [{ start: one.start, end: two.end, text: '+' }];
}

function offset(tokens: readonly CypherToken[], i: number): Edit[] {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (token === undefined || !isKeyword(tokens, i, 'OFFSET')) return [];
  if (next?.kind !== 'number' && next?.text !== '$') return [];
  return [{ start: token.start, end: token.end, text: 'SKIP' }];
}

/** `list + item` and `item + list`, which Grafeo answers with null, as lists added. */
function appended(statement: string, tokens: readonly CypherToken[], i: number): Edit[] {
  if (tokens[i]?.text !== '+') return [];
  const [left, right] = [operandBefore(tokens, i - 1), operandAfter(tokens, i + 1)];
  if (left === undefined || right === undefined || left.list === right.list) return [];
  const [first, last] = left.list ? [right.from, right.to] : [left.from, left.to];
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const text = statement.slice(start, end);
  const known = ['string', 'number'].includes(tokens[first]?.kind ?? '');
  if (known) return [{ start, end, text: `[${text}]` }];
  const asList = `CASE WHEN ${text} IS NULL THEN null ELSE coalesce([_item IN ${text} | _item], [${text}]) END`;
  return [{ start, end, text: asList }];
}

interface Operand {
  readonly from: number;
  readonly to: number;
  /** Whether it is seen to be a list. */
  readonly list: boolean;
}

/** A literal, a variable, a property or a list that stands alone before a `+`; undefined for anything else. */
function operandBefore(tokens: readonly CypherToken[], at: number): Operand | undefined {
  const token = tokens[at];
  if (token?.text === ']') {
    let open = at;
    for (let depth = 0; open >= 0; open--) {
      if (tokens[open]?.text === ']') depth++;
      if (tokens[open]?.text === '[' && --depth === 0) break;
    }
    const before = tokens[open - 1];
    const indexed = before?.kind === 'word' && !isOperator(tokens, open - 1);
    if (indexed || before?.text === ')' || before?.text === ']') return undefined;
    return { from: open, to: at, list: true };
  }
  if (token === undefined || token.kind === 'sign') return undefined;
  const from = tokens[at - 1]?.text === '.' ? at - 2 : tokens[at - 1]?.text === '$' ? at - 1 : at;
  const before = tokens[from - 1]?.text ?? '';
  if (['*', '/', '%', '^', '-', '.'].includes(before)) return undefined;
  return { from, to: at, list: from === at - 2 && LISTS.has(token.text) };
}

/** The same after it. */
function operandAfter(tokens: readonly CypherToken[], at: number): Operand | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  let to = at;
  if (token.text === '[') to = closing(tokens, at);
  else if (token.text === '$') to = at + 1;
  else if (token.kind === 'sign') return undefined;
  else if (tokens[at + 1]?.text === '.') to = at + 2;
  const after = tokens[to + 1]?.text ?? '';
  if (['*', '/', '%', '^', '.', '[', '(', '{'].includes(after)) return undefined;
  const list = token.text === '[' || (to === at + 2 && LISTS.has(tokens[to]?.text ?? ''));
  return { from: at, to, list };
}

/** Whether a word is one after which a list literal may stand, so that `[` does not index it. */
function isOperator(tokens: readonly CypherToken[], i: number): boolean {
  return [
    'RETURN',
    'WITH',
    'IN',
    'AND',
    'OR',
    'XOR',
    'NOT',
    'THEN',
    'ELSE',
    'WHEN',
    'DISTINCT',
    'UNWIND',
    'WHERE',
    'BY',
  ].some((word) => isKeyword(tokens, i, word));
}

/** `r:INVESTS_IN` as a question, of a variable that stands for a relationship. */
function relationshipType(tokens: readonly CypherToken[], i: number): Edit[] {
  const [variable, colon, type] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (variable?.kind !== 'word' || colon?.text !== ':' || type?.kind !== 'word') return [];
  const before = tokens[i - 1]?.text ?? '';
  if (['(', '[', '{', ',', '.', ':'].includes(before)) return [];
  const bound = tokens.some(
    ({ text }, k) => text === '-' && tokens[k + 1]?.text === '[' && tokens[k + 2]?.text === variable.text,
  );
  if (!bound) return [];
  return [
    {
      start: variable.start,
      end: type.end,
      text: `type(${variable.text}) = '${type.text.replaceAll(/[`']/g, '')}'`,
    },
  ];
}

function commas(tokens: readonly CypherToken[]): readonly number[] {
  return tokens.flatMap(({ text }, i) => (text === ',' && depthAt(tokens, i) === 0 ? [i] : []));
}
