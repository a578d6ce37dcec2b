import type { UnresolvedRow } from '../contract/coverage.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { UnresolvedPage } from './catalogue.ts';
import { articleText, sentenceAround } from './passage.ts';
import { toArticleReference } from './reference.ts';

/** What all words begin with that point back to a thing named before. */
export const POINTER = '该';

const POINTING =
  /该(?:园区|开发区|高新区|经开区|新区|组团|产业园|工业园|公司|企业|集团|工厂|基地|项目|区(?![域间块别])|市(?!场)|县)/gu;

/** Words that point back in articles and are tied to no name: how many, and the first. `namesIn` tells where an article names anything. */
export function unresolvedIn(
  articles: readonly NodeRecord[],
  namesIn: (article: string) => readonly Span[],
  limit: number,
): UnresolvedPage {
  const rows: UnresolvedRow[] = [];
  let total = 0;
  for (const article of articles) {
    const text = articleText(article);
    const found = Array.from(
      text.matchAll(POINTING),
      ({ index, 0: words }): Span => ({ start: index, end: index + words.length }),
    );
    const names = found.length === 0 ? [] : namesIn(article.id);
    const untied = found.filter((span) => !names.some((name) => overlaps(name, span)));
    total += untied.length;
    for (const span of untied.slice(0, limit - rows.length)) {
      const { start, end } = sentenceAround(text, span);
      rows.push({
        words: text.slice(span.start, span.end),
        quote: text.slice(start, end),
        span,
        article: toArticleReference(article),
      });
    }
  }
  return { total, rows };
}
