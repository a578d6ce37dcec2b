import nodejieba from 'nodejieba';

/** Cuts text into words with their parts of speech: the one door to nodejieba. Its dictionary is one for the process. */
export interface Segmenter {
  /** The words of `text` in order; joined they are `text` again, as long as it holds no invalid characters. */
  tag(text: string): readonly { readonly word: string; readonly tag: string }[];
}

/** Load jieba's dictionary with further words, each with a part of speech, added to it. */
export function createSegmenter(words: Iterable<readonly [word: string, tag: string]>): Segmenter {
  nodejieba.load();
  for (const [word, tag] of words) nodejieba.insertWord(word, tag);
  return { tag: (text) => nodejieba.tag(text) };
}
