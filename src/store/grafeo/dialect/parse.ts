import { PatternParser } from './parse-pattern.ts';
import type { Clause, Expression, Item, Place, Query } from './syntax.ts';

/** A statement as a tree; `undefined` where only the engine knows it: indexes, constraints and what is shown of them. */
export interface Statement {
  readonly asks?: 'EXPLAIN' | 'PROFILE';
  readonly query: Query | undefined;
}

/**
 * Parses a statement as Neo4j 5.26 has it, as far as the embedded store can answer it.
 *
 * @throws {YuantuError} QUERY with line and column: what is wrong, or what to write in place of what the store does not know.
 */
export function parse(statement: string): Statement {
  return new Parser(statement).whole();
}

class Parser extends PatternParser {
  whole(): Statement {
    const asks = (['EXPLAIN', 'PROFILE'] as const).find((word) => this.word(word));
    const asked = asks === undefined ? {} : { asks };
    if (this.isWord('SHOW') && asks === undefined) return this.shown();
    if (this.isSchema()) return { ...asked, query: undefined };
    if (this.isWord('CYPHER'))
      this.refuse(
        this.start,
        'The embedded store has one Cypher, without options; leave CYPHER and its options out',
      );
    if (this.peek() === undefined) this.refuse(0, 'This statement is empty');
    const query = this.query();
    this.sign(';');
    if (this.peek() !== undefined) this.fail('a clause such as MATCH, WITH or RETURN, or the end');
    return { ...asked, query };
  }

  /** What may be shown is a list: indexes and constraints, whole. */
  private shown(): Statement {
    this.needWord('SHOW');
    const { start } = this;
    if (!['INDEXES', 'INDEX', 'CONSTRAINTS', 'CONSTRAINT'].some((word) => this.word(word)))
      this.refuse(start, 'The embedded store shows its INDEXES and its CONSTRAINTS');
    this.sign(';');
    if (this.peek() !== undefined)
      this.refuse(
        this.start,
        'SHOW gives whole rows here; leave out what follows, and choose among the rows',
      );
    return { query: undefined };
  }

  private isSchema(): boolean {
    const kinds = ['FULLTEXT', 'RANGE', 'TEXT', 'POINT', 'LOOKUP', 'VECTOR'];
    if (this.isWord('CREATE') && kinds.some((word) => this.isWord(word, 1)) && this.isWord('INDEX', 2))
      this.refuse(
        this.start,
        "The embedded store makes plain indexes, CREATE INDEX name FOR (n:A) ON (n.x); its full-text index 'names' it keeps by itself",
      );
    return (
      (this.isWord('CREATE') || this.isWord('DROP')) &&
      ['INDEX', 'CONSTRAINT', 'UNIQUE'].some((word) => this.isWord(word, 1))
    );
  }

  protected query(): Query {
    const { start } = this;
    if (this.isSign('(') || (this.peek()?.kind === 'word' && this.isSign('=', 1))) {
      const patterns = this.patterns();
      const where = this.word('WHERE') ? this.expression() : undefined;
      return { parts: [], bare: { patterns, ...(where && { where }) }, start, end: this.end };
    }
    const parts = [this.clauses()];
    while (this.word('UNION')) {
      this.word('ALL');
      this.word('DISTINCT');
      parts.push(this.clauses());
    }
    return { parts, start, end: this.end };
  }

  private clauses(): Clause[] {
    const clauses: Clause[] = [];
    for (;;) {
      const clause = this.clause();
      if (clause === undefined) break;
      clauses.push(clause);
    }
    if (clauses.length === 0) this.fail('MATCH, UNWIND, WITH, CALL, RETURN or a clause that writes');
    return clauses;
  }

  private clause(): Clause | undefined {
    const { start } = this;
    const optional = this.isWord('OPTIONAL');
    if (this.word('OPTIONAL', 'MATCH') || this.word('MATCH')) return this.match(start, optional);
    if (optional && this.isWord('CALL', 1))
      this.refuse(start, 'OPTIONAL CALL is not known to the embedded store; write OPTIONAL MATCH');
    if (this.word('UNWIND')) {
      const list = this.expression();
      this.needWord('AS');
      return { is: 'unwind', list, variable: this.name('a variable'), start, end: this.end };
    }
    if (this.word('WITH')) return this.projection('with', start);
    if (this.word('RETURN')) return this.projection('return', start);
    if (this.word('CALL')) return this.call(start);
    const makes = this.isWord('CREATE') || this.isWord('INSERT');
    if (this.word('CREATE') || this.word('MERGE') || this.word('INSERT'))
      return { is: 'write', makes, patterns: this.patterns(), values: this.onMerge(), start, end: this.end };
    if (this.word('DETACH', 'DELETE') || this.word('NODETACH', 'DELETE') || this.word('DELETE'))
      return { is: 'write', makes, patterns: [], values: this.expressions(), start, end: this.end };
    if (this.word('SET') || this.word('REMOVE'))
      return { is: 'write', makes, patterns: [], values: this.settings(), start, end: this.end };
    if (this.word('FOREACH')) return this.forEach(start);
    if (this.word('FINISH')) return { is: 'finish', start, end: this.end };
    if (this.word('USE')) this.refuse(start, 'The embedded store has one graph; leave USE out');
    if (this.isWord('LOAD') && this.isWord('CSV', 1)) this.refuse(start, 'LOAD CSV is not allowed here');
    return undefined;
  }

