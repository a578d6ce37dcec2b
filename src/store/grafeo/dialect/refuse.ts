import { YuantuError } from '../../../model/errors.ts';
import { propertiesThat } from '../../../model/schema.ts';
import {
  type CypherToken,
  clauseEnd,
  closing,
  depthAt,
  isClause,
  isKeyword,
  tokenise,
} from '../../cypher-text.ts';
import type { Parameters, QueryValue } from '../../store.ts';

/** What a value is seen to be before the query runs; undefined when that cannot be told. */
type Kind = 'number' | 'text' | undefined;

const NUMBERS = new Set(
  propertiesThat(({ kind, isList }) => !isList && (kind === 'integer' || kind === 'float')),
);

// Not `id`: what a statement makes itself, a map or a row, may well have a number for one.
const TEXTS = new Set(
  propertiesThat(({ kind, isList }) => !isList && (kind === 'text' || kind === 'date')).filter(
    (name) => name !== 'id',
  ),
);

const COMPARISONS = ['=', '<>', '<=', '>=', '<', '>'];

/**
 * Refuses what Grafeo 0.6.0 would answer otherwise than Neo4j without a word, and what cannot be put otherwise: a number compared
 * with text, a slice counted from the end, `2 ^ 3 ^ 2`, a shortest path sought among those that a condition allows, a date that
 * is none, text split at nothing, and a reading that returns nothing.
 *
 * @throws {YuantuError} QUERY saying what to write instead.
 */
export function refuseOtherAnswers(statement: string, parameters: Parameters): void {
  const tokens = tokenise(statement);
  for (const i of tokens.keys()) {
    refuseMixed(tokens, i, parameters);
    refuseSlice(tokens, i);
    refusePowers(tokens, i);
    refuseShortest(tokens, i);
    refuseDate(tokens, i);
    refuseCalls(tokens, i);
  }
  refuseNoReturn(tokens);
}

function refuse(message: string): never {
  throw new YuantuError('QUERY', message);
}

function refuseMixed(tokens: readonly CypherToken[], i: number, parameters: Parameters): void {
  const sign = comparisonAt(tokens, i);
  const inside = tokens[i]?.text === ':' && tokens[i - 1]?.kind === 'word' && isProperty(tokens, i - 1);
  if ((sign === undefined && !inside) || isAssigned(tokens, i)) return;
  const left = inside ? kindOfName(tokens[i - 1]?.text ?? '') : kindBefore(tokens, i - 1, parameters);
  const right = kindAfter(tokens, i + (sign?.length ?? 1), parameters);
  if (left === undefined || right === undefined || left === right) return;
  refuse(
    `A number is compared with text near "${near(tokens, i)}", which is never equal; the embedded store would turn one into the other. Compare numbers with numbers (investment = 5150000000) and text with text (published = '2024').`,
  );
}

/** Whether a sign stands in a SET, where `=` gives a value. */
function isAssigned(tokens: readonly CypherToken[], i: number): boolean {
  const clause = tokens.findLastIndex((_, k) => k < i && isClause(tokens, k));
  return isKeyword(tokens, clause, 'SET');
}

/** The comparison that begins at this token, or undefined; arrows of patterns are none. */
function comparisonAt(tokens: readonly CypherToken[], i: number): string | undefined {
  const [one, two, before] = [tokens[i], tokens[i + 1], tokens[i - 1]];
  if (isKeyword(tokens, i, 'IN')) return 'I';
  const pair = `${one?.text}${two?.text}`;
  if (one?.end === two?.start && COMPARISONS.includes(pair)) return pair;
  if (!COMPARISONS.includes(one?.text ?? '')) return undefined;
  const arrow =
    before?.text === '-' ||
    two?.text === '-' ||
    (COMPARISONS.includes(before?.text ?? '') && before?.end === one?.start);
  return arrow ? undefined : one?.text;
}

