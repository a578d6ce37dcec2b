import type { ExtractionCache } from '../extract/cache.ts';
import { isResultLine, type ResultLine, underSource } from '../extract/result.ts';
import { linesOf } from '../files/lines.ts';
import { openFile } from '../files/read.ts';
import type { Extraction, RawDocument } from '../model/article.ts';
import { hashId } from '../model/id.ts';
import { walk } from '../read/index.ts';
import type { Found } from '../read/walk.ts';

/**
 * A cache that also knows what the lines of `.jsonl` files among `paths`, and in folders there, say of themselves. Lines without
 * results, or with those of another extractor, are read as any text is; files that are passed not at all.
 */
export async function withResults(
  cache: ExtractionCache,
  paths: readonly string[],
  extractor: string,
  isPassed: (file: Found) => boolean = () => false,
): Promise<ExtractionCache> {
  const known = new Map<string, Extraction>();
  for await (const lines of linesIn(paths, isPassed))
    for await (const text of lines) {
      const line = parseLine(text);
      if (line?.extractor !== extractor) continue;
      const { doc, articles, entities, relations } = line;
      known.set(keyOf(line.id, line.text, line), { doc, articles, entities, relations });
    }
  if (known.size === 0) return cache;
  return {
    ...cache,
    find(raw) {
      const result = known.get(keyOf(raw.doc, raw.text, raw.metadata));
      return result === undefined ? cache.find(raw) : underSource(raw, result);
    },
    save() {
      // All have been asked for.
      known.clear();
      return cache.save();
    },
  };
}

function keyOf(doc: string, text: string, metadata: RawDocument['metadata']): string {
  const { title = '', published = '', outlet = '', author = '', url = '' } = metadata;
  return hashId(doc, text, title, published, outlet, author, url);
}

function parseLine(text: string): ResultLine | undefined {
  if (!text.includes('"extractor"')) return undefined;
  try {
    const line: unknown = JSON.parse(text);
    return isResultLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of each `.jsonl` file that a build of the paths reads. What cannot be read the build itself tells of. */
async function* linesIn(
  paths: readonly string[],
  isPassed: (file: Found) => boolean,
): AsyncGenerator<AsyncIterable<string>> {
  for (const path of paths)
    for await (const entry of walk(path)) {
      if (!('file' in entry) || entry.extension !== '.jsonl' || isPassed(entry)) continue;
      const handle = await openFile(entry.file).catch(() => undefined);
      if (handle !== undefined) yield linesOf(handle.createReadStream({ encoding: 'utf8' }));
    }
}
