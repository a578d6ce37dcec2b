import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { type Field, findFields, isRunning } from './fields.ts';
import { writtenId } from './json-id.ts';
import { toMetadata, unreadDate } from './metadata.ts';
import { decodeText } from './text.ts';

/** A line longer than this is set aside; so is a file of any other kind. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Blank, tab and carriage return. */
const BLANKS = new Set([0x20, 0x09, 0x0d]);

/** Where the lines come from: `place` names it in complaints, `prefix` goes before a line number that stands in for an id. */
export interface LineSource {
  readonly source: string;
  readonly place: string;
  readonly prefix?: string;
  /** Hears of what had to be mended in a line. */
  readonly onNote?: (place: string, note: string) => void;
}

/**
 * Read JSON Lines as they come: one article a line, `{"id"?, "text", "title"?, "published"?, "outlet"?, "author"?, "url"?}`, or
 * under the names that heads of tables have. A list of texts is one, its parts as paragraphs or names.
 *
 * Blank lines are passed over. A line that is no such object is set aside with its place, `FILE:LINE`.
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  from: LineSource,
): AsyncGenerator<RawDocument | Rejected> {
  let number = 0;
  for await (const line of splitLines(chunks)) {
    number++;
    if (line?.every((byte) => BLANKS.has(byte))) continue;
    try {
      if (!line) throw new YuantuError('INPUT', 'the line is longer than 10 MB');
      const { text, notes } = decodeText(line);
      const document = toDocument(text, number, from);
      for (const note of notes) from.onNote?.(`${from.place}:${number}`, note);
      yield document;
    } catch (error) {
      yield {
        place: `${from.place}:${number}`,
        reason: error instanceof Error ? error.message : String(error),
      };
    }
  }
}

function toDocument(
  line: string,
  number: number,
  { source, place, prefix = '', onNote }: LineSource,
): RawDocument {
  const at = `${place}:${number}`;
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new YuantuError('INPUT', 'is not a JSON object');
  }
  const told = Object.entries(value).filter(([, found]) => found !== null && found !== '');
  const fields = findFields(told.map(([name]) => name));
  const field = (name: Field): string | undefined => {
    const [key = '', given]: readonly [string?, unknown?] = told[fields[name] ?? -1] ?? [];
    const found = isTexts(given) ? given.join(name === 'text' ? '\n' : '、') : given;
    if (found === undefined || typeof found === 'string') return found;
    if (name === 'id' && typeof found === 'number') return writtenId(line, key);
    if (name !== 'text' && typeof found === 'number') return String(found);
    if (name !== 'text' && name !== 'id') {
      onNote?.(at, `"${key}" is no text and is left out`);
      return undefined;
    }
    throw new YuantuError('INPUT', `"${key}" is not a string`);
  };
  const text = field('text');
  if (!text?.trim()) throw new YuantuError('INPUT', 'has no "text"');
  const id = field('id');
  const isCounted = isRunning(told[fields.id ?? -1]?.[0] ?? '');
  const doc = id ? (isCounted ? `${prefix}${id}` : id) : `${prefix}${number}`;
  const published = field('published');
  const unread = unreadDate(published);
  if (unread) onNote?.(at, unread);
  return {
    id: `${source}/${doc}`,
    source,
    doc,
    text: text.replace(/^\ufeff/u, ''),
    metadata: toMetadata({
      title: field('title'),
      published,
      outlet: field('outlet'),
      author: field('author'),
      url: field('url'),
    }),
  };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new YuantuError('INPUT', 'is no JSON', { cause });
  }
}

/** The lines of a stream, without their ends. One that is too long is let go as it comes, and stands as undefined. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    parts = size > MOST_BYTES ? [] : [...parts, part];
  };
  const finish = (): Uint8Array | undefined => {
    const line = size > MOST_BYTES ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}
