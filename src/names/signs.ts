import { fold } from './fold.ts';

/** Chinese signs that no text holds, from a first one: rare ones, which stand for what is not Chinese. */
const [FIRST, COUNT] = [0x34_00, 0x19_c0];

/**
 * What a full-text index with Lucene's analyser of Chinese holds of a text, so that any part of it is found: the folded text, in
 * which all is Chinese. For that analyser takes each two neighbouring Chinese signs, but letters and digits as whole words, and
 * marks not at all, so that of 2100亿元 no 100亿 would be found.
 */
export function toSigns(text: string): string {
  return fold(text).replace(/[^\u3400-\u9fff]/gu, (sign) =>
    String.fromCharCode(FIRST + ((sign.codePointAt(0) ?? 0) % COUNT)),
  );
}

/** The question, in the syntax of Lucene, that finds all texts in which each of these words stands, and a few beside them. */
export function toTextQuestion(words: readonly string[]): string {
  return [...new Set(words.map(toSigns))].map((signs) => `+"${signs}"`).join(' ');
}
