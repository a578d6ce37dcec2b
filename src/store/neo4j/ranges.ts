import { YuantuError } from '../../model/errors.ts';
import { type CypherToken, closing, isKeyword, tokenise } from '../cypher-text.ts';
import type { Parameters } from '../store.ts';

/** A longer list, made in one go, is a server's memory that no setting of its own counts. */
const LONGEST = 1_000_000;

/**
 * Refuses `range(a, b)` between numbers or parameters that are more than a million apart, unless `UNWIND` takes it one by one: a
 * server makes such a list outside the memory that it counts, and cannot be interrupted while it does.
 *
 * @throws {YuantuError} LIMIT
 */
export function refuseWideRanges(statement: string, parameters: Parameters): void {
  const tokens = tokenise(statement);
  for (const i of tokens.keys()) {
    if (!isKeyword(tokens, i, 'RANGE') || tokens[i + 1]?.text !== '(' || isKeyword(tokens, i - 1, 'UNWIND'))
      continue;
    const parts = split(tokens.slice(i + 2, closing(tokens, i + 1)));
    const [from, to, step = 1] = parts.map((part) => numberOf(part, parameters));
    if (from === undefined || to === undefined || !(Math.abs((to - from) / step) > LONGEST)) continue;
    throw new YuantuError(
      'LIMIT',
      `A range of ${Math.floor(Math.abs((to - from) / step))} numbers is made as one list, which may take the server's memory; write UNWIND range(…) AS i, or at most ${LONGEST} numbers.`,
    );
  }
}

function split(tokens: readonly CypherToken[]): CypherToken[][] {
  const parts: CypherToken[][] = [[]];
  for (const token of tokens)
    if (token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

/** The number that a literal or a parameter is; undefined for anything that is worked out. */
function numberOf(tokens: readonly CypherToken[], parameters: Parameters): number | undefined {
  const text = tokens.map((token) => token.text).join('');
  const value = text.startsWith('$') ? parameters[text.slice(1)] : Number(text.replaceAll('_', ''));
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
}
