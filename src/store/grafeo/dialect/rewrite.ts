import type { Parameters } from '../../store.ts';
import { rewritePatterns } from './pattern.ts';
import { compileStatement } from './statement.ts';

/**
 * The same question in words that Grafeo 0.6.0 has and answers as Neo4j does: patterns, expressions and the names of columns.
 *
 * @throws {YuantuError} QUERY with line and column of the statement as it was given: what is wrong, or what to write in place of
 * what cannot be answered so.
 */
export function rewrite(statement: string, parameters: Parameters = {}): string {
  const text = compileStatement(statement, parameters);
  const patterns = rewritePatterns(statement);
  return patterns === statement ? text : compileStatement(patterns, parameters);
}
