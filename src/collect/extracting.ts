import { extractAll } from '../extract/batch.ts';
import { openExtractor } from '../extract/open.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import type { ExtractedDocument } from '../model/resolution.ts';
import type { SessionOptions } from './options.ts';

/** What documents say, and those that could not be read, by id. */
export type DocumentExtractor = (
  documents: readonly RawDocument[],
) => Promise<{ readonly come: ExtractedDocument[]; readonly rejected: Rejected[] }>;

/** Reads documents, in the order of their ids, each at most once; what the cache knows is not read at all. */
export function createDocumentExtractor(options: Omit<SessionOptions, 'store'>): DocumentExtractor {
  const { cache, onProgress, signal, seeds, openExtract = () => openExtractor(seeds) } = options;
  let { extract, workers } = options;
  if (extract !== undefined) workers = 1;
  const open = async () => {
    extract ??= await openExtract();
    return extract;
  };
  return async (documents) => {
    const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
    const known = new Map<string, ExtractedDocument>();
    const rejected: Rejected[] = [];
    const tell = () =>
      onProgress?.({ step: 'extract', done: known.size + rejected.length, total: sorted.length });
    const take = (document: ExtractedDocument) => {
      known.set(document.raw.id, document);
      tell();
    };
    const unread: RawDocument[] = [];
    for (const raw of sorted) {
      const extraction = cache?.find(raw);
      if (extraction === undefined) unread.push(raw);
      else {
        take({ raw, extraction });
        // Lets Ctrl-C and other requests through between two documents.
        await new Promise((next) => setImmediate(next));
        signal?.throwIfAborted();
      }
    }
    for await (const outcome of extractAll(unread, { seeds, workers, open })) {
      if ('reason' in outcome) rejected.push(outcome);
      else {
        cache?.add(outcome.raw, outcome.extraction);
        take(outcome);
      }
      signal?.throwIfAborted();
    }
    await cache?.save();
    return { come: sorted.flatMap(({ id }) => known.get(id) ?? []), rejected };
  };
}
