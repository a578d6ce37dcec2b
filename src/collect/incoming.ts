import type { RawDocument, Rejected } from '../model/article.ts';

/** Documents by their ids, and those set aside that have the id of one before them. */
export function eachOnce(documents: readonly RawDocument[]): {
  readonly incoming: ReadonlyMap<string, RawDocument>;
  readonly rejected: Rejected[];
} {
  const incoming = new Map<string, RawDocument>();
  const rejected: Rejected[] = [];
  for (const document of documents)
    if (incoming.has(document.id))
      rejected.push({ place: document.id, reason: 'a second article of this id' });
    else incoming.set(document.id, document);
  return { incoming, rejected };
}
