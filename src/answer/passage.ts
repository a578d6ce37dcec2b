import type { LitName, Passage } from '../contract/reference.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { overlaps, type Span } from '../model/span.ts';
import { textOf } from './properties.ts';
import { toArticleReference } from './reference.ts';

/** UTF-16 units that a sentence may go on beyond a span before it is cut: text without stops, such as a table. */
const REACH = 120;

const STOP = /[。！？!?；;…]/;
const CLOSING = /[”’」』）)]/;

/**
 * The sentence, or run of sentences, around a span of a text. A blank line ends a sentence, but for one between two lines of a
 * printed column, which runs through the middle of a word; outer space is left off.
 */
export function sentenceAround(text: string, span: Span): Span {
  const width = columnOf(text);
  let start = span.start;
  while (start > 0 && span.start - start < REACH && !isBreak(text, start - 1, width)) start--;
  let end = span.end;
  const closed = STOP.test(text[end - 1] ?? '');
  while (!closed && end < text.length && end - span.end < REACH && !isBreak(text, end, width)) end++;
  while (!closed && STOP.test(text[end] ?? '')) end++;
  while (CLOSING.test(text[end] ?? '')) end++;
  while (start < span.start && /\s|[”’」』]/.test(text[start] ?? '')) start++;
  while (end > span.end && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

function isBreak(text: string, at: number, width: number): boolean {
  const unit = text[at] ?? '';
  if (STOP.test(unit)) return true;
  if (unit !== '\n' || (text[at + 1] !== '\n' && text[at - 1] !== '\n')) return false;
  let end = at;
  while (/\s/.test(text[end - 1] ?? '')) end--;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim();
  // A full line goes on in the next one.
  return line.length < width - ABOUT || width === 0;
}

/** Lines of a text that keeps those of print: how many there are at least, how long at most, and by how much full ones differ. */
const [LINES, LONGEST, ABOUT] = [20, 40, 2];

let last: { readonly text: string; readonly width: number } | undefined;

/** How long the full lines are of a text that keeps the lines of a printed column; 0 for another. */
function columnOf(text: string): number {
  if (last?.text === text) return last.width;
  const lengths = text.split('\n').flatMap((line) => line.trim().length || []);
  const width = lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
  const full = lengths.filter((length) => Math.abs(length - width) <= ABOUT).length;
  const isColumn = lengths.length >= LINES && width <= LONGEST && full > lengths.length / 2;
  last = { text, width: isColumn ? width : 0 };
  return last.width;
}

/** A stretch of an article with the quotes in it and those of the names that stand there, in text order. */
export function toPassage(
  article: NodeRecord,
  span: Span,
  quotes: readonly Span[],
  among: readonly LitName[],
): Passage {
  const names = among.filter((name) => overlaps(name, span));
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
  article: NodeRecord,
  spans: readonly Span[],
  names: readonly LitName[],
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
  return sentences.map((sentence) => toPassage(article, sentence, [], names));
}

/** By date, the known first, then by id: the order in which articles are shown. */
export function byDate(a: NodeRecord, b: NodeRecord): number {
  const [first, second] = [toArticleReference(a).published, toArticleReference(b).published];
  if (first !== second) return (first ?? '9999') < (second ?? '9999') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