  private match(start: number, optional: boolean): Clause {
    const mode = this.start;
    if (this.word('REPEATABLE') || this.word('DIFFERENT'))
      this.refuse(
        mode,
        'Match modes are not known to the embedded store; leave DIFFERENT RELATIONSHIPS out, which is how it matches',
      );
    const patterns = this.patterns();
    if (this.isWord('USING')) this.refuse(this.start, 'The embedded store takes no hints; leave USING out');
    const where = this.word('WHERE') ? this.expression() : undefined;
    return { is: 'match', optional, patterns, start, end: this.end, ...(where && { where }) };
  }

  private projection(is: 'with' | 'return', start: number): Clause {
    this.word('DISTINCT') || (this.isWord('ALL') && !this.isSign('(', 1) && this.word('ALL'));
    const star = this.sign('*');
    const items: Item[] = [];
    if (!star || this.sign(','))
      do items.push(this.item());
      while (this.sign(','));
    const order: Expression[] = [];
    if (this.word('ORDER', 'BY'))
      do {
        order.push(this.expression());
        ['ASCENDING', 'ASC', 'DESCENDING', 'DESC'].some((word) => this.word(word));
      } while (this.sign(','));
    let offset: Place | undefined;
    const page: Expression[] = [];
    for (;;) {
      const { start } = this;
      if (this.word('OFFSET')) offset = { start, end: this.end };
      else if (!this.word('SKIP') && !this.word('LIMIT')) break;
      page.push(this.expression());
    }
    const where = is === 'with' && this.word('WHERE') ? this.expression() : undefined;
    return {
      is,
      star,
      items,
      order,
      page,
      start,
      end: this.end,
      ...(where && { where }),
      ...(offset && { offset }),
    };
  }

  private item(): Item {
    const { start } = this;
    const value = this.expression();
    const own = value.is === 'variable' ? value.name : this.statement.slice(value.start, value.end);
    const named = this.word('AS');
    return { value, named, name: named ? this.name('a name') : own, start, end: this.end };
  }

  private call(start: number): Clause {
    if (this.isSign('{') || (this.isSign('(') && this.isSign('{', this.closing(0) + 1)))
      return this.subquery(start);
    let name = this.name('a procedure or {');
    while (this.sign('.')) name += `.${this.name('a procedure')}`;
    const given: Expression[] = [];
    if (this.sign('(')) {
      if (!this.isSign(')'))
        do given.push(this.expression());
        while (this.sign(','));
      this.need(')', 'or , after a procedure');
    }
    const columns: { of: string; as: string }[] = [];
    if (this.word('YIELD') && !this.sign('*'))
      do {
        const of = this.name('a column');
        columns.push({ of, as: this.word('AS') ? this.name('a name') : of });
      } while (this.sign(','));
    const where = this.word('WHERE') ? this.expression() : undefined;
    return { is: 'call', name, given, columns, start, end: this.end, ...(where && { where }) };
  }

  private subquery(start: number): Clause {
    let variables: string[] | undefined;
    if (this.sign('(')) {
      variables = [];
      if (!this.sign('*') && !this.isSign(')'))
        do variables.push(this.name('a variable'));
        while (this.sign(','));
      this.need(')', 'or , after CALL (');
    }
    this.need('{', 'of a subquery');
    const query = this.query();
    this.need('}', 'after a subquery');
    if (this.word('IN', 'TRANSACTIONS')) {
      if (this.word('OF')) {
        this.expression();
        this.word('ROWS') || this.word('ROW');
      }
    }
    return { is: 'subquery', query, optional: false, start, end: this.end, ...(variables && { variables }) };
  }

  private onMerge(): Expression[] {
    const values: Expression[] = [];
    while (this.word('ON', 'CREATE', 'SET') || this.word('ON', 'MATCH', 'SET'))
      values.push(...this.settings());
    return values;
  }

  /** What SET gives: 1 of `n.x = 1`. What it names, and REMOVE, stays as it is. */
  private settings(): Expression[] {
    const values: Expression[] = [];
    do {
      this.target();
      if (this.sign('+=') || this.sign('=')) values.push(this.expression());
    } while (this.sign(','));
    return values;
  }

  private target(): void {
    if (this.sign('(')) {
      this.expression();
      this.need(')', 'after an expression');
    } else this.name('what to set');
    while (this.sign('.')) this.name('a property');
    if (this.sign('[')) {
      this.expression();
      this.need(']', 'after a property');
    }
    while (this.sign(':')) this.formula();
  }

  private expressions(): Expression[] {
    const all = [this.expression()];
    while (this.sign(',')) all.push(this.expression());
    return all;
  }

  private forEach(start: number): Clause {
    this.need('(', 'after FOREACH');
    const variable = this.name('a variable');
    this.needWord('IN');
    const list = this.expression();
    this.need('|', 'in FOREACH (x IN list | …)');
    const clauses = this.clauses();
    this.need(')', 'after FOREACH');
    return { is: 'foreach', variable, list, clauses, start, end: this.end };
  }
}
