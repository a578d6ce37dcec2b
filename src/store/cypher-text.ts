/** A word, string, number or sign of a Cypher statement; spaces and comments lie between. `start` and `end` count UTF-16 units. */
export interface CypherToken {
  readonly kind: 'word' | 'string' | 'number' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text to put in place of [start, end) of a statement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TOKEN =
  /(?<blank>\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$))|(?<word>`(?:``|[^`])*(?:`|$)|[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\d_]*(?:\.\d[\d_]*)?[eE][+-]?\d+|\d\w*(?:\.\d\w*)?)|(?<sign>[\s\S])/gu;

const CLAUSES = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND CALL CREATE MERGE SET DELETE DETACH REMOVE FOREACH UNION ORDER SKIP LIMIT OFFSET USING LOAD YIELD FINISH'.split(
    ' ',
  ),
);

/** The tokens of a statement in order, spaces and comments left out. A string or comment without an end goes to the end of the text. */
export function tokenise(statement: string): CypherToken[] {
  const tokens: CypherToken[] = [];
  for (const match of statement.matchAll(TOKEN)) {
    const { blank, ...kinds } = match.groups ?? {};
    if (blank !== undefined) continue;
    const kind = (['word', 'string', 'number', 'sign'] as const).find((one) => kinds[one] !== undefined);
    if (kind === undefined) continue;
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The statements of a text, which `;` ends: without it, and without those that are blank. */
export function splitStatements(text: string): string[] {
  const ends = tokenise(text).filter((token) => token.text === ';');
  const starts = [0, ...ends.map(({ end }) => end)];
  return starts
    .map((start, i) => text.slice(start, ends[i]?.start ?? text.length).trim())
    .filter((statement) => tokenise(statement).length > 0);
}

/** The names of the parameters that a statement has, each once, in the order in which they come first. */
export function parametersOf(statement: string): string[] {
  const tokens = tokenise(statement);
  const named = tokens.flatMap(({ kind, text, start }, i) => {
    const before = tokens[i - 1];
    return kind === 'word' && before?.text === '$' && before.end === start
      ? text.replace(/^`(.*)`$/su, '$1').replaceAll('``', '`')
      : [];
  });
  return [...new Set(named)];
}

/** Whether the token at `index` is this keyword, in any case: not a property, label, parameter or quoted name that is spelt like it. */
export function isKeyword(tokens: readonly CypherToken[], index: number, keyword: string): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || token.text.toUpperCase() !== keyword) return false;
  const before = tokens[index - 1]?.text.toUpperCase();
  if (before === '.' || before === ':' || before === '$' || before === '|') return false;
  return !(keyword === 'WITH' && (before === 'STARTS' || before === 'ENDS'));
}

/** Whether the token at `index` begins a clause. */
export function isClause(tokens: readonly CypherToken[], index: number): boolean {
  const word = tokens[index]?.text.toUpperCase() ?? '';
  return CLAUSES.has(word) && isKeyword(tokens, index, word);
}

/** How many brackets, square or curly ones included, are open before the token at `index`. */
export function depthAt(tokens: readonly CypherToken[], index: number): number {
  let depth = 0;
  for (const { text } of tokens.slice(0, index)) {
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
  }
  return depth;
}

/**
 * Where the clause whose keyword stands at `index` ends: the index of the next clause's first token, of the bracket that closes
 * what the clause stands in, or the number of tokens.
 */
export function clauseEnd(tokens: readonly CypherToken[], index: number): number {
  let depth = 0;
  for (let i = index + 1; i < tokens.length; i++) {
    const text = tokens[i]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
    if (depth < 0) return i;
    if (depth === 0 && isClause(tokens, i)) return i;
  }
  return tokens.length;
}

/** The index of the bracket that closes the one at `index`, or the number of tokens. */
export function closing(tokens: readonly CypherToken[], index: number): number {
  let depth = 0;
  for (let i = index; i < tokens.length; i++) {
    const text = tokens[i]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth++;
    else if ((text === ')' || text === ']' || text === '}') && --depth === 0) return i;
  }
  return tokens.length;
}

/** The statement with edits made; they must not overlap, and those at one place keep their order. */
export function edited(statement: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += statement.slice(at, start) + text;
    at = end;
  }
  return result + statement.slice(at);
}
