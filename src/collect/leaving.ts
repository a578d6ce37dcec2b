import type { RawDocument } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';

type Document = Pick<RawDocument, 'id' | 'source'>;

/**
 * The stored documents that make up a source, or hold articles. An article of a file that holds several takes the file's others with it.
 *
 * @throws {YuantuError} NOT_FOUND when an article or the source is not among them.
 */
export function leavingOf(
  stored: Iterable<Document>,
  what: { readonly articles: readonly string[] } | { readonly source: string },
): Document[] {
  if ('source' in what) {
    const gone = [...stored].filter(({ source }) => source === what.source);
    if (gone.length === 0) throw new YuantuError('NOT_FOUND', `no such source: ${what.source}`);
    return gone;
  }
  const byId = new Map([...stored].map((document) => [document.id, document]));
  const found = what.articles.map((id) => byId.get(id) ?? byId.get(id.replace(/#\d+$/u, '')));
  const missing = what.articles.filter((_, i) => found[i] === undefined);
  if (missing.length > 0) throw new YuantuError('NOT_FOUND', `no such article: ${missing.join(', ')}`);
  return [...new Set(found.filter((document) => document !== undefined))];
}
