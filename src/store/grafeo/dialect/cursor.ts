import { wrongAt } from '../../cypher-place.ts';
import { type CypherToken, tokenise } from '../../cypher-text.ts';

/** A place in the tokens of a statement, that only goes on. Words are compared in any case, quoted ones never. */
export class Cursor {
  protected readonly statement: string;
  protected readonly tokens: readonly CypherToken[];
  /** Of each opening bracket, the index of the one that closes it. */
  private readonly closings: ReadonlyMap<number, number>;
  protected at = 0;

  constructor(statement: string) {
    this.statement = statement;
    this.tokens = tokenise(statement);
    this.closings = closingsOf(this.tokens);
    const open = this.tokens.find(
      ({ kind, text }) => kind === 'string' && !/^(['"])(\\[\s\S]|[^\\])*\1$/.test(text),
    );
    if (open !== undefined) throw wrongAt(statement, open.start, 'This text has no closing quote');
    const quoted = this.tokens.find(
      ({ text }) => text === '`' || (text.startsWith('`') && !text.endsWith('`')),
    );
    if (quoted !== undefined) throw wrongAt(statement, quoted.start, 'This name has no closing quote');
  }

  protected peek(ahead = 0): CypherToken | undefined {
    return this.tokens[this.at + ahead];
  }

  /** How far ahead the bracket closes that opens so far ahead. */
  protected closing(ahead: number): number {
    return (this.closings.get(this.at + ahead) ?? this.tokens.length) - this.at;
  }

  /** Where the next token begins, or the statement ends. */
  protected get start(): number {
    return this.peek()?.start ?? this.statement.trimEnd().length;
  }

  /** Where the token before ended. */
  protected get end(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  protected isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  protected isSign(signs: string, ahead = 0): boolean {
    for (let i = 0; i < signs.length; i++) {
      const token = this.peek(ahead + i);
      if (token?.kind !== 'sign' || token.text !== signs[i]) return false;
      if (i > 0 && token.start !== this.peek(ahead + i - 1)?.end) return false;
    }
    return true;
  }

  /** Whether the words that come are these; then they are passed. */
  protected word(...words: readonly string[]): boolean {
    if (!words.every((one, i) => this.isWord(one, i))) return false;
    this.at += words.length;
    return true;
  }

  /** The same for signs that touch one another. */
  protected sign(signs: string): boolean {
    if (!this.isSign(signs)) return false;
    this.at += signs.length;
    return true;
  }

  protected need(sign: string, what: string): void {
    if (!this.sign(sign)) this.fail(`${sign} ${what}`);
  }

  protected needWord(word: string): void {
    if (!this.word(word)) this.fail(word);
  }

  /** A name, without its quotes. */
  protected name(what: string): string {
    const token = this.peek();
    if (token?.kind !== 'word') return this.fail(what);
    this.at++;
    return token.text.startsWith('`') ? token.text.slice(1, -1).replaceAll('``', '`') : token.text;
  }

  /** @throws {YuantuError} QUERY: what stands here is not what was expected. */
  protected fail(expected: string): never {
    const token = this.peek();
    const found = token === undefined ? 'The statement ends here' : `${token.text} is not expected here`;
    throw wrongAt(this.statement, this.start, `${found}; expected ${expected}`);
  }

  protected refuse(start: number, message: string): never {
    throw wrongAt(this.statement, start, message);
  }
}

function closingsOf(tokens: readonly CypherToken[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue;
    if (text === '(' || text === '[' || text === '{') open.push(i);
    else if (text === ')' || text === ']' || text === '}') {
      const from = open.pop();
      if (from !== undefined) closings.set(from, i);
    }
  }
  return closings;
}
