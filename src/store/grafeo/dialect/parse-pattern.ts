import { ExpressionParser } from './parse-expression.ts';
import type { Element, Expression, Formula, Pattern, Place } from './syntax.ts';

/** Patterns: nodes and relationships in chains, with labels in formulas, properties, conditions and lengths. */
export abstract class PatternParser extends ExpressionParser {
  protected patterns(): Pattern[] {
    const patterns: Pattern[] = [];
    do patterns.push(this.pattern());
    while (this.sign(','));
    return patterns;
  }

  protected pattern(): Pattern {
    const { start } = this;
    const named = this.peek()?.kind === 'word' && this.isSign('=', 1);
    const path = named ? this.name('a path') : undefined;
    if (named) this.need('=', 'after a path');
    this.refuseSelector();
    const shortest = ['SHORTESTPATH', 'ALLSHORTESTPATHS'].some(
      (word) => this.isWord(word) && this.isSign('(', 1),
    );
    if (shortest) this.at += 2;
    const elements = this.chain();
    if (shortest) this.need(')', 'after a shortest path');
    return { shortest, elements, start, end: this.end, ...(path === undefined ? {} : { path }) };
  }

  private refuseSelector(): void {
    const { start } = this;
    if (this.isWord('SHORTEST') || ((this.isWord('ANY') || this.isWord('ALL')) && !this.isSign('(', 1)))
      this.refuse(
        start,
        'SHORTEST, ANY and ALL before a pattern are not known to the embedded store; write MATCH p = shortestPath((a)-[*..6]-(b))',
      );
  }

  private chain(): Element[] {
    const elements = [this.node()];
    while (this.isSign('-') || this.isSign('<-')) elements.push(this.relationship(), this.node());
    return elements;
  }

  private node(): Element {
    const { start } = this;
    if (this.isSign('((') || (this.isSign('(') && this.isSign('(', 1)))
      this.refuse(
        start,
        'A group of a pattern that repeats, ((a)-->(b)){1,3}, is not known to the embedded store; write (a)-[*1..3]->(b)',
      );
    this.need('(', 'of a node');
    const inside = this.inside();
    this.need(')', 'after a node');
    if (this.isSign('{') || this.isSign('+'))
      this.refuse(
        this.start,
        'A pattern that repeats as a group is not known to the embedded store; write (a)-[*1..3]->(b)',
      );
    return { is: 'node', many: false, ...inside, start, end: this.end };
  }

  private relationship(): Element {
    const { start } = this;
    const left = this.sign('<');
    this.need('-', 'of a relationship');
    let inside: ReturnType<typeof this.inside> = {};
    let many = false;
    if (this.sign('[')) {
      inside = this.inside();
      many = this.length();
      if (this.isSign('{')) inside = { ...inside, properties: this.map() };
      if (this.word('WHERE')) inside = { ...inside, where: this.expression() };
      this.need(']', 'after a relationship');
    }
    this.need('-', 'after a relationship');
    const right = this.sign('>');
    if (left && right) this.refuse(start, '<-->, in both directions, is written --');
    if (this.sign('+') || this.sign('*')) many = true;
    else if (this.isSign('{')) {
      this.at = this.at + this.closing(0) + 1;
      many = true;
    }
    return { is: 'relationship', ...inside, many, start, end: this.end };
  }

  /** `*`, `*2`, `*1..3`, `*..` */
  private length(): boolean {
    if (!this.sign('*')) return false;
    const number = () => {
      if (this.peek()?.kind === 'number') this.at++;
    };
    number();
    if (this.sign('..')) number();
    return true;
  }

  private inside(): {
    variable?: string;
    formula?: Formula & Place;
    properties?: Expression;
    where?: Expression;
  } {
    const named =
      this.peek()?.kind === 'word' &&
      !this.isWord('WHERE') &&
      !(
        this.isWord('IS') &&
        (this.peek(1)?.kind === 'word' || ['!', '%', '('].some((one) => this.isSign(one, 1)))
      );
    const variable = named ? this.name('a variable') : undefined;
    const { start } = this;
    const labelled = this.sign(':') || this.word('IS');
    const formula = labelled ? { ...this.formula(), start, end: this.end } : undefined;
    const properties = this.isSign('{') ? this.map() : this.isSign('$') ? this.expression() : undefined;
    const where = this.word('WHERE') ? this.expression() : undefined;
    return {
      ...(variable === undefined ? {} : { variable }),
      ...(formula && { formula }),
      ...(properties && { properties }),
      ...(where && { where }),
    };
  }

  /** `A|B&!C` and, as it was once written, `A:B` and `A|:B`. */
  protected formula(): Formula & Place {
    const { start } = this;
    const parts = [this.both()];
    while (
      this.isSign('|') &&
      !this.isSign('||') &&
      (this.peek(1)?.kind === 'word' ||
        this.isSign(':', 1) ||
        this.isSign('!', 1) ||
        this.isSign('(', 1) ||
        this.isSign('%', 1))
    ) {
      this.sign('|');
      this.sign(':');
      parts.push(this.both());
    }
    const [first] = parts;
    const whole: Formula = parts.length === 1 && first !== undefined ? first : { is: 'or', of: parts };
    return { ...whole, start, end: this.end };
  }

  private both(): Formula {
    const parts = [this.label()];
    while (this.sign('&') || this.sign(':')) parts.push(this.label());
    const [first] = parts;
    return parts.length === 1 && first !== undefined ? first : { is: 'and', of: parts };
  }

  private label(): Formula {
    if (this.sign('!')) return { is: 'not', of: this.label() };
    if (this.sign('%')) return { is: 'any' };
    if (this.sign('(')) {
      const inner = this.formula();
      this.need(')', 'after labels');
      return inner;
    }
    if (this.isSign('$'))
      this.refuse(
        this.start,
        'A label that is worked out, :$(…), is not known to the embedded store; write labels(n)',
      );
    return { is: 'name', name: this.name('a label or type') };
  }
}
