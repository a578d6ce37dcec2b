import { Cursor } from './cursor.ts';
import type { Entry, Expression, Pattern, Query } from './syntax.ts';

/** Words that begin or part clauses, which no expression begins with. */
const STOPS = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND CREATE MERGE SET DELETE DETACH REMOVE FOREACH UNION ORDER SKIP LIMIT AND OR XOR IN AS THEN WHEN ELSE IS STARTS CONTAINS'.split(
    ' ',
  ),
);

/** Operands: literals, names, calls, lists, maps, cases. Whole expressions, patterns and queries in them are left to those who know these. */
export abstract class OperandParser extends Cursor {
  abstract expression(): Expression;
  protected abstract pattern(): Pattern;
  protected abstract query(): Query;

  protected operand(): Expression {
    const token = this.peek();
    const { start } = this;
    if (token === undefined) return this.fail('an expression');
    if (
      token.kind === 'number' ||
      token.kind === 'string' ||
      (token.text === '.' && this.peek(1)?.kind === 'number')
    )
      return this.literal();
    if (this.sign('$')) {
      const at = this.peek();
      if (at?.kind === 'number') {
        this.at++;
        return { is: 'parameter', name: at.text, start, end: this.end };
      }
      return { is: 'parameter', name: this.name('a parameter'), start, end: this.end };
    }
    if (token.text === '[') return this.bracketed();
    if (token.text === '{') return this.map();
    if (token.text === '(') return this.parenthesised();
    if (token.kind === 'word') return this.named();
    return this.fail('an expression');
  }

  private literal(): Expression {
    const { start } = this;
    if (this.peek()?.text === '.') this.at++;
    const token = this.peek();
    this.at++;
    const text = this.statement.slice(start, this.end);
    if (token?.kind === 'string') return { is: 'literal', kind: 'text', text, start, end: this.end };
    if (!/^(0[xX][\da-fA-F_]+|0o[0-7_]+|\d[\d_]*|(\d[\d_]*)?\.?\d[\d_]*([eE][+-]?\d+)?)$/.test(text))
      this.refuse(start, `${text} is no number`);
    const kind = /^(0[xo]|\d[\d_]*$)/i.test(text) ? 'integer' : 'float';
    return { is: 'literal', kind, text, start, end: this.end };
  }

  private named(): Expression {
    const { start } = this;
    const upper = this.peek()?.text.toUpperCase() ?? '';
    for (const word of ['null', 'true', 'false'] as const)
      if (this.word(word.toUpperCase()))
        return {
          is: 'literal',
          kind: word === 'null' ? 'null' : 'boolean',
          text: word,
          start,
          end: this.end,
        };
    if (upper === 'CASE') return this.choice();
    for (const name of ['exists', 'count', 'collect'] as const)
      if (this.isWord(name.toUpperCase()) && this.isSign('{', 1)) {
        this.at += 2;
        const query = this.query();
        this.need('}', `after ${name.toUpperCase()} {`);
        return { is: 'subquery', name, query, start, end: this.end };
      }
    if (/^(SHORTESTPATH|ALLSHORTESTPATHS)$/.test(upper) && this.isSign('(', 1))
      return { is: 'pattern', pattern: this.pattern(), start, end: this.end };
    if (this.isSign('(', 1) || this.isDotted()) return this.called();
    if (STOPS.has(upper)) return this.fail('an expression');
    const variable: Expression = { is: 'variable', name: this.name('a variable'), start, end: this.end };
    return this.isSign('{') ? this.projected(variable) : variable;
  }

  private isDotted(): boolean {
    let ahead = 0;
    while (this.isSign('.', ahead + 1) && this.peek(ahead + 2)?.kind === 'word') ahead += 2;
    return ahead > 0 && this.isSign('(', ahead + 1);
  }

  private called(): Expression {
    const { start } = this;
    let name = this.name('a function');
    while (this.sign('.')) name += `.${this.name('a function')}`;
    this.need('(', 'of a function');
    const lower = name.toLowerCase();
    if (lower === 'any' || lower === 'all' || lower === 'none' || lower === 'single') {
      const list = this.listed();
      if (list !== undefined) {
        this.need(')', `after ${name}(`);
        return { is: 'quantifier', name: lower, ...list, start, end: this.end };
      }
    }
    if (lower === 'reduce') return this.reduced(start);
    const star = this.sign('*');
    const distinct = !star && this.word('DISTINCT');
    const given: Expression[] = [];
    if (!star && !this.isSign(')'))
      do given.push(this.expression());
      while (this.sign(','));
    this.need(')', `or , after ${name}(`);
    return { is: 'call', name, star, distinct, given, start, end: this.end };
  }

  /** `x IN list WHERE …`, if that is what comes. */
  private listed(): { variable: string; list: Expression; where?: Expression } | undefined {
    if (this.peek()?.kind !== 'word' || !this.isWord('IN', 1)) return undefined;
    const variable = this.name('a variable');
    this.needWord('IN');
    const list = this.expression();
    return { variable, list, ...(this.word('WHERE') && { where: this.expression() }) };
  }

