import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { ArticleMetadata, RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { MOST_BYTES, readJsonLines } from './json.ts';
import { readPdf } from './pdf.ts';
import { decode } from './text.ts';
import { type Extension, type Found, walk } from './walk.ts';

export { readJsonLines } from './json.ts';

type Reader = (bytes: Uint8Array) => Promise<{ readonly text: string; readonly metadata: ArticleMetadata }>;

const READERS: Readonly<Record<Exclude<Extension, '.jsonl'>, Reader>> = {
  '.txt': async (bytes) => ({ text: decode(bytes), metadata: {} }),
  '.html': readHtml,
  '.htm': readHtml,
  '.pdf': readPdf,
  '.docx': readDocx,
};

/** Whether what was read is set aside. */
export const isRejected = (item: RawDocument | Rejected): item is Rejected => 'reason' in item;

/**
 * Read the documents of files and folders, one at a time, in name order.
 *
 * A document's id is SOURCE/PATH, or SOURCE/ID for a line of JSON Lines; the source is `options.source` or the path's base
 * name. A line without an id goes by its number, in a folder as PATH:NUMBER. What `articles.csv` tells outranks the page's own
 * tags. What cannot be read (missing, empty, binary, over 10 MB, in no encoding that we know, an id for the second time) comes
 * as `Rejected` in its place; the rest goes on.
 */
export async function* readSources(
  paths: readonly string[],
  options: { readonly source?: string } = {},
): AsyncGenerator<RawDocument | Rejected> {
  const seen = new Set<string>();
  for (const given of paths) {
    const source = options.source ?? basename(resolve(given));
    for await (const found of walk(given)) {
      if ('reason' in found) {
        yield found;
        continue;
      }
      for await (const item of readFound(found, source)) {
        if (isRejected(item)) yield item;
        else if (seen.has(item.id))
          yield { place: found.file, reason: `${item.id} was read before; the first stays` };
        else {
          seen.add(item.id);
          yield item;
        }
      }
    }
  }
}

async function* readFound(found: Found, source: string): AsyncGenerator<RawDocument | Rejected> {
  const { file, path, extension, prefix } = found;
  try {
    if (extension === '.jsonl') {
      yield* readJsonLines(createReadStream(file), { source, place: file, prefix });
      return;
    }
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw new YuantuError('INPUT', `${(size / 1e6).toFixed(1)} MB; at most 10 MB is read`);
    const { text, metadata } = await READERS[extension](await readFile(file));
    if (!text.trim()) throw new YuantuError('INPUT', 'is empty');
    // A small file may unfold into a large text.
    if (text.length > MOST_BYTES)
      throw new YuantuError('INPUT', `${text.length} characters of text; at most 10 M are read`);
    const doc = basename(path, extname(path));
    yield { id: `${source}/${path}`, source, doc, text, metadata: { ...metadata, ...found.metadata } };
  } catch (error) {
    yield { place: file, reason: error instanceof Error ? error.message : String(error) };
  }
}
