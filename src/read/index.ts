import { basename, extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { reasonOf } from '../files/fault.ts';
import { openFile, readBytes } from '../files/read.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import type { FileListener } from './account.ts';
import { type DocumentReader, openDocumentReader } from './apart/reader.ts';
import { readCsvTable, readXlsxTable } from './article-table.ts';
import { type FileMemory, NO_MEMORY } from './file-memory.ts';
import { MOST_BYTES, readJsonLines } from './json.ts';
import { hasMarkup, toPiece } from './markup.ts';
import { decodeText } from './text.ts';
import { findUtf16Order } from './utf16.ts';
import { type Entry, type Found, type Unreadable, walk } from './walk.ts';

export { openAccount } from './account.ts';
export { type DocumentReader, openDocumentReader } from './apart/reader.ts';
export { readJsonLines } from './json.ts';
export { walk } from './walk.ts';

/** Readers of tables, an article a row. */
const TABLES = { '.csv': readCsvTable, '.xlsx': readXlsxTable } as const;

/** Whether what was read is set aside. */
export const isRejected = (item: RawDocument | Rejected): item is Rejected => 'reason' in item;

/**
 * Read the documents of files and folders, one at a time, in name order.
 *
 * A document's id is SOURCE/PATH, or SOURCE/ID for a line of JSON Lines; the source is `options.source` or the path's base
 * name, a row of a table as a line. One without an id goes by its number, in a folder as PATH:NUMBER. What `articles.csv` tells outranks the page's own
 * tags. What cannot be read (missing, empty, binary, over 10 MB, in no encoding that we know, an id for the second time) comes
 * as `Rejected` in its place, a folder that cannot be looked into too; the rest goes on. What is passed over, by `walk`, goes to
 * `options.onFile`. Documents are read by `options.documents`; default: one that is opened for these alone.
 */
export async function* readSources(
  paths: readonly string[],
  options: {
    readonly source?: string;
    readonly onFile?: FileListener;
    readonly documents?: DocumentReader | undefined;
    /** Whether what has no id of its own goes by its file's name where a file itself was given, as it does in a folder. */
    readonly isNamedByFile?: boolean;
    /**
     * What is known of files: of one that is as it was nothing comes.
     *
     * @internal
     */
    readonly memory?: FileMemory | undefined;
  } = {},
): AsyncGenerator<RawDocument | Rejected> {
  if (options.documents === undefined) {
    const documents = openDocumentReader();
    try {
      yield* readSources(paths, { ...options, documents });
    } finally {
      documents.end();
    }
    return;
  }
  const { onFile = () => {}, documents: reader, memory = NO_MEMORY } = options;
  const seen = new Set<string>();
  for (const given of paths) {
    const source = options.source ?? basename(resolve(given));
    const notes = new Map<Found, { place: string; note: string }[]>();
    const readEntry = (entry: Found): AsyncIterable<RawDocument | Rejected> => {
      const prefix = options.isNamedByFile === true ? `${entry.path}:` : entry.prefix;
      const own: { place: string; note: string }[] = [];
      notes.set(entry, own);
      const onNote = (place: string, note: string) => {
        own.push({ place, note });
        onFile(place, { note });
      };
      return readFound({ ...entry, prefix }, source, { reader, onNote });
    };
    /** What a file held that need not be read: it is as it was, and nothing read before has an id of its documents. */
    const findHeld = (entry: Found) => {
      const held = memory.find(entry, source);
      return held?.documents.some((id) => seen.has(id)) ? undefined : held;
    };
    const isKnown = (entry: Found) => memory.find(entry, source) !== undefined;
    for await (const { entry, read } of readAhead(walk(given), readEntry, isKnown)) {
      if ('why' in entry) onFile(entry.place, entry.why);
      else if ('note' in entry) onFile(entry.place, entry);
      else if ('reason' in entry) yield toRejected(entry, source);
      else {
        const held = findHeld(entry);
        const documents: string[] = [];
        let isWhole = true;
        for await (const item of held === undefined ? (read ?? readEntry(entry)) : []) {
          if (isRejected(item)) yield item;
          else if (seen.has(item.id))
            yield { place: entry.place, reason: `${item.id} was read before; the first stays` };
          else {
            documents.push(item.id);
            seen.add(item.id);
            yield item;
            continue;
          }
          isWhole = false;
        }
        if (held !== undefined) {
          for (const id of held.documents) seen.add(id);
          for (const { place, note } of held.notes) onFile(place, { note });
          memory.pass(entry, held);
        } else if (isWhole) memory.add(entry, source, { documents, notes: notes.get(entry) ?? [] });
        notes.delete(entry);
        if (documents.length > 0 || held !== undefined) onFile(entry.place, 'read');
      }
    }
  }
}

/** Files that are read while the ones before them are worked on. */
const AHEAD = 3;

/** Entries in their order. Files of one document are begun before their turn comes; those of many are read in theirs. */
async function* readAhead(
  entries: AsyncIterable<Entry>,
  readEntry: (entry: Found) => AsyncIterable<RawDocument | Rejected>,
  isKnown: (entry: Found) => boolean,
): AsyncGenerator<{ entry: Entry; read?: Iterable<RawDocument | Rejected> }> {
  const begun: { entry: Entry; reading?: Promise<(RawDocument | Rejected)[]> }[] = [];
  const hand = async ({ entry, reading }: (typeof begun)[number]) =>
    reading === undefined ? { entry } : { entry, read: await reading };
  for await (const entry of entries) {
    const isOne = 'extension' in entry && !hasLines(entry.path) && !isKnown(entry);
    begun.push(isOne ? { entry, reading: collect(readEntry(entry)) } : { entry });
    const next = begun.length > AHEAD ? begun.shift() : undefined;
    if (next !== undefined) yield await hand(next);
  }
  for (const one of begun) yield await hand(one);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function toRejected({ unseen, ...told }: Unreadable, source: string): Rejected {
  // The lines of a file have ids of their own.
  return unseen === undefined ? told : { ...told, unseen: `${source}/${hasLines(unseen) ? '' : unseen}` };
}

/** The bytes of a file of lines as they come; of UTF-16, where a line end is two bytes, all at once and as UTF-8. */
async function openLines(file: Buffer): Promise<AsyncIterable<Uint8Array>> {
  const handle = await openFile(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
  const head = buffer.subarray(0, bytesRead);
  const isMarked = head.length > 1 && [0xfeff, 0xfffe].includes(head.readUInt16LE(0));
  if (!isMarked && findUtf16Order(head) === undefined) return handle.createReadStream({ start: 0 });
  await handle.close();
  return Readable.from([Buffer.from(decodeText(await readBytes(file, MOST_BYTES)).text)]);
}

const hasLines = (path: string): boolean => /\.(?:jsonl|csv|xlsx)$/iu.test(path);

/** An article whose text is a piece of a page, read as that; what its row or line tells outranks the text. */
async function withoutMarkup(
  item: RawDocument,
  place: string,
  reader: DocumentReader,
): Promise<RawDocument | Rejected> {
  try {
    const { text, metadata } = await reader.read('.html', toPiece(item.text));
    if (!text.trim()) throw new YuantuError('INPUT', 'has no "text"');
    return { ...item, text, metadata: { ...metadata, ...item.metadata } };
  } catch (error) {
    return { place: `${place}:${item.doc}`, reason: reasonOf(error) };
  }
}

async function* readFound(
  found: Found,
  source: string,
  { reader, onNote }: { reader: DocumentReader; onNote: (place: string, note: string) => void },
): AsyncGenerator<RawDocument | Rejected> {
  const { file, place, path, extension, prefix } = found;
  try {
    if (extension === '.jsonl' || extension === '.csv' || extension === '.xlsx') {
      const from = { source, place, prefix, onNote };
      let isEmpty = true;
      const items =
        extension === '.jsonl'
          ? readJsonLines(await openLines(file), from)
          : TABLES[extension](await readBytes(file, MOST_BYTES), from);
      for await (const item of items) {
        isEmpty = false;
        yield isRejected(item) || !hasMarkup(item.text) ? item : await withoutMarkup(item, place, reader);
      }
      if (isEmpty) throw new YuantuError('INPUT', 'is empty');
      return;
    }
    const { text, metadata, notes = [] } = await reader.read(extension, await readBytes(file, MOST_BYTES));
    if (!text.trim()) throw new YuantuError('INPUT', 'is empty');
    // A small file may unfold into a large text.
    if (text.length > MOST_BYTES)
      throw new YuantuError('INPUT', `${text.length} characters of text; at most 10 M are read`);
    for (const note of notes) onNote(place, note);
    const doc = basename(path, extname(path));
    yield { id: `${source}/${path}`, source, doc, text, metadata: { ...metadata, ...found.metadata } };
  } catch (error) {
    // What the system refuses is there all the same.
    const isOfSystem = typeof (error as NodeJS.ErrnoException).errno === 'number';
    const told = { place, reason: reasonOf(error) };
    yield isOfSystem ? toRejected({ ...told, unseen: path }, source) : told;
  }
}
