/** Where something stands in a statement, in UTF-16 units, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** `{…}` of a map, of a node or a relationship: keys as written, without their quotes. */
export interface Entry extends Place {
  readonly key: string;
  readonly value: Expression;
}

/** An expression of Cypher as a tree. */
export type Expression = Place &
  (
    | {
        readonly is: 'literal';
        readonly kind: 'null' | 'boolean' | 'integer' | 'float' | 'text';
        readonly text: string;
      }
    | { readonly is: 'parameter'; readonly name: string }
    | { readonly is: 'variable'; readonly name: string }
    | { readonly is: 'property'; readonly of: Expression; readonly key: string }
    | { readonly is: 'item'; readonly of: Expression; readonly at: Expression }
    | { readonly is: 'slice'; readonly of: Expression; readonly from?: Expression; readonly to?: Expression }
    | { readonly is: 'list'; readonly items: readonly Expression[] }
    | { readonly is: 'map'; readonly entries: readonly Entry[] }
    | {
        readonly is: 'projection';
        readonly of: Expression;
        readonly entries: readonly Entry[];
        readonly keys: readonly string[];
        readonly all: boolean;
      }
    | {
        readonly is: 'comprehension';
        readonly variable: string;
        readonly list: Expression;
        readonly where?: Expression;
        readonly value?: Expression;
      }
    | {
        readonly is: 'quantifier';
        readonly name: 'any' | 'all' | 'none' | 'single';
        readonly variable: string;
        readonly list: Expression;
        readonly where?: Expression;
      }
    | {
        readonly is: 'reduce';
        readonly sum: string;
        readonly first: Expression;
        readonly variable: string;
        readonly list: Expression;
        readonly value: Expression;
      }
    | {
        readonly is: 'call';
        readonly name: string;
        readonly distinct: boolean;
        readonly star: boolean;
        readonly given: readonly Expression[];
      }
    | {
        readonly is: 'case';
        readonly of?: Expression;
        readonly cases: readonly { readonly when: Expression; readonly gives: Expression }[];
        readonly other?: Expression;
      }
    | { readonly is: 'not' | 'minus' | 'plus' | 'brackets'; readonly of: Expression }
    | { readonly is: 'binary'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
    | { readonly is: 'null'; readonly of: Expression; readonly not: boolean }
    | { readonly is: 'labels'; readonly of: Expression; readonly formula: Formula }
    | { readonly is: 'pattern'; readonly pattern: Pattern }
    | {
        readonly is: 'patterns';
        readonly pattern: Pattern;
        readonly where?: Expression;
        readonly value: Expression;
      }
    | { readonly is: 'subquery'; readonly name: 'exists' | 'count' | 'collect'; readonly query: Query }
  );

export type Sign =
  | 'OR'
  | 'XOR'
  | 'AND'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'IN'
  | 'STARTS WITH'
  | 'ENDS WITH'
  | 'CONTAINS'
  | '=~'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '||';

/** Labels or types in a formula: `A`, `%`, `!A`, `A&B`, `A|B`. */
export type Formula =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'any' }
  | { readonly is: 'not'; readonly of: Formula }
  | { readonly is: 'and' | 'or'; readonly of: readonly Formula[] };

/** A node `(…)` or relationship `-[…]-` of a pattern. */
export interface Element extends Place {
  readonly is: 'node' | 'relationship';
  readonly variable?: string;
  readonly formula?: Formula & Place;
  readonly properties?: Expression;
  readonly where?: Expression;
  /** A range of lengths: the variable is a list then. */
  readonly many: boolean;
}

/** One pattern, `p = (a)-[r]->(b)`, perhaps within `shortestPath( )`. */
export interface Pattern extends Place {
  readonly path?: string;
  readonly shortest: boolean;
  readonly elements: readonly Element[];
}

export interface Item extends Place {
  readonly value: Expression;
  /** The name after AS, or how an expression without one is called. */
  readonly name: string;
  readonly named: boolean;
}

export type Clause = Place &
  (
    | {
        readonly is: 'match';
        readonly optional: boolean;
        readonly patterns: readonly Pattern[];
        readonly where?: Expression;
      }
    | {
        readonly is: 'write';
        readonly makes: boolean;
        readonly patterns: readonly Pattern[];
        readonly values: readonly Expression[];
      }
    | { readonly is: 'unwind'; readonly list: Expression; readonly variable: string }
    | {
        readonly is: 'with' | 'return';
        readonly star: boolean;
        readonly items: readonly Item[];
        readonly order: readonly Expression[];
        readonly page: readonly Expression[];
        /** The word OFFSET. */
        readonly offset?: Place;
        readonly where?: Expression;
      }
    | {
        readonly is: 'call';
        readonly name: string;
        readonly given: readonly Expression[];
        readonly columns: readonly { readonly of: string; readonly as: string }[];
        readonly where?: Expression;
      }
    | {
        readonly is: 'subquery';
        readonly query: Query;
        readonly variables?: readonly string[];
        readonly optional: boolean;
      }
    | {
        readonly is: 'foreach';
        readonly variable: string;
        readonly list: Expression;
        readonly clauses: readonly Clause[];
      }
    | { readonly is: 'finish' }
  );

/** Clauses in order, a list for each part of a UNION. */
export interface Query extends Place {
  readonly parts: readonly (readonly Clause[])[];
  /** A pattern alone, as `EXISTS { (a)--(b) }` has it. */
  readonly bare?: { readonly patterns: readonly Pattern[]; readonly where?: Expression };
}
