import {
  type CypherToken,
  depthAt,
  type Edit,
  edited,
  isClause,
  isKeyword,
  tokenise,
} from '../../cypher-text.ts';
import { rewriteExpressions } from './expression.ts';
import { rewritePatterns } from './pattern.ts';

/**
 * The same question in words that Grafeo 0.6.0 has and answers as Neo4j does: patterns, expressions and the names of columns.
 * What it cannot put otherwise stays, for the engine to refuse.
 */
export function rewrite(statement: string): string {
  return rewriteExpressions(rewritePatterns(nameColumns(statement)));
}

/** A column without a name is called as it is written, as Neo4j has it: `RETURN n.x/2` gives the column `n.x/2`. */
function nameColumns(statement: string): string {
  const tokens = tokenise(statement);
  const edits: Edit[] = [];
  for (const i of tokens.keys()) {
    if (!isKeyword(tokens, i, 'RETURN') || depthAt(tokens, i) > 0) continue;
    let start = isKeyword(tokens, i + 1, 'DISTINCT') ? i + 2 : i + 1;
    let depth = 0;
    for (let k = start; k <= tokens.length; k++) {
      const text = tokens[k]?.text ?? '';
      if (text === '(' || text === '[' || text === '{') depth++;
      if (text === ')' || text === ']' || text === '}') depth--;
      const over = k === tokens.length || text === ';' || (depth === 0 && isClause(tokens, k));
      if (!over && !(depth === 0 && text === ',')) continue;
      edits.push(...naming(statement, tokens.slice(start, k)));
      start = k + 1;
      if (over) break;
    }
  }
  return edited(statement, edits);
}

function naming(statement: string, item: readonly CypherToken[]): Edit[] {
  const [first, last] = [item[0], item.at(-1)];
  const plain = item.length === 1 || (item.length === 3 && item[1]?.text === '.');
  const named = item.some((_, i) => isKeyword(item, i, 'AS') && depthAt(item, i) === 0);
  if (first === undefined || last === undefined || plain || named || first.text === '*') return [];
  const name = statement.slice(first.start, last.end).replaceAll('`', '``');
  return [{ start: last.end, end: last.end, text: ` AS \`${name}\`` }];
}
