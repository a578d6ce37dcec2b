import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractAll } from '../extract/batch.ts';
import { openExtractor } from '../extract/open.ts';
import { extractorVersion } from '../extract/version.ts';
import { printAll } from '../files/output.ts';
import { writeWhole } from '../files/write.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { type FileListener, openAccount } from '../read/account.ts';
import type { DocumentReader } from '../read/index.ts';
import type { Context, ExitCode } from './context.ts';
import { tellFiles } from './file-lines.ts';
import { toResultLine } from './results.ts';

const STDIN = 'stdin';

export interface ExtractFlags {
  readonly out?: string;
  readonly workers?: number;
  readonly explain?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/**
 * Writes what each document says: a JSON file for each into `out`, or JSON Lines to standard output. A line read from standard
 * input is answered with a line that holds the document too, which `build` takes in place of the text. Or tells why, on demand.
 */
export async function runExtract(
  context: Context,
  paths: readonly string[],
  options: ExtractFlags,
): Promise<ExitCode> {
  const { signal, tell, words } = context;
  for (const path of paths)
    if (path !== '-' && !existsSync(path)) throw new YuantuError('INPUT', `${path}: no such file or folder`);
  if (options.explain === true) {
    const { runExplain } = await import('./explain.ts');
    return runExplain(
      context,
      readAll(paths, context.documents, () => {}),
      options,
    );
  }
  const seeds = await context.seeds();
  const version = paths.includes('-') ? extractorVersion(seeds) : '';
  // A line of standard input is answered as it comes, unless it is told that many come.
  const workers = options.workers ?? (paths.includes('-') ? 1 : undefined);
  const account = openAccount();
  const apart = keepApart();
  let done = 0;
  let rejected = 0;
  for await (const item of extractAll(readAll(paths, context.documents, account.onFile), {
    seeds,
    workers,
    open: () => openExtractor(seeds),
  })) {
    signal.throwIfAborted();
    if ('reason' in item) {
      rejected++;
      tell(`${words.say('rejected')}: ${item.place}: ${item.reason}`);
      continue;
    }
    const { raw, extraction } = item;
    if (options.out === undefined)
      await printAll([
        raw.source === STDIN ? toResultLine(raw, extraction, version) : `${JSON.stringify(extraction)}\n`,
      ]);
    else {
      const stem = apart(fileOf(raw));
      if (stem !== fileOf(raw)) tell(`${words.say('keptApart')}: ${raw.id} → ${stem}.json`);
      const file = join(options.out, `${stem}.json`);
      await writeWhole(file, [`${JSON.stringify(extraction, null, 2)}\n`], { signal });
    }
    done++;
  }
  tellFiles(context, account.total(), []);
  return rejected === 0 ? 0 : done > 0 ? 1 : 2;
}

async function* readAll(
  paths: readonly string[],
  documents: DocumentReader,
  onFile: FileListener,
): AsyncGenerator<RawDocument | Rejected> {
  const { readJsonLines, readSources } = await import('../read/index.ts');
  for (const path of paths)
    if (path === '-') yield* readJsonLines(process.stdin, { source: STDIN, place: STDIN, prefix: '' });
    else yield* readSources([path], { onFile, documents });
}

/** Gives each document a stem of its own: the second of one stem is NAME-2. Names that differ by case alone are one in some systems. */
function keepApart(): (stem: string) => string {
  const taken = new Set<string>();
  return (stem) => {
    let free = stem;
    for (let i = 2; taken.has(free.normalize('NFC').toLowerCase()); i++) free = `${stem}-${i}`;
    taken.add(free.normalize('NFC').toLowerCase());
    return free;
  };
}

/** Where a document goes: its path in the source without the extension, so that stems of two folders do not clash. */
function fileOf({ id, source, doc }: RawDocument): string {
  const folder = dirname(id.slice(source.length + 1));
  const safe = (part: string) => part.replace(/[<>:"\\|?*\p{Cc}]|^\.+$/gu, '_');
  return [...folder.split('/').filter((part) => part !== '.' && part !== ''), doc.replaceAll('/', '_')]
    .map(safe)
    .join('/');
}
