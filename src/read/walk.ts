import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ArticleMetadata, Rejected } from '../model/article.ts';
import { readTable } from './metadata.ts';

/** The kinds of file that are read. */
export const EXTENSIONS = ['.txt', '.html', '.htm', '.pdf', '.docx', '.jsonl'] as const;

export type Extension = (typeof EXTENSIONS)[number];

const TABLE = 'articles.csv';

/** A file to read. `path` is relative to the path given, with `/`; of a file that was given itself, its base name. */
export interface Found {
  readonly file: string;
  readonly path: string;
  readonly extension: Extension;
  /** What a line of JSON Lines without an id is called by, in front of its number: nothing where the file itself was given. */
  readonly prefix: string;
  readonly metadata: ArticleMetadata;
}

/**
 * Find the files of a path in name order. In folders other kinds of file, hidden ones and linked folders are passed over; a
 * file that is given itself and is of no kind that we read is set aside. A folder's `articles.csv` tells of all below it, and
 * the nearest is believed.
 */
export async function* walk(given: string): AsyncGenerator<Found | Rejected> {
  const info = await stat(given).catch(() => undefined);
  if (!info) {
    yield { place: given, reason: 'there is no such file or folder' };
  } else if (info.isDirectory()) {
    yield* walkFolder(given, '', new Map());
  } else {
    const extension = toExtension(given);
    const known = new Map<string, ArticleMetadata>();
    yield* learn(dirname(given), known);
    const metadata = known.get(resolve(given)) ?? {};
    if (extension) yield { file: given, path: basename(given), extension, prefix: '', metadata };
    else yield { place: given, reason: `"${extname(given)}" is not read; give ${EXTENSIONS.join(' ')}` };
  }
}

async function* walkFolder(
  folder: string,
  path: string,
  known: Map<string, ArticleMetadata>,
): AsyncGenerator<Found | Rejected> {
  yield* learn(folder, known);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const inside = path + entry.name;
    const extension = toExtension(entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* walkFolder(file, `${inside}/`, known);
    else if (extension && (entry.isFile() || entry.isSymbolicLink())) {
      yield { file, path: inside, extension, prefix: `${inside}:`, metadata: known.get(resolve(file)) ?? {} };
    }
  }
}

/** Take in a folder's table, if it has one. */
async function* learn(folder: string, known: Map<string, ArticleMetadata>): AsyncGenerator<Rejected> {
  const file = join(folder, TABLE);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return;
  try {
    for (const [name, metadata] of readTable(bytes)) known.set(resolve(folder, name), metadata);
  } catch (error) {
    yield { place: file, reason: error instanceof Error ? error.message : String(error) };
  }
}

const toExtension = (name: string): Extension | undefined =>
  EXTENSIONS.find((extension) => extension === extname(name).toLowerCase());
