import { YuantuError } from '../../model/errors.ts';
import { type CypherToken, closing, edited, isKeyword, tokenise } from '../cypher-text.ts';
import type { Parameters, QueryValue } from '../store.ts';

/** An entity found by its names; the higher the score, the better. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

const CALL = ['DB', '.', 'INDEX', '.', 'FULLTEXT', '.', 'QUERYNODES', '('];

/**
 * A statement in which `CALL db.index.fulltext.queryNodes('names', text) YIELD node, score`, as Neo4j spells a search, is
 * replaced by its hits, which are looked up beforehand and given as a parameter. The text must be a string or a parameter.
 *
 * @throws {YuantuError} QUERY for another index, or a text that is worked out in the query.
 */
export async function withSearches(
  statement: string,
  parameters: Parameters,
  search: (text: string) => Promise<readonly Hit[]>,
): Promise<{ readonly statement: string; readonly parameters: Parameters }> {
  const tokens = tokenise(statement);
  const edits = [];
  const hits: Record<string, QueryValue> = {};
  for (const i of tokens.keys()) {
    if (
      !isKeyword(tokens, i, 'CALL') ||
      !CALL.every((text, k) => tokens[i + 1 + k]?.text.toUpperCase() === text)
    )
      continue;
    const close = closing(tokens, i + CALL.length);
    const [index, text, ...more] = argumentsOf(tokens.slice(i + CALL.length + 1, close), parameters);
    if (index !== 'names' || typeof text !== 'string' || more.length > 0)
      throw new YuantuError(
        'QUERY',
        `The embedded store searches the full-text index 'names' for a string or a parameter, without options: CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score.`,
      );
    const name = `_hits${i}`;
    hits[name] = (await search(text)).map(({ id, score }) => ({ id, score }));
    const { node, score, end } = yielded(tokens, close);
    const keep = i === 0 ? '' : '*, ';
    edits.push({
      start: tokens[i]?.start ?? 0,
      end: tokens[end]?.end ?? statement.length,
      text: `UNWIND $${name} AS _hit${i} MATCH (_node${i}:Entity {id: _hit${i}.id}) WITH ${keep}_node${i} AS ${node}, _hit${i}.score AS ${score}${end === tokens.length - 1 ? ` RETURN ${node}, ${score}` : ''}`,
    });
  }
  return { statement: edited(statement, edits), parameters: { ...parameters, ...hits } };
}

/** Strings and parameters between commas; `undefined` for anything else. */
function argumentsOf(tokens: readonly CypherToken[], parameters: Parameters): (QueryValue | undefined)[] {
  const parts: CypherToken[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map(([first, second, ...rest]) => {
    if (first?.kind === 'string' && second === undefined)
      return first.text.slice(1, -1).replaceAll(/\\([\s\S])/g, '$1');
    if (first?.text === '$' && second !== undefined && rest.length === 0) return parameters[second.text];
    return undefined;
  });
}

/** What `YIELD node AS a, score AS b` after the bracket at `close` names, and the index of its last token. */
function yielded(tokens: readonly CypherToken[], close: number) {
  const names: Record<string, string> = { node: 'node', score: 'score' };
  let end = close;
  if (!isKeyword(tokens, close + 1, 'YIELD')) return { node: 'node', score: 'score', end };
  for (let i = close + 2; i < tokens.length; i++) {
    const column = tokens[i]?.text ?? '';
    const renamed = isKeyword(tokens, i + 1, 'AS') ? tokens[i + 2]?.text : undefined;
    if (renamed !== undefined) names[column] = renamed;
    end = i + (renamed === undefined ? 0 : 2);
    if (tokens[end + 1]?.text !== ',') break;
    i = end + 1;
  }
  return { node: names.node ?? 'node', score: names.score ?? 'score', end };
}
