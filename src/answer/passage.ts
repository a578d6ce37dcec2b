import type { LitName, Passage } from '../contract/reference.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import { textOf } from './properties.ts';
import { toArticleReference } from './reference.ts';

/** UTF-16 units that a sentence may go on beyond a span before it is cut: text without stops, such as a table. */
const REACH = 120;

const STOP = /[。！？!?；;…]/;
const CLOSING = /[”’」』）)]/;

/** The sentence, or run of sentences, around a span of a text. A blank line ends a sentence; its outer space is left off. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && span.start - start < REACH && !isBreak(text, start - 1)) start--;
  let end = span.end;
  const closed = STOP.test(text[end - 1] ?? '');
  while (!closed && end < text.length && end - span.end < REACH && !isBreak(text, end)) end++;
  while (!closed && STOP.test(text[end] ?? '')) end++;
  while (CLOSING.test(text[end] ?? '')) end++;
  while (start < span.start && /\s|[”’」』]/.test(text[start] ?? '')) start++;
  while (end > span.end && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

function isBreak(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  return STOP.test(unit) || (unit === '\n' && (text[at + 1] === '\n' || text[at - 1] === '\n'));
}

/** A stretch of an article with the quotes in it and the names that are wanted, in text order. */
export function toPassage(
  catalogue: Catalogue,
  article: NodeRecord,
  span: Span,
  quotes: readonly Span[],
  isWanted: (name: LitName) => boolean,
): Passage {
  const names = catalogue.namesIn(article.id).filter((name) => overlaps(name, span) && isWanted(name));
  return { start: span.start, text: articleText(article).slice(span.start, span.end), names, quotes };
}

/** The sentence of an article that holds a span, with the span as its quote. */
export function toSentence(article: NodeRecord, span: Span): Passage {
  const text = articleText(article);
  const { start, end } = sentenceAround(text, span);
  return { start, text: text.slice(start, end), names: [], quotes: [span] };
}

export function articleText(article: NodeRecord): string {
  return textOf(article.properties, 'text') ?? '';
}

/** The passages that hold the spans: one a sentence, so that two mentions in a sentence share one. */
export function toPassages(
  catalogue: Catalogue,
  article: NodeRecord,
  spans: readonly Span[],
  isWanted: (name: LitName) => boolean,
): Passage[] {
  const text = articleText(article);
  const sentences: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const sentence = sentenceAround(text, span);
    const last = sentences.at(-1);
    if (last && sentence.start < last.end)
      sentences[sentences.length - 1] = { start: last.start, end: Math.max(last.end, sentence.end) };
    else sentences.push(sentence);
  }
  return sentences.map((sentence) => toPassage(catalogue, article, sentence, [], isWanted));
}

/** By date, the known first, then by id: the order in which articles are shown. */
export function byDate(a: NodeRecord, b: NodeRecord): number {
  const [first, second] = [toArticleReference(a).published, toArticleReference(b).published];
  if (first !== second) return (first ?? '9999') < (second ?? '9999') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
