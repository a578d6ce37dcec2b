import { OperandParser } from './parse-operand.ts';
import type { Expression, Formula, Place, Sign } from './syntax.ts';

/** Brackets within brackets: each is some frames of the stack, here and in what goes through the tree. */
const DEEPEST = 100;

const COMPARISONS = ['<>', '<=', '>=', '=~', '=', '<', '>'] as const;

/** Expressions by their precedence, from OR down to what properties and items are taken of. */
export abstract class ExpressionParser extends OperandParser {
  private depth = 0;
  protected abstract formula(): Formula & Place;

  expression(): Expression {
    if (++this.depth > DEEPEST) this.refuse(this.start, `This is nested more than ${DEEPEST} deep`);
    const whole = this.binary(['OR'], () =>
      this.binary(['XOR'], () => this.binary(['AND'], () => this.negation())),
    );
    this.depth--;
    return whole;
  }

  private binary(words: readonly Sign[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const sign = words.find((word) => this.word(word));
      if (sign === undefined) return left;
      left = this.joined(sign, left, next());
    }
  }

  private negation(): Expression {
    const { start } = this;
    if (!this.word('NOT')) return this.comparison();
    const of = this.negation();
    return { is: 'not', of, start, end: of.end };
  }

  /** `a < b < c` is `a < b AND b < c`. */
  private comparison(): Expression {
    const first = this.additive();
    let last = first;
    let whole: Expression | undefined;
    for (;;) {
      const sign = COMPARISONS.find((one) => this.isSign(one));
      if (sign === undefined) return whole ?? this.predicates(first);
      this.sign(sign);
      const right = this.predicates(this.additive());
      const one = this.joined(sign, last, right);
      whole = whole === undefined ? one : this.joined('AND', whole, one);
      last = right;
    }
  }

  /** What follows an operand as words: IN, STARTS WITH, IS NULL, a label. */
  private predicates(first: Expression): Expression {
    let of = first;
    for (;;) {
      const { start } = of;
      const sign = (['IN', 'CONTAINS'] as const).find((word) => this.word(word));
      const edge = this.isWord('WITH', 1)
        ? (['STARTS', 'ENDS'] as const).find((word) => this.word(word))
        : undefined;
      if (edge !== undefined) this.needWord('WITH');
      if (sign !== undefined) of = this.joined(sign, of, this.additive());
      else if (edge !== undefined) of = this.joined(`${edge} WITH`, of, this.additive());
      else if (this.isWord('IS')) of = this.is(of, start);
      else if (this.isSign(':') && (of.is === 'variable' || of.is === 'brackets')) {
        this.sign(':');
        of = { is: 'labels', of, formula: this.formula(), start, end: this.end };
      } else return of;
    }
  }

  private is(of: Expression, start: number): Expression {
    const word = this.start;
    this.needWord('IS');
    const not = this.word('NOT');
    if (this.word('NULL')) return { is: 'null', of, not, start, end: this.end };
    if (this.isSign('::') || this.isWord('TYPED') || this.isWord('NORMALIZED') || this.isWord('NFC'))
      this.refuse(
        word,
        'IS :: and IS NORMALIZED are not known to the embedded store; compare toInteger(x) or toString(x) with x instead',
      );
    if (not || this.peek()?.kind !== 'word') this.fail('NULL or NOT NULL');
    return { is: 'labels', of, formula: this.formula(), start, end: this.end };
  }

  private additive(): Expression {
    return this.signs(['||', '+', '-'], () =>
      this.signs(['*', '/', '%'], () => this.signs(['^'], () => this.signed())),
    );
  }

  private signs(signs: readonly Sign[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const sign = signs.find((one) => this.isSign(one));
      if (sign === undefined) return left;
      this.sign(sign);
      left = this.joined(sign, left, next());
    }
  }

  private joined(sign: Sign, left: Expression, right: Expression): Expression {
    return { is: 'binary', sign, left, right, start: left.start, end: right.end };
  }

  private signed(): Expression {
    const { start } = this;
    const is = this.sign('-') ? 'minus' : this.sign('+') ? 'plus' : undefined;
    if (is === undefined) return this.reached();
    const of = this.signed();
    return { is, of, start, end: of.end };
  }

  /** An operand with the properties and items taken from it. */
  private reached(): Expression {
    let of = this.operand();
    for (;;) {
      const { start } = of;
      if (this.isSign('.') && !this.isSign('..') && this.peek(1)?.kind === 'word') {
        this.sign('.');
        of = { is: 'property', of, key: this.name('a property'), start, end: this.end };
      } else if (this.sign('[')) of = this.itemOf(of, start);
      else return of;
    }
  }

  private itemOf(of: Expression, start: number): Expression {
    const from = this.isSign('..') ? undefined : this.expression();
    if (!this.sign('..')) {
      if (from === undefined) this.fail('an index');
      this.need(']', 'after an index');
      return { is: 'item', of, at: from, start, end: this.end };
    }
    const to = this.isSign(']') ? undefined : this.expression();
    this.need(']', 'after a slice');
    return { is: 'slice', of, start, end: this.end, ...(from && { from }), ...(to && { to }) };
  }
}
