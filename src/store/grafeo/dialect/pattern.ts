import {
  type CypherToken,
  clauseEnd,
  closing,
  type Edit,
  edited,
  isKeyword,
  tokenise,
} from '../../cypher-text.ts';

/**
 * MATCH clauses in patterns that Grafeo 0.6.0 has: `(n:A|B)`, `(n:A&!B)` and `(n:A WHERE n.x > 1)` say it in the WHERE of the
 * clause, `-[:R]->{1,3}` and `-[:R]->+` as `-[:R*1..3]->` and `-[:R*1..]->`; `CREATE (n:L $map)` becomes
 * `CREATE (n:L) SET n = $map`. What cannot be put otherwise stays, for the engine to refuse.
 */
export function rewritePatterns(statement: string): string {
  const tokens = tokenise(statement);
  const edits: Edit[] = [];
  tokens.forEach((_, i) => {
    if (isKeyword(tokens, i, 'MATCH'))
      edits.push(...conditions(statement, tokens, i), ...quantified(tokens, i));
    if (isKeyword(tokens, i, 'CREATE')) edits.push(...createdFromMap(tokens, i));
  });
  return edited(statement, edits);
}

/** Whether a `RETURN *` or `WITH *` would show a name that we give. */
export function hasStar(tokens: readonly CypherToken[]): boolean {
  return tokens.some(
    (token, i) =>
      token.text === '*' &&
      (isKeyword(tokens, i - 1, 'RETURN') ||
        isKeyword(tokens, i - 1, 'WITH') ||
        isKeyword(tokens, i - 1, 'DISTINCT')),
  );
}

/** Labels in a formula and conditions inside nodes, moved to the WHERE of their MATCH. */
function conditions(statement: string, tokens: readonly CypherToken[], match: number): Edit[] {
  const end = clauseEnd(tokens, match);
  const edits: Edit[] = [];
  const moved: string[] = [];
  for (let i = match + 1; i < end; i++) {
    if (tokens[i]?.text !== '(') continue;
    const close = closing(tokens, i);
    const named =
      tokens[i + 1]?.kind === 'word' && !isKeyword(tokens, i + 1, 'WHERE') && !isLabelled(tokens, i + 1);
    const from = i + (named ? 2 : 1);
    const formula =
      tokens[from]?.text === ':' || isLabelled(tokens, from) ? labelFormula(tokens, from + 1) : undefined;
    const where = innerWhere(tokens, i, close);
    if (formula === undefined && where === undefined) continue;
    if (!named && hasStar(tokens)) return [];
    const variable = named ? (tokens[i + 1]?.text ?? '') : `_either${i}`;
    const [colon, last] = [tokens[from], tokens[formula?.last ?? -1]];
    if (formula !== undefined && colon !== undefined && last !== undefined) {
      edits.push({ start: colon.start, end: last.end, text: named ? '' : variable });
      moved.push(formula.toText(variable));
    }
    const [word, bracket] = [tokens[where ?? -1], tokens[close]];
    if (word !== undefined && bracket !== undefined) {
      edits.push({ start: tokens[(where ?? 1) - 1]?.end ?? word.start, end: bracket.start, text: '' });
      moved.push(`(${statement.slice(word.end, bracket.start).trim()})`);
    }
  }
  return moved.length === 0 ? [] : [...edits, ...whereEdits(tokens, end, moved.join(' AND '))];
}

/** Whether labels follow as `IS A`, as they do as `:A`. */
function isLabelled(tokens: readonly CypherToken[], at: number): boolean {
  const { kind, text = '' } = tokens[at + 1] ?? {};
  return isKeyword(tokens, at, 'IS') && (kind === 'word' || ['!', '%', '('].includes(text));
}

/** The WHERE directly inside a node's brackets. */
function innerWhere(tokens: readonly CypherToken[], open: number, close: number): number | undefined {
  let depth = 0;
  for (let i = open + 1; i < close; i++) {
    const text = tokens[i]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth++;
    if (text === ')' || text === ']' || text === '}') depth--;
    if (depth === 0 && isKeyword(tokens, i, 'WHERE')) return i;
  }
  return undefined;
}

interface Formula {
  /** The index of its last token. */
  readonly last: number;
  readonly toText: (variable: string) => string;
}