  private reduced(start: number): Expression {
    const sum = this.name('a variable');
    this.need('=', 'in reduce(sum = …');
    const first = this.expression();
    this.need(',', 'in reduce(sum = first, …');
    const variable = this.name('a variable');
    this.needWord('IN');
    const list = this.expression();
    this.need('|', 'in reduce(… IN list | …');
    const value = this.expression();
    this.need(')', 'after reduce(');
    return { is: 'reduce', sum, first, variable, list, value, start, end: this.end };
  }

  private choice(): Expression {
    const { start } = this;
    this.needWord('CASE');
    const of = this.isWord('WHEN') ? undefined : this.expression();
    const cases: { when: Expression; gives: Expression }[] = [];
    while (this.word('WHEN')) {
      const place = this.start;
      const signs = ['=', '<', '>'].some((one) => this.isSign(one)) || this.isWord('IS') || this.isWord('IN');
      if (of !== undefined && signs)
        this.refuse(place, 'A CASE of a value takes values alone here; write CASE WHEN x > 1 THEN … instead');
      const when = this.expression();
      if (this.isSign(',')) this.refuse(this.start, 'A WHEN takes one value here; write a WHEN for each');
      this.needWord('THEN');
      cases.push({ when, gives: this.expression() });
    }
    if (cases.length === 0) this.fail('WHEN');
    const other = this.word('ELSE') ? this.expression() : undefined;
    this.needWord('END');
    return { is: 'case', cases, start, end: this.end, ...(of && { of }), ...(other && { other }) };
  }

  private bracketed(): Expression {
    const { start } = this;
    this.need('[', 'of a list');
    const list = this.listed();
    if (list !== undefined) {
      const value = this.sign('|') ? this.expression() : undefined;
      this.need(']', 'after a list');
      return { is: 'comprehension', ...list, start, end: this.end, ...(value && { value }) };
    }
    if (this.isPatternComprehension()) {
      const pattern = this.pattern();
      const where = this.word('WHERE') ? this.expression() : undefined;
      this.need('|', 'after a pattern in a list');
      const value = this.expression();
      this.need(']', 'after a list');
      return { is: 'patterns', pattern, value, start, end: this.end, ...(where && { where }) };
    }
    const items: Expression[] = [];
    if (!this.isSign(']'))
      do items.push(this.expression());
      while (this.sign(','));
    this.need(']', 'or , in a list');
    return { is: 'list', items, start, end: this.end };
  }

  private isPatternComprehension(): boolean {
    if (this.peek()?.kind === 'word' && this.isSign('=', 1) && this.isSign('(', 2)) return true;
    return this.isSign('(') && this.isPattern(0);
  }

  /** Whether the bracket that opens here is a node of a pattern: a relationship follows it. */
  protected isPattern(ahead: number): boolean {
    const i = this.closing(ahead) + 1;
    const node =
      this.isSign(')', ahead + 1) ||
      this.peek(ahead + 1)?.kind === 'word' ||
      this.isSign(':', ahead + 1) ||
      this.isSign('{', ahead + 1);
    return (
      node && (this.isSign('--', i) || this.isSign('-[', i) || this.isSign('<--', i) || this.isSign('<-[', i))
    );
  }

  protected map(): Expression {
    const { start } = this;
    this.need('{', 'of a map');
    const entries: Entry[] = [];
    if (!this.isSign('}'))
      do entries.push(this.entry());
      while (this.sign(','));
    this.need('}', 'or , in a map');
    return { is: 'map', entries, start, end: this.end };
  }

  private entry(): Entry {
    const { start } = this;
    const key = this.name('a key');
    this.need(':', 'after a key');
    const value = this.expression();
    return { key, value, start, end: this.end };
  }

  private parenthesised(): Expression {
    const { start } = this;
    if (this.isPattern(0)) return { is: 'pattern', pattern: this.pattern(), start, end: this.end };
    this.need('(', 'of an expression');
    const of = this.expression();
    this.need(')', 'after an expression');
    return { is: 'brackets', of, start, end: this.end };
  }

  /** `n {.name, .*, other: 1}`, if a map follows a variable. */
  private projected(of: Expression): Expression {
    this.need('{', 'of a map');
    const entries: Entry[] = [];
    const keys: string[] = [];
    let all = false;
    if (!this.isSign('}'))
      do {
        const { start } = this;
        if (this.sign('.*')) all = true;
        else if (this.sign('.')) keys.push(this.name('a property'));
        else if (this.isSign(':', 1)) entries.push(this.entry());
        else {
          const key = this.name('a variable');
          entries.push({
            key,
            value: { is: 'variable', name: key, start, end: this.end },
            start,
            end: this.end,
          });
        }
      } while (this.sign(','));
    this.need('}', 'or , in a map');
    return { is: 'projection', of, entries, keys, all, start: of.start, end: this.end };
  }
}
