import type { SegmentedDocument, Sentence } from '../../model/article.ts';
import type { Token } from '../../model/span.ts';

/** A segmented document with the look-ups that every recogniser needs. */
export class TextView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  private readonly index: Int32Array;
  private readonly sentenceIndex: Int32Array;
  private readonly parts: { readonly text: string; readonly counts: Map<string, number> }[] = [];

  constructor(document: SegmentedDocument) {
    this.text = document.text;
    this.tokens = document.tokens;
    this.sentences = document.sentences;
    this.index = new Int32Array(this.text.length + 1);
    for (const [i, token] of document.tokens.entries()) this.index.fill(i, token.start, token.end);
    this.index[this.text.length] = document.tokens.length;
    this.sentenceIndex = new Int32Array(this.text.length + 1).fill(-1);
    for (const [i, { start, end }] of document.sentences.entries()) this.sentenceIndex.fill(i, start, end);
  }

  /** The index of the token that covers an offset. */
  tokenAt(offset: number): number {
    return this.index[offset] ?? this.tokens.length;
  }

  /** Whether a word begins (or the text ends) at an offset. */
  isBoundary(offset: number): boolean {
    return offset >= this.text.length || this.tokens[this.tokenAt(offset)]?.start === offset;
  }

  /** The index of the sentence that holds an offset; -1 between paragraphs. */
  sentenceAt(offset: number): number {
    return this.sentenceIndex[offset] ?? -1;
  }

  /** The [start, end) of the clause around an offset: up to a comma, semicolon, colon or stop on either side, not too far off. */
  clauseAt(offset: number): { readonly start: number; readonly end: number } {
    let start = offset;
    while (start > 0 && offset - start < LONGEST_CLAUSE && !CLAUSE.test(this.text[start - 1] ?? '')) start--;
    let end = offset;
    while (end < this.text.length && end - offset < LONGEST_CLAUSE && !CLAUSE.test(this.text[end] ?? ''))
      end++;
    return { start, end };
  }

  /** Every offset at which `needle` stands. */
  find(needle: string): number[] {
    const found: number[] = [];
    for (let i = this.text.indexOf(needle); i >= 0; i = this.text.indexOf(needle, i + needle.length))
      found.push(i);
    return found;
  }

  /** How often `form` stands in the document; in a long one, in the part of it that holds an offset. */
  count(form: string, offset: number): number {
    const at = Math.floor(offset / LONG);
    this.parts[at] ??= { text: this.text.slice(at * LONG, (at + 1) * LONG), counts: new Map() };
    const { text, counts } = this.parts[at];
    let n = counts.get(form);
    if (n === undefined) {
      n = 0;
      for (let i = text.indexOf(form); i >= 0; i = text.indexOf(form, i + form.length)) n++;
      counts.set(form, n);
    }
    return n;
  }
}

/** Forms of a document longer than this are counted in parts of this length. */
const LONG = 20_000;

/** A clause is read this far on either side. */
const LONGEST_CLAUSE = 1000;
const CLAUSE = /[,;:。!?\n…—]/u;
