import nodejieba from 'nodejieba';
import { pathInPackage } from '../../package.ts';

/** A word with its part of speech: the same object for the same word, as long as it is remembered. */
export interface Word {
  readonly word: string;
  readonly tag: string;
}

/** Cuts text into words with their parts of speech: the one door to nodejieba. Its dictionary is one for the process. */
export interface Segmenter {
  /** The words of `text` in order; joined they are `text` again, as long as it holds no invalid characters. */
  tag(text: string): readonly Word[];
}

/** jieba weighs keywords by a list of 6 MB; nothing here asks for keywords, and one line loads a fifth of a second sooner. */
const IDF = pathInPackage('seeds/idf.txt');
const MOST_REMEMBERED = 100_000;

/**
 * Load jieba's dictionary with further words, each with a part of speech, added to it.
 *
 * jieba tags a word by the word alone (`LookupTag` in cppjieba's PosTagger.hpp), and only cutting takes half the time: a text is
 * tagged when it holds a word that is new.
 */
export function createSegmenter(words: Iterable<readonly [word: string, tag: string]>): Segmenter {
  nodejieba.load({ idfDict: IDF });
  for (const [word, tag] of words) nodejieba.insertWord(word, tag);
  const known = new Map<string, Word>();
  return {
    tag(text) {
      if (known.size > MOST_REMEMBERED) known.clear();
      const cut = nodejieba.cut(text, true);
      if (cut.some((word) => !known.has(word)))
        for (const one of nodejieba.tag(text)) known.set(one.word, one);
      return cut.map((word) => known.get(word) ?? { word, tag: 'x' });
    },
  };
}
