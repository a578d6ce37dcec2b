import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appendWhole, writeWhole } from '../files/write.ts';
import type { Extraction, RawDocument } from '../model/article.ts';
import { hashDocument } from '../model/document.ts';
import { hashId } from '../model/id.ts';
import type { Span } from '../model/span.ts';

/** What documents said when they were last read, so that a build reads only what is new. */
export interface ExtractionCache {
  /** What an equal document said; undefined when none was read, or what was kept cannot be understood. */
  find(raw: RawDocument): Extraction | undefined;
  add(raw: RawDocument, extraction: Extraction): void;
  /** Writes down what was added; what no document of this run asked for goes once it is the larger part. */
  save(): Promise<void>;
}

// Older versions are kept for those who go back and forth between two; each is a file.
const VERSIONS_KEPT = 3;
const STALE_ALLOWED = 1000;
const CHUNK = 1 << 24;

type Place = readonly [start: number, length: number];

/**
 * Opens the cache in a folder, made when it is first saved. `version` stands for everything that an extraction depends on beside
 * its document: each has a file of its own, one line a document, appended to. A line cut off by a crash is passed over.
 *
 * Texts and quotes are not kept: they are slices of the document.
 */
export function openExtractionCache(folder: string, version: string): ExtractionCache {
  const file = join(folder, `${version}.jsonl`);
  const places = existsSync(file) ? indexLines(file) : new Map<string, Place>();
  const used = new Set<string>();
  const fresh = new Map<string, string>();
  let open: number | undefined;
  const lineAt = ([start, length]: Place): string => {
    open ??= openSync(file, 'r');
    const bytes = Buffer.alloc(length);
    readSync(open, bytes, 0, length, start);
    return bytes.toString('utf8');
  };
  function* linesOf(kept: readonly (readonly [string, Place])[], added: Map<string, string>) {
    for (const [, place] of kept) yield lineAt(place);
    yield* added.values();
  }
  return {
    find(raw) {
      const key = keyOf(raw);
      used.add(key);
      const place = places.get(key);
      const line = fresh.get(key) ?? (place && lineAt(place));
      // Where another process wrote meanwhile, another line may stand there.
      return line?.startsWith(key) !== true ? undefined : unpack(line.slice(key.length + 1), raw.text);
    },
    add(raw, extraction) {
      const key = keyOf(raw);
      used.add(key);
      fresh.set(key, `${key}\t${pack(extraction, raw.text)}\n`);
    },
    async save() {
      const kept = [...places].filter(([key]) => used.has(key) && !fresh.has(key));
      const tooStale = places.size - kept.length > Math.max(STALE_ALLOWED, kept.length);
      if (fresh.size === 0 && !tooStale) return;
      if (tooStale) {
        await writeWhole(file, linesOf(kept, fresh));
        if (open !== undefined) closeSync(open);
        open = undefined;
        places.clear();
        for (const [key, place] of indexLines(file)) places.set(key, place);
      } else {
        let start = await appendWhole(file, [...fresh.values()].join(''));
        for (const [key, line] of fresh) {
          const length = Buffer.byteLength(line);
          places.set(key, [start, length]);
          start += length;
        }
      }
      fresh.clear();
      dropOldVersions(folder);
    },
  };
}

/** The id is part of an extraction: its articles are called after it. */
function keyOf(raw: RawDocument): string {
  return hashId(raw.id, hashDocument(raw));
}

/** Where the line of each key is, its line break included; the last of a key counts. A file may be larger than a string. */
function indexLines(file: string): Map<string, Place> {
  const places = new Map<string, Place>();
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    let [start, rest] = [0, Buffer.alloc(0)];
    for (let at = 0; at < size; ) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
      const read = readSync(handle, chunk, 0, chunk.length, at);
      if (read === 0) break;
      at += read;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        const tab = bytes.indexOf(9, from);
        if (tab > from && tab < end) places.set(bytes.toString('latin1', from, tab), [start, end + 1 - from]);
        start += end + 1 - from;
        from = end + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
  } finally {
    closeSync(handle);
  }
  return places;
}

function dropOldVersions(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name));
  const newestFirst = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { file } of newestFirst.slice(VERSIONS_KEPT)) rmSync(file, { force: true });
}

const SLICES = ['text', 'quote'];

type Spanned = Readonly<Record<string, unknown>>;

/** As JSON, without the texts that are slices of the document. */
function pack(extraction: Extraction, text: string): string {
  return JSON.stringify(extraction, (_, value: unknown) => {
    if (!isSpanned(value)) return value;
    const slice = text.slice(Number(value.start), Number(value.end));
    const entries = Object.entries(value).filter(([name, kept]) => !SLICES.includes(name) || kept !== slice);
    return Object.fromEntries(entries);
  });
}

function unpack(json: string, text: string): Extraction | undefined {
  try {
    const extraction = JSON.parse(json) as Extraction;
    // In place, since nobody else has it yet: thousands of copies cost far more memory than what they add.
    const fill = (spans: readonly Span[], name: 'text' | 'quote'): void => {
      for (const span of spans)
        if (!(name in span)) Object.assign(span, { [name]: text.slice(span.start, span.end) });
    };
    for (const { mentions, facts } of extraction.entities) {
      fill(mentions, 'text');
      fill(facts, 'quote');
    }
    for (const { evidence } of extraction.relations) fill(evidence, 'quote');
    return extraction;
  } catch {
    return undefined;
  }
}

function isSpanned(value: unknown): value is Spanned {
  return typeof value === 'object' && value !== null && 'rule' in value && 'start' in value;
}
