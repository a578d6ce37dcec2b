import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, posix, sep } from 'node:path';
import { reasonOf } from '../files/fault.ts';
import { oddKind, readBytes } from '../files/read.ts';
import type { ArticleMetadata, PassedReason } from '../model/article.ts';
import { MOST_BYTES } from './json.ts';
import { readTable } from './metadata.ts';
import { decodeName, toPlace } from './name.ts';

/** The kinds of file that are read. */
export const EXTENSIONS = [
  '.txt',
  '.md',
  '.html',
  '.htm',
  '.xhtml',
  '.shtml',
  '.mhtml',
  '.mht',
  '.pdf',
  '.docx',
  '.doc',
  '.wps',
  '.rtf',
  '.jsonl',
  '.csv',
  '.xlsx',
] as const;

export type Extension = (typeof EXTENSIONS)[number];

const TABLE = 'articles.csv';

/** A file to read. `path` is relative to the path given, with `/`; of a file that was given itself, its base name. */
export interface Found {
  /** Its name on the disk, which need not be text. */
  readonly file: Buffer;
  readonly place: string;
  readonly path: string;
  readonly extension: Extension;
  /** What a line of JSON Lines or a row of a table without an id is called by, in front of its number: nothing where the file itself was given. */
  readonly prefix: string;
  readonly metadata: ArticleMetadata;
}

/** An entry that is passed over. */
export interface Passed {
  readonly place: string;
  readonly why: PassedReason;
}

/** What cannot be looked at. `unseen` is the path below which there may be files all the same; of the path given, empty. */
export interface Unreadable {
  readonly place: string;
  readonly reason: string;
  readonly unseen?: string;
}

/** What a table of the folder tells that cannot be followed. */
export interface Noted {
  readonly place: string;
  readonly note: string;
}

export type Entry = Found | Passed | Unreadable | Noted;

/** What a walk knows all the way. */
interface Walk {
  /** The path as it was given, and the folder that it leads to. */
  readonly given: string;
  readonly root: Buffer;
  /** What the tables tell, by path relative to the path given. */
  readonly known: Map<string, ArticleMetadata>;
  /** Where the tables tell of each path, and the paths that are there. */
  readonly told: Map<string, string>;
  readonly seen: Set<string>;
}

/**
 * Find the files of a path in name order, and tell of each entry of a folder that is none.
 *
 * In folders these are passed over: hidden entries, links that lead out of the path or to a folder, pipes and devices (they are
 * never opened), what a browser saved beside a page, and kinds that are not read. A folder that cannot be looked into, and a link
 * that leads nowhere, are told with the reason. A file that is given itself and is of no kind that we read is told too. A folder's
 * `articles.csv` tells of all below it, and the nearest is believed.
 */
export async function* walk(given: string): AsyncGenerator<Entry> {
  const notes = {
    known: new Map<string, ArticleMetadata>(),
    told: new Map<string, string>(),
    seen: new Set<string>(),
  };
  let isFolder: boolean;
  try {
    const info = await stat(given);
    isFolder = info.isDirectory();
    const odd = oddKind(info);
    if (!isFolder && odd !== undefined) {
      yield { place: toPlace(given), reason: odd };
      return;
    }
  } catch (error) {
    yield { place: toPlace(given), reason: reasonOf(error), unseen: '' };
    return;
  }
  const root = Buffer.from(await realpath(given, { encoding: 'buffer' }));
  if (isFolder) {
    yield* walkFolder(Buffer.from(given), '', { given, root, ...notes });
    for (const [path, place] of notes.told)
      if (!notes.seen.has(path)) yield { place, note: `tells of "${toPlace(path)}", which is not there` };
  } else {
    const extension = toExtension(given);
    const file = Buffer.from(given);
    const [place, path] = [toPlace(given), basename(given)];
    yield* learn(Buffer.from(dirname(given)), '', { given: dirname(given), root, ...notes });
    if (extension) yield { file, place, path, extension, prefix: '', metadata: notes.known.get(path) ?? {} };
    else yield { place, reason: `"${extname(given)}" is not read; give ${EXTENSIONS.join(' ')}` };
  }
}

