import type { Sentence } from '../../model/article.ts';

const STOP = /[。!?]/u;
const CLOSING = /[”’"')」』】]/u;

/** The sentences of [start, end): each ends after its stop and the brackets and quotation marks that close with it. */
export function splitSentences(
  text: string,
  start: number,
  end: number,
  where: Pick<Sentence, 'paragraph' | 'article'>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!STOP.test(text[i] ?? '')) continue;
    while (i + 1 < end && (CLOSING.test(text[i + 1] ?? '') || STOP.test(text[i + 1] ?? ''))) i++;
    sentences.push({ start: from, end: i + 1, ...where });
    from = i + 1;
  }
  if (from < end) sentences.push({ start: from, end, ...where });
  return sentences;
}
