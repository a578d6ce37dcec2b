import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  chooseExporter,
  type ExportOptions,
  exportAdminFiles,
  exportChosen,
  idsIn,
  NOTHING_FOUND,
} from '../exchange/write.ts';
import { type FileContent, isKept, writeTogether, writeWhole } from '../files/write.ts';
import { BAND_PARAMETERS, type Band } from '../model/certainty.ts';
import { YuantuError } from '../model/errors.ts';
import { VERSION } from '../package.ts';
import type { Store } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';

/** What part of the graph goes into the file, and how. */
export interface ExportFlags {
  readonly format?: string;
  readonly all?: boolean;
  readonly text?: boolean;
  /** Leaves out what is less sure than this band. */
  readonly certainty?: Band;
  /** A statement: what it returns is exported. */
  readonly query?: string;
  /** A file with an id of a node or a relationship on each line: these are exported. */
  readonly ids?: string;
  /** Whether CSV begins with the mark that Excel knows UTF-8 by; default: in a file, not in a pipe. */
  readonly mark?: boolean;
}

/** Writes the graph to a file, or for `neo4j-admin` into a folder; a file is there as a whole, or what was there stays. */
export async function runExport(context: Context, file: string, flags: ExportFlags): Promise<ExitCode> {
  const isFolder = flags.format === 'neo4j-admin';
  const exporter = isFolder ? undefined : chooseExporter(file, flags.format);
  const { port } = context.config.server;
  await context.withStore(async (store) => {
    const options = {
      ...(await choose(store, flags)),
      all: flags.all ?? false,
      text: flags.text ?? true,
      mark: flags.mark ?? (await isKept(file)),
      ...(flags.certainty === undefined ? {} : { certainty: flags.certainty }),
      version: VERSION,
      ...(port === undefined ? {} : { explorer: `http://127.0.0.1:${port}/` }),
    };
    const { signal } = context;
    const { chooseIn } = await import('../answer/open.ts');
    const chosen = await chooseIn(store, isFolder ? { ...options, all: true } : options, exporter?.isTelling);
    try {
      if (exporter !== undefined) await writeWhole(file, exportChosen(chosen, exporter, options), { signal });
      else await writeTogether(inFolder(file, exportAdminFiles(chosen, options)));
    } finally {
      chosen.close();
    }
  });
  return 0;
}

function* inFolder(folder: string, entries: ReturnType<typeof exportAdminFiles>): Generator<FileContent> {
  for (const { name, content } of entries)
    yield { file: join(folder, name), pieces: typeof content === 'string' ? [content] : content };
}

/** The part of the graph that the flags ask for. */
async function choose(
  store: Store,
  { query, ids }: ExportFlags,
): Promise<Pick<ExportOptions, 'ids' | 'filter'>> {
  if (query !== undefined && ids !== undefined)
    throw new YuantuError('SETTING', 'give --query or --ids, not both');
  if (query !== undefined) {
    const found = idsIn((await store.query(query, BAND_PARAMETERS)).rows);
    if (found.length === 0) throw new YuantuError('NOT_FOUND', NOTHING_FOUND);
    return { ids: found, filter: query };
  }
  if (ids === undefined) return {};
  const listed = ids === '-' ? await text(process.stdin) : readFileSync(ids, 'utf8');
  return { ids: listed.split(/\r?\n/u).filter((line) => line !== ''), filter: 'a selection' };
}
