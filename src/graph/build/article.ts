import { givenOf, hashDocument } from '../../model/document.ts';
import { hashId } from '../../model/id.ts';
import type { ExtractedDocument } from '../../model/resolution.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import { known } from './records.ts';

/** The story of an article: the id of the earliest of its reprints, or its own. */
export type StoryOf = (article: string) => string;

/**
 * The article nodes of a document. Their texts tile the document's; `hash` is that of the document; `given`, on the first,
 * is what was known of the document beside its text, as JSON, so that it can be read again as it was.
 */
export function toArticles({ raw, extraction }: ExtractedDocument, storyOf: StoryOf): NodeRecord[] {
  const given = givenOf(raw);
  return extraction.articles.map((part, i) => ({
    id: part.id,
    labels: ['Article'],
    properties: known({
      source: raw.source,
      title: part.title,
      published: part.published,
      outlet: part.outlet,
      author: part.author,
      url: part.url,
      text: raw.text.slice(part.start, part.end),
      story: storyOf(part.id),
      hash: hashDocument(raw),
      given: i === 0 && given !== '{}' ? given : undefined,
    }),
  }));
}

/** From every reprint among a document's articles to the earliest article of its story. */
export function toReprints({ extraction }: ExtractedDocument, storyOf: StoryOf): RelationshipRecord[] {
  return extraction.articles.flatMap(({ id: from }) => {
    const to = storyOf(from);
    const properties = {};
    return from === to
      ? []
      : [{ id: hashId('REPRINT_OF', from, to), type: 'REPRINT_OF', from, to, properties }];
  });
}
