import { isKeyword, tokenise } from '../cypher-text.ts';
import type { QueryResult } from '../store.ts';

/** How a statement is asked for its plan before it runs. */
export interface Explained {
  /** The statement with EXPLAIN before it, or in place of PROFILE. */
  readonly text: string;
  /** How far places on the first line are from those in the statement itself. */
  readonly shift: number;
  /** What the statement asks for in place of rows: its plan, or its plan with what it cost. */
  readonly plan?: 'plan' | 'profile';
}

interface Summary {
  readonly plan: unknown;
  readonly profile: unknown;
}

/** What to ask for a statement's plan. Only `EXPLAIN`, `PROFILE` and `CYPHER` with its options may stand before a query. */
export function explained(statement: string): Explained {
  const tokens = tokenise(statement);
  const first = isKeyword(tokens, 0, 'CYPHER') ? tokens.findIndex((_, i) => isAsking(tokens, i)) : 0;
  const word = tokens[first];
  if (word === undefined || !isAsking(tokens, first))
    return { text: `EXPLAIN ${statement}`, shift: 'EXPLAIN '.length };
  if (isKeyword(tokens, first, 'EXPLAIN')) return { text: statement, shift: 0, plan: 'plan' };
  const text = `${statement.slice(0, word.start)}EXPLAIN${statement.slice(word.end)}`;
  return { text, shift: 0, plan: 'profile' };
}

/** A plan as one row of one column, as the embedded store gives it: the server's own drawing. */
export function planOf(kind: 'plan' | 'profile', summary: unknown): QueryResult {
  const { plan, profile } = summary as Summary;
  const told = (kind === 'plan' ? plan : profile) as {
    readonly arguments?: Readonly<Record<string, unknown>>;
  };
  return {
    columns: [kind],
    rows: [[String(told.arguments?.['string-representation'] ?? '')]],
    truncated: false,
  };
}

function isAsking(tokens: ReturnType<typeof tokenise>, i: number): boolean {
  return isKeyword(tokens, i, 'EXPLAIN') || isKeyword(tokens, i, 'PROFILE');
}
