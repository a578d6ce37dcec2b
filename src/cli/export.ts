import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  chooseExporter,
  type ExportOptions,
  exportAdminFiles,
  exportSnapshot,
  idsIn,
  inChunks,
  NOTHING_FOUND,
} from '../exchange/write.ts';
import { YuantuError } from '../model/errors.ts';
import { VERSION } from '../package.ts';
import type { Store } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';

/** What part of the graph goes into the file, and how. */
export interface ExportFlags {
  readonly format?: string;
  readonly all?: boolean;
  readonly text?: boolean;
  /** A statement: what it returns is exported. */
  readonly query?: string;
  /** A file with an id of a node or a relationship on each line: these are exported. */
  readonly ids?: string;
}

/** Writes the graph to a file, or for `neo4j-admin` into a folder; a file is there as a whole or not at all. */
export async function runExport(context: Context, file: string, flags: ExportFlags): Promise<ExitCode> {
  const isFolder = flags.format === 'neo4j-admin';
  const exporter = isFolder ? undefined : chooseExporter(file, flags.format);
  await context.withStore(async (store) => {
    const options = {
      ...(await choose(store, flags)),
      all: flags.all ?? false,
      text: flags.text ?? true,
      version: VERSION,
    };
    const snapshot = await store.read();
    if (exporter !== undefined) return writeWhole(file, exportSnapshot(snapshot, exporter, options));
    mkdirSync(file, { recursive: true });
    for (const { name, content } of exportAdminFiles(snapshot, options))
      await writeWhole(join(file, name), typeof content === 'string' ? [content] : content);
  });
  return 0;
}

/** The part of the graph that the flags ask for. */
async function choose(
  store: Store,
  { query, ids }: ExportFlags,
): Promise<Pick<ExportOptions, 'ids' | 'filter'>> {
  if (query !== undefined && ids !== undefined)
    throw new YuantuError('SETTING', 'give --query or --ids, not both');
  if (query !== undefined) {
    const found = idsIn((await store.query(query)).rows);
    if (found.length === 0) throw new YuantuError('NOT_FOUND', NOTHING_FOUND);
    return { ids: found, filter: query };
  }
  if (ids === undefined) return {};
  const listed = ids === '-' ? await text(process.stdin) : readFileSync(ids, 'utf8');
  return { ids: listed.split(/\r?\n/u).filter((line) => line !== ''), filter: 'a selection' };
}

/** Writes pieces to a file beside it first: whoever stops us leaves no half. `-` is standard output. */
export async function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  if (file === '-') {
    for (const chunk of inChunks(pieces))
      if (!process.stdout.write(chunk)) await new Promise((drained) => process.stdout.once('drain', drained));
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w');
  try {
    for (const chunk of inChunks(pieces, true)) await handle.write(chunk);
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}
