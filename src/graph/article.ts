import type { RawDocument } from '../model/article.ts';
import { hashId } from '../model/id.ts';
import type { ExtractedDocument, Stories } from '../model/resolution.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { known } from './records.ts';

/**
 * The article nodes of a document. Their texts tile the document's; `hash` is that of the document; `given`, on the first,
 * is what was known of the document beside its text, as JSON, so that it can be read again as it was.
 */
export function toArticles({ raw, extraction }: ExtractedDocument, stories: Stories): NodeRecord[] {
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
      story: stories[part.id] ?? part.id,
      hash: hashDocument(raw),
      given: i === 0 && given !== '{}' ? given : undefined,
    }),
  }));
}

/** A hash of all that is read of a document: equal ones give equal graphs. */
export function hashDocument(raw: RawDocument): string {
  return hashId(raw.text, givenOf(raw));
}

function givenOf({ metadata: { title, published, outlet, author, url } }: RawDocument): string {
  return JSON.stringify({ title, published, outlet, author, url });
}

/** From every reprint to the earliest article of its story. */
export function toReprints(stories: Stories): RelationshipRecord[] {
  return Object.entries(stories)
    .filter(([article, story]) => article !== story)
    .map(([from, to]) => ({
      id: hashId('REPRINT_OF', from, to),
      type: 'REPRINT_OF',
      from,
      to,
      properties: {},
    }));
}