/** Whether the word before a colon names a property of a pattern: `{name: …}` there, and not a map or a label. */
function isProperty(tokens: readonly CypherToken[], at: number): boolean {
  for (let i = at - 1, depth = 0; i >= 0; i--) {
    const text = tokens[i]?.text ?? '';
    if (text === ')' || text === ']' || text === '}') depth++;
    if (text === '(' || text === '[') {
      if (depth === 0) return false;
      depth--;
    }
    if (text !== '{') continue;
    if (depth > 0) depth--;
    else return ['word', 'sign'].includes(tokens[i - 1]?.kind ?? '') && inPattern(tokens, i);
  }
  return false;
}

function inPattern(tokens: readonly CypherToken[], brace: number): boolean {
  const close = tokens[closing(tokens, brace) + 1]?.text;
  for (let i = brace - 1; i >= 0; i--) {
    const text = tokens[i]?.text ?? '';
    if (text === '(' || text === '[') {
      const link = tokens[i - 1]?.text ?? '';
      const opens =
        ['-', ',', '(', '>', '<', '='].includes(link) ||
        isKeyword(tokens, i - 1, 'MATCH') ||
        isKeyword(tokens, i - 1, 'MERGE');
      return opens && (close === ')' || close === ']');
    }
    if (tokens[i]?.kind === 'sign' && text !== ':' && text !== '|' && text !== '&') return false;
  }
  return false;
}

function kindBefore(tokens: readonly CypherToken[], at: number, parameters: Parameters): Kind {
  const token = tokens[at];
  const before = tokens[at - 1]?.text ?? '';
  if (token?.kind === 'word' && before === '.')
    return tokens[at - 2]?.kind === 'word' && !isArithmetic(tokens, at - 3)
      ? kindOfName(token.text)
      : undefined;
  if (token?.kind === 'word' && before === '$')
    return isArithmetic(tokens, at - 2) ? undefined : kindOfValue(parameters[token.text]);
  return isArithmetic(tokens, at - 1) ? undefined : kindOfLiteral(token);
}

function kindAfter(tokens: readonly CypherToken[], at: number, parameters: Parameters): Kind {
  const token = tokens[at];
  if (token?.text === '[') {
    const item = tokens[at + 1]?.text === ']' ? undefined : kindOfLiteral(tokens[at + 1]);
    return tokens[at + 2]?.text === ',' || tokens[at + 2]?.text === ']' ? item : undefined;
  }
  if (token?.text === '$')
    return isArithmetic(tokens, at + 2) ? undefined : kindOfValue(parameters[tokens[at + 1]?.text ?? '']);
  if (token?.kind === 'word')
    return tokens[at + 1]?.text === '.' && !isArithmetic(tokens, at + 3) && tokens[at + 3]?.text !== '('
      ? kindOfName(tokens[at + 2]?.text ?? '')
      : undefined;
  return isArithmetic(tokens, at + 1) ? undefined : kindOfLiteral(token);
}

function isArithmetic(tokens: readonly CypherToken[], at: number): boolean {
  return ['+', '-', '*', '/', '%', '^', '[', '|'].includes(tokens[at]?.text ?? '');
}

function kindOfLiteral(token: CypherToken | undefined): Kind {
  if (token?.kind === 'number') return 'number';
  return token?.kind === 'string' ? 'text' : undefined;
}

function kindOfName(name: string): Kind {
  if (NUMBERS.has(name)) return 'number';
  return TEXTS.has(name) ? 'text' : undefined;
}

function kindOfValue(value: QueryValue | undefined): Kind {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return 'number';
  return typeof one === 'string' ? 'text' : undefined;
}