/** `A|B&!C` from `at` on, `|` weakest; undefined for plain labels, which need no words of ours, and for what is none. */
function labelFormula(tokens: readonly CypherToken[], at: number): Formula | undefined {
  let i = at;
  let plain = true;
  const sign = (text: string): boolean => {
    if (tokens[i]?.text !== text) return false;
    plain = false;
    i++;
    return true;
  };
  const atom = (): ((variable: string) => string) | undefined => {
    if (sign('!')) {
      const inner = atom();
      return inner && ((variable) => `NOT ${inner(variable)}`);
    }
    if (sign('(')) {
      const inner = either();
      return sign(')') ? inner : undefined;
    }
    if (sign('%')) return (variable) => `size(labels(${variable})) > 0`;
    const token = tokens[i];
    if (token?.kind !== 'word') return undefined;
    i++;
    return (variable) => `${variable}:${token.text}`;
  };
  const chain = (next: typeof atom, separator: string, word: string): ReturnType<typeof atom> => {
    const parts = [next()];
    while (sign(separator)) parts.push(next());
    if (parts.includes(undefined)) return undefined;
    return parts.length === 1
      ? parts[0]
      : (variable) => `(${parts.map((part) => part?.(variable)).join(` ${word} `)})`;
  };
  const both = () => chain(atom, '&', 'AND');
  const either = (): ReturnType<typeof atom> => chain(both, '|', 'OR');
  const toText = either();
  return toText === undefined || plain || tokens[i]?.text === ':' ? undefined : { last: i - 1, toText };
}

/** Adds a condition to the WHERE that stands at `at`, or puts a new WHERE there. */
function whereEdits(tokens: readonly CypherToken[], at: number, condition: string): Edit[] {
  const before = tokens[at - 1]?.end ?? 0;
  if (!isKeyword(tokens, at, 'WHERE')) return [{ start: before, end: before, text: ` WHERE ${condition}` }];
  const start = tokens[at]?.end ?? before;
  const end = tokens[clauseEnd(tokens, at) - 1]?.end ?? start;
  return [
    { start, end: start, text: ` ${condition} AND (` },
    { start: end, end, text: ')' },
  ];
}

/** Quantified relationships as those of variable length, which within one MATCH are the same. */
function quantified(tokens: readonly CypherToken[], match: number): Edit[] {
  const end = clauseEnd(tokens, match);
  const edits: Edit[] = [];
  for (let i = match + 1; i < end; i++) {
    if (tokens[i]?.text !== ']' || tokens[i + 1]?.text !== '-') continue;
    const at = tokens[i + 2]?.text === '>' ? i + 3 : i + 2;
    const range = quantifier(tokens, at);
    const open = openingOf(tokens, i);
    const properties = tokens.slice(open, i).some(({ text }) => text === '{' || text === '*');
    const [bracket, first, last] = [tokens[i], tokens[at], tokens[range?.last ?? -1]];
    if (
      range === undefined ||
      properties ||
      bracket === undefined ||
      first === undefined ||
      last === undefined
    )
      continue;
    edits.push(
      { start: bracket.start, end: bracket.start, text: `*${range.text}` },
      { start: first.start, end: last.end, text: '' },
    );
  }
  return edits;
}

/** `{1,3}`, `{2}`, `+` or `*` before the next node, as the range of a variable length. */
function quantifier(tokens: readonly CypherToken[], at: number): { text: string; last: number } | undefined {
  const sign = tokens[at]?.text;
  if ((sign === '+' || sign === '*') && tokens[at + 1]?.text === '(')
    return { text: sign === '+' ? '1..' : '0..', last: at };
  if (sign !== '{') return undefined;
  const last = closing(tokens, at);
  const inside = tokens.slice(at + 1, last).map(({ text }) => text);
  const [, from, comma, to] = /^(\d*)(,?)(\d*)$/.exec(inside.join('')) ?? [];
  if (from === undefined || tokens[last + 1]?.text !== '(') return undefined;
  return { text: comma === '' ? from : `${from === '' ? 0 : from}..${to}`, last };
}

function openingOf(tokens: readonly CypherToken[], close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (tokens[i]?.text === ']') depth++;
    if (tokens[i]?.text === '[' && --depth === 0) return i;
  }
  return 0;
}

function createdFromMap(tokens: readonly CypherToken[], create: number): Edit[] {
  const [open, variable] = [tokens[create + 1], tokens[create + 2]];
  const close = closing(tokens, create + 1);
  const [dollar, name, end] = [tokens[close - 2], tokens[close - 1], tokens[close]];
  const alone = clauseEnd(tokens, create) === close + 1;
  if (open?.text !== '(' || variable?.kind !== 'word' || dollar?.text !== '$' || !alone) return [];
  if (name === undefined || end === undefined) return [];
  return [
    { start: dollar.start, end: name.end, text: '' },
    { start: end.end, end: end.end, text: ` SET ${variable.text} = $${name.text}` },
  ];
}
