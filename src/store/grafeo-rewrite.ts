import {
  type CypherToken,
  clauseEnd,
  closing,
  depthAt,
  type Edit,
  edited,
  isClause,
  isKeyword,
  tokenise,
} from './cypher-text.ts';

/**
 * The same question in words that Grafeo 0.6.0 has: `MATCH (n:A|B)` becomes `MATCH (n) WHERE (n:A OR n:B)`, `sum(x)`
 * becomes `coalesce(sum(x), 0)`, since Grafeo's sum of nothing is null and Neo4j's is 0, and `CREATE (n:L $map)` becomes
 * `CREATE (n:L) SET n = $map`. What it cannot put otherwise stays, for the engine to refuse.
 */
export function rewrite(statement: string): string {
  const tokens = tokenise(statement);
  const edits: Edit[] = [];
  tokens.forEach((_, i) => {
    if (isKeyword(tokens, i, 'MATCH')) edits.push(...alternatives(tokens, i));
    if (isKeyword(tokens, i, 'CREATE')) edits.push(...createdFromMap(tokens, i));
    if (isKeyword(tokens, i, 'SUM') && tokens[i + 1]?.text === '(')
      edits.push(...summed(statement, tokens, i));
  });
  return edited(statement, edits);
}

/**
 * The same question with chains taken apart, `(a)--(b)--(c)` as `(a)--(b), (b)--(c)`: Grafeo 0.6.0 fails on some long chains
 * where it does not on these, and no relationship is met twice within one MATCH either way. Named paths, shortest paths and
 * chains with a variable length stay. Gives the statement itself when there is nothing to take apart.
 */
export function splitChains(statement: string): string {
  const tokens = tokenise(statement);
  const edits: Edit[] = [];
  tokens.forEach((_, i) => {
    if (isKeyword(tokens, i, 'MATCH')) edits.push(...chainSplits(tokens, i));
  });
  return hasStar(tokens) && edits.some(({ text }) => text.startsWith('_'))
    ? statement
    : edited(statement, edits);
}

function alternatives(tokens: readonly CypherToken[], match: number): Edit[] {
  const end = clauseEnd(tokens, match);
  const edits: Edit[] = [];
  const conditions: string[] = [];
  for (let i = match + 1; i < end; i++) {
    const found = tokens[i]?.text === '(' ? alternativeLabels(tokens, i) : undefined;
    if (found === undefined) continue;
    if (found.variable === undefined && hasStar(tokens)) return [];
    const variable = found.variable ?? `_either${i}`;
    const [first, last] = [tokens[found.from], tokens[found.to]];
    if (first === undefined || last === undefined) continue;
    edits.push({ start: first.start, end: last.end, text: found.variable === undefined ? variable : '' });
    conditions.push(`(${found.labels.map((label) => `${variable}:${label}`).join(' OR ')})`);
  }
  return conditions.length === 0 ? [] : [...edits, ...whereEdits(tokens, end, conditions.join(' AND '))];
}

/** `(n:A|B`, the bracket standing at `open`: its variable, its labels, and the tokens from the colon to the last label. */
function alternativeLabels(tokens: readonly CypherToken[], open: number) {
  const named = tokens[open + 1]?.kind === 'word';
  const from = open + (named ? 2 : 1);
  if (tokens[from]?.text !== ':') return undefined;
  const labels: string[] = [];
  let i = from + 1;
  while (tokens[i]?.kind === 'word') {
    labels.push(tokens[i]?.text ?? '');
    if (tokens[i + 1]?.text !== '|') break;
    i += 2;
  }
  return labels.length < 2 || tokens[i]?.kind !== 'word' || tokens[i + 1]?.text === ':'
    ? undefined
    : { variable: named ? tokens[open + 1]?.text : undefined, labels, from, to: i };
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

/** A column that is a sum and has no name keeps the one it would have had. */
function summed(statement: string, tokens: readonly CypherToken[], sum: number): Edit[] {
  const close = closing(tokens, sum + 1);
  const { start = 0 } = tokens[sum] ?? {};
  const { end = statement.length } = tokens[close] ?? {};
  const [before, after] = [tokens[sum - 1]?.text.toUpperCase() ?? '', tokens[close + 1]?.text];
  const alone = ['RETURN', 'DISTINCT', ','].includes(before) && depthAt(tokens, sum) === 0;
  const last = after === undefined || after === ',' || isClause(tokens, close + 1);
  const name = alone && last ? ` AS \`${statement.slice(start, end).replaceAll('`', '``')}\`` : '';
  return [
    { start, end: start, text: 'coalesce(' },
    { start: end, end, text: `, 0)${name}` },
  ];
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

function chainSplits(tokens: readonly CypherToken[], match: number): Edit[] {
  const end = clauseEnd(tokens, match);
  const edits: Edit[] = [];
  let depth = 0;
  for (let i = match + 1; i < end; i++) {
    const token = tokens[i];
    // A path variable, a function such as shortestPath, or a variable length.
    if (depth === 0 && (token?.kind === 'word' || token?.text === '=')) return [];
    if (token?.text === '*') return [];
    if (depth === 0 && token?.text === '(' && isBetween(tokens, i, end)) edits.push(...splitAt(tokens, i));
    if (token?.text === '(' || token?.text === '[' || token?.text === '{') depth++;
    if (token?.text === ')' || token?.text === ']' || token?.text === '}') depth--;
  }
  return edits;
}

function isBetween(tokens: readonly CypherToken[], open: number, end: number): boolean {
  const after = closing(tokens, open) + 1;
  const isLink = (text: string | undefined) => text === '-' || text === '<' || text === '>';
  return isLink(tokens[open - 1]?.text) && after < end && isLink(tokens[after]?.text);
}

function splitAt(tokens: readonly CypherToken[], open: number): Edit[] {
  const [bracket, variable, close] = [tokens[open], tokens[open + 1], tokens[closing(tokens, open)]];
  if (bracket === undefined || close === undefined) return [];
  const name = variable?.kind === 'word' ? variable.text : `_link${open}`;
  const naming = variable?.kind === 'word' ? [] : [{ start: bracket.end, end: bracket.end, text: name }];
  return [...naming, { start: close.end, end: close.end, text: `, (${name})` }];
}

/** Whether a `RETURN *` or `WITH *` would show a name that we give. */
function hasStar(tokens: readonly CypherToken[]): boolean {
  return tokens.some(
    (token, i) =>
      token.text === '*' &&
      (isKeyword(tokens, i - 1, 'RETURN') ||
        isKeyword(tokens, i - 1, 'WITH') ||
        isKeyword(tokens, i - 1, 'DISTINCT')),
  );
}