async function* walkFolder(folder: Buffer, path: string, all: Walk): AsyncGenerator<Entry> {
  let entries: { readonly entry: Dirent<Buffer>; readonly name: string }[];
  try {
    const listed = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
    entries = listed.map((entry) => ({ entry, name: decodeName(entry.name) }));
  } catch (error) {
    yield { place: placeOf(path, all), reason: reasonOf(error), unseen: path };
    return;
  }
  entries.sort((a, b) => (a.name === b.name ? a.entry.name.compare(b.entry.name) : a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(TABLE)) yield* learn(folder, path, all);
  for (const { entry, name } of entries) {
    const [file, inside] = [joinBytes(folder, entry.name), path + name];
    const place = placeOf(inside, all);
    all.seen.add(inside);
    if (isHidden(name)) yield { place, why: 'hidden' };
    else if (entry.isDirectory()) {
      if (isBesidePage(name, names)) yield { place, why: 'page' };
      else yield* walkFolder(file, `${inside}/`, all);
    } else if (entry.isSymbolicLink()) yield* followLink(file, inside, all);
    else if (!entry.isFile()) yield { place, why: 'device' };
    else yield* take(file, inside, all);
  }
}

/** A file that stays in the path that was given is read under the link's name. */
async function* followLink(file: Buffer, path: string, all: Walk): AsyncGenerator<Entry> {
  const place = placeOf(path, all);
  try {
    const info = await stat(file);
    const target = await realpath(file, { encoding: 'buffer' });
    const isInside = target.subarray(0, all.root.length + 1).equals(joinBytes(all.root, Buffer.alloc(0)));
    if (info.isDirectory() || !isInside) yield { place, why: 'link' };
    else if (!info.isFile()) yield { place, why: 'device' };
    else yield* take(file, path, all);
  } catch (error) {
    const isRead = toExtension(path) !== undefined;
    if (isRead) yield { place, reason: `the link leads nowhere: ${reasonOf(error)}`, unseen: path };
    else yield { place, why: 'link' };
  }
}

function* take(file: Buffer, path: string, all: Walk): Generator<Entry> {
  const extension = toExtension(path);
  const [place, metadata] = [placeOf(path, all), all.known.get(path) ?? {}];
  if (posix.basename(path) === TABLE) return;
  if (extension) yield { file, place, path, extension, prefix: `${path}:`, metadata };
  else yield { place, why: 'kind' };
}

/** Take in a folder's table, if it has one. */
async function* learn(folder: Buffer, path: string, all: Walk): AsyncGenerator<Unreadable | Noted> {
  const place = placeOf(path + TABLE, all);
  try {
    const file = joinBytes(folder, Buffer.from(TABLE));
    const info = await stat(file).catch(() => undefined);
    if (info?.isFile() !== true) return;
    for (const [name, { row, metadata, note }] of readTable(await readBytes(file, MOST_BYTES))) {
      const inside = posix.normalize(path + name);
      all.known.set(inside, metadata);
      all.told.set(inside, `${place}:${row}`);
      if (note !== undefined) yield { place: `${place}:${row}`, note };
    }
  } catch (error) {
    yield { place, reason: reasonOf(error) };
  }
}

function placeOf(path: string, { given }: Walk): string {
  return toPlace(given.endsWith(sep) ? given + path : `${given}${sep}${path}`).replace(/\/$/u, '');
}

function joinBytes(folder: Buffer, name: Buffer): Buffer {
  const ends = folder.at(-1) === sep.charCodeAt(0);
  return Buffer.concat([folder, Buffer.from(ends ? '' : sep), name]);
}

/** Whether it is hidden, or Word's or WPS's own mark that a document is open. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

/** Whether a browser put it there with a page that it saved. */
function isBesidePage(name: string, names: ReadonlySet<string>): boolean {
  const [, stem] = /^(.+)[_.](?:files|文件)$/u.exec(name) ?? [];
  return stem !== undefined && ['html', 'htm', 'xhtml', 'shtml'].some((kind) => names.has(`${stem}.${kind}`));
}

const toExtension = (name: string): Extension | undefined =>
  EXTENSIONS.find((extension) => extension === extname(name).toLowerCase());
