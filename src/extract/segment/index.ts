import type { Document, SegmentedDocument } from '../../model/article.ts';
import type { Token } from '../../model/span.ts';
import type { Segmenter } from './jieba.ts';

/**
 * Cut a document into tokens that tile its text, no token across a sentence.
 *
 * jieba gives words without offsets and may drop what it cannot decode: such a gap becomes tokens of one character, tagged `x`.
 */
export function segment(document: Document, segmenter: Segmenter): SegmentedDocument {
  const { text } = document;
  const tokens: Token[] = [];
  const gap = (from: number, to: number): void => {
    for (let i = from; i < to; i++) tokens.push({ start: i, end: i + 1, text: text[i] ?? '', pos: 'x' });
  };
  let at = 0;
  for (const sentence of document.sentences) {
    gap(at, sentence.start);
    at = sentence.start;
    for (const { word, tag } of segmenter.tag(text.slice(sentence.start, sentence.end))) {
      const found = text.startsWith(word, at) ? at : findNear(text, word, at);
      if (found < 0 || found + word.length > sentence.end) continue;
      gap(at, found);
      at = found + word.length;
      tokens.push({ start: found, end: at, text: word, pos: tag });
    }
    gap(at, sentence.end);
    at = sentence.end;
  }
  gap(at, text.length);
  return { ...document, tokens };
}

/** jieba drops single characters: a word that does not follow at once stands a little further on. */
const MOST_DROPPED = 100;

function findNear(text: string, word: string, at: number): number {
  const found = text.slice(at, at + MOST_DROPPED + word.length).indexOf(word);
  return found < 0 ? -1 : at + found;
}
