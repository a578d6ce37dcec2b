import type { ArticlePart } from '../../model/article.ts';
import type { ExtractedDocument } from '../../model/resolution.ts';
import type { Span } from '../../model/span.ts';

/** A span of a document as the graph knows it: in one article, counted in that article's own text. */
export interface Located<A extends Pick<ArticlePart, 'id'> = ArticlePart> extends Span {
  readonly article: A;
  readonly quote: string;
}

/** The article that a span of the document begins in. */
export function articleAt({ raw, extraction }: ExtractedDocument, { start }: Span): ArticlePart {
  const parts = extraction.articles;
  const article = parts.findLast((part) => part.start <= start) ?? parts[0];
  if (article === undefined) throw new RangeError(`${raw.id} has no article`);
  return article;
}

/** The article that a span of the document begins in, and the span there; what runs over the article's end is cut. */
export function locate(document: ExtractedDocument, span: Span): Located {
  const article = articleAt(document, span);
  const start = Math.min(span.start, article.end);
  const end = Math.max(start, Math.min(span.end, article.end));
  return {
    article,
    start: start - article.start,
    end: end - article.start,
    quote: document.raw.text.slice(start, end),
  };
}

/** A span as the graph writes it: `300-360`. */
export function toSpanText({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** By article, then by place in it. */
export function byPlace(a: Located<{ readonly id: string }>, b: Located<{ readonly id: string }>): number {
  return compareText(a.article.id, b.article.id) || a.start - b.start || a.end - b.end;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
