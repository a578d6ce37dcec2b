/** A value as a query returns it, in the JSON that the program answers with: graph things as plain objects, an integer past 2^53 as a string. */
export type QueryValue =
  | null
  | string
  | number
  | boolean
  | readonly QueryValue[]
  | { readonly [key: string]: QueryValue };

/**
 * The rows of a query. `rows[i][j]` belongs to `columns[j]`; `truncated` when the row limit cut the answer, and then `total` is
 * how many rows there are, unless they are too many to count.
 */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
  readonly truncated: boolean;
  readonly total?: number;
}

/** Named values that a statement refers to as `$name`. */
export type Parameters = Readonly<Record<string, QueryValue>>;

/** Rows that somebody whom nobody knows gets of an answer at most. */
export const MOST_ROWS = 1000;
