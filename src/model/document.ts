import type { RawDocument } from './article.ts';
import { hashId } from './id.ts';

/** A hash of all that is read of a document: equal ones give equal graphs. */
export function hashDocument(raw: RawDocument): string {
  return hashId(raw.text, givenOf(raw));
}

/** What was known of a document beside its text, as JSON. */
export function givenOf({ metadata: { title, published, outlet, author, url } }: RawDocument): string {
  return JSON.stringify({ title, published, outlet, author, url });
}
