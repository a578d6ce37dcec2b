import {
  type CypherToken,
  clauseEnd,
  closing,
  type Edit,
  edited,
  isKeyword,
  tokenise,
} from '../../cypher-text.ts';
import { hasStar } from './pattern.ts';

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
