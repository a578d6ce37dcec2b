import type { Document } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Pieces } from './pieces.ts';

/** What the encoder reads at once: whole sentences of one article, and their pieces [first, last). */
export interface Window extends Span {
  readonly first: number;
  readonly last: number;
}

/** The encoder has 512 places; windows about as long as most articles cost least. */
const MOST_PIECES = 440;
/** Spans are scored in a square of characters; Chinese news has some 650 in a window. */
const MOST_CHARACTERS = 1200;

/** A stretch of text that a window never cuts, with its pieces. */
interface Stretch extends Window {
  readonly article: number;
}

/**
 * Cover a document's sentences with windows of at most 440 pieces and 1,200 characters, those of an article about equally long.
 *
 * Only a sentence longer than a window is cut, between two pieces.
 */
export function toWindows(document: Document, pieces: Pieces): Window[] {
  const windows: Window[] = [];
  const stretches = toStretches(document, pieces);
  for (let i = 0; i < stretches.length; ) {
    const article = stretches[i]?.article;
    let end = i;
    while (end < stretches.length && stretches[end]?.article === article) end++;
    windows.push(...pack(stretches.slice(i, end)));
    i = end;
  }
  return windows;
}

function toStretches({ sentences }: Document, { starts }: Pieces): Stretch[] {
  const stretches: Stretch[] = [];
  let first = 0;
  for (const { start, end, article } of sentences) {
    let last = first;
    while (last < starts.length && (starts[last] ?? 0) < end) last++;
    for (let from = first, to = first; from < last; from = to) {
      to = Math.min(last, from + MOST_PIECES);
      while (to > from + 1 && (starts[to] ?? end) - (starts[from] ?? start) > MOST_CHARACTERS) to--;
      stretches.push({
        article,
        first: from,
        last: to,
        start: from === first ? start : (starts[from] ?? start),
        end: to === last ? end : (starts[to] ?? end),
      });
    }
    first = last;
  }
  return stretches;
}

function pack(stretches: readonly Stretch[]): Window[] {
  const total = (stretches.at(-1)?.last ?? 0) - (stretches[0]?.first ?? 0);
  const aim = total / Math.ceil(total / MOST_PIECES);
  const windows: Window[] = [];
  let open: Window | undefined;
  for (const { start, end, first, last } of stretches) {
    const fits = open && last - open.first <= MOST_PIECES && end - open.start <= MOST_CHARACTERS;
    if (open && fits && open.last - open.first < aim - (last - first) / 2) open = { ...open, end, last };
    else {
      if (open) windows.push(open);
      open = { start, end, first, last };
    }
  }
  if (open) windows.push(open);
  return windows;
}