function refuseSlice(tokens: readonly CypherToken[], i: number): void {
  if (tokens[i]?.text !== '.' || tokens[i + 1]?.text !== '.' || depthAt(tokens, i) === 0) return;
  const open = tokens.findLastIndex(({ text }, k) => k < i && text === '[' && closing(tokens, k) > i);
  if (open < 0 || tokens.slice(open, i).some(({ text }) => text === '*')) return;
  if (tokens[open + 1]?.text === '-' || tokens[i + 2]?.text === '-')
    refuse(
      'A slice that counts from the end, such as list[-2..], is not known to the embedded store; write list[size(list) - 2..].',
    );
}

function refusePowers(tokens: readonly CypherToken[], i: number): void {
  if (tokens[i]?.text === '^' && tokens[i + 2]?.text === '^')
    refuse('a ^ b ^ c is reckoned from the right by the embedded store; set brackets: (a ^ b) ^ c.');
}

function refuseShortest(tokens: readonly CypherToken[], i: number): void {
  if (!isKeyword(tokens, i, 'SHORTESTPATH') && !isKeyword(tokens, i, 'ALLSHORTESTPATHS')) return;
  const end = closing(tokens, i + 1);
  const path = tokens[i - 1]?.text === '=' ? tokens[i - 2]?.text : undefined;
  const relationships = tokens
    .slice(i, end)
    .flatMap(({ text }, k) =>
      text === '[' && tokens[i + k + 1]?.kind === 'word' ? [tokens[i + k + 1]?.text] : [],
    );
  const match = tokens.findLastIndex((_, k) => k < i && isKeyword(tokens, k, 'MATCH'));
  const where = clauseEnd(tokens, match);
  if (match < 0 || !isKeyword(tokens, where, 'WHERE')) return;
  const used = tokens
    .slice(where, clauseEnd(tokens, where))
    .some(({ kind, text }) => kind === 'word' && (text === path || relationships.includes(text)));
  if (used)
    refuse(
      'The embedded store seeks the shortest path first and asks the WHERE of it afterwards. Name the relationship types in the pattern, or write MATCH p = (a)-[*..5]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1.',
    );
}

function refuseDate(tokens: readonly CypherToken[], i: number): void {
  const [name, text] = [tokens[i], tokens[i + 2]];
  const before = tokens[i - 1]?.text;
  if (name?.kind !== 'word' || name.text.toLowerCase() !== 'date' || before === '.' || before === ':') return;
  if (tokens[i + 1]?.text !== '(' || text?.kind !== 'string' || tokens[i + 3]?.text !== ')') return;
  const given = text.text.slice(1, -1);
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(given) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day))
    refuse(`${text.text} is not a date that the embedded store knows; write date('2024-05-28').`);
}

function refuseCalls(tokens: readonly CypherToken[], i: number): void {
  const close = closing(tokens, i + 1);
  if (isKeyword(tokens, i, 'SIZE') && tokens[i + 1]?.text === '(' && tokens[i + 2]?.text === '(') {
    const link = tokens[closing(tokens, i + 2) + 1]?.text;
    if (link === '-' || link === '<') refuse('size() takes no pattern; write COUNT { (a)--(b) }.');
  }
  if (isKeyword(tokens, i, 'SPLIT') && /^(''|"")$/.test(tokens[close - 1]?.text ?? ''))
    refuse(
      'The embedded store does not split text into its characters; write [i IN range(0, size(text) - 1) | substring(text, i, 1)].',
    );
}

function refuseNoReturn(tokens: readonly CypherToken[]): void {
  const last = tokens.findLast(
    (_, i) => depthAt(tokens, i) === 0 && isClause(tokens, i) && !isKeyword(tokens, i, 'WHERE'),
  );
  const word = last?.text.toUpperCase() ?? '';
  if (['MATCH', 'OPTIONAL', 'UNWIND', 'WITH'].includes(word))
    refuse(`A query cannot end with ${word}; say with RETURN what it should give.`);
}

function near(tokens: readonly CypherToken[], i: number): string {
  return tokens
    .slice(Math.max(0, i - 3), i + 4)
    .map(({ text }) => text)
    .join(' ');
}
