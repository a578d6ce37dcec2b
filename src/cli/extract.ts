import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { corrections, withdrawn } from '../collect/as-judged.ts';
import { extractAll } from '../extract/batch.ts';
import { openExtractor } from '../extract/open.ts';
import { toResultLine } from '../extract/result.ts';
import { extractorVersion } from '../extract/version.ts';
import { printAll } from '../files/output.ts';
import { writeWhole } from '../files/write.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { type FileListener, openAccount } from '../read/account.ts';
import type { DocumentReader } from '../read/index.ts';
import type { Context, ExitCode } from './context.ts';
import { tellFiles } from './file-lines.ts';
import { openStems } from './stems.ts';

const STDIN = 'stdin';

export interface ExtractFlags {
  readonly out?: string;
  readonly workers?: number;
  readonly explain?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  /** Read lines in the light of what people judged of articles of this source. */
  readonly judged?: string;
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
  const apart = options.out === undefined ? undefined : openStems(options.out);
  const origins = new WeakMap<RawDocument, string>();
  const given = new WeakMap<RawDocument, RawDocument>();
  const all = readAll(paths, context.documents, account.onFile, origins);
  let done = 0;
  let rejected = 0;
  for await (const item of extractAll(
    options.judged === undefined ? all : asJudged(context, all, options.judged, given),
    {
      seeds,
      workers,
      open: () => openExtractor(seeds),
    },
  )) {
    signal.throwIfAborted();
    if ('reason' in item) {
      rejected++;
      tell(words.labelled('rejected', `${item.place}: ${words.told(item.reason)}`));
      continue;
    }
    const { raw, extraction } = item;
    if (options.out === undefined || apart === undefined)
      await printAll([
        raw.source === STDIN
          ? toResultLine(given.get(raw) ?? raw, extraction, version)
          : `${JSON.stringify(extraction)}\n`,
      ]);
    else {
      const stem = await apart(fileOf(raw), origins.get(raw) ?? raw.id);
      if (stem !== fileOf(raw)) tell(words.labelled('keptApart', `${raw.id} → ${stem}.json`));
      const file = join(options.out, `${stem}.json`);
      await writeWhole(file, [`${JSON.stringify(extraction, null, 2)}\n`], { signal });
    }
    done++;
  }
  tellFiles(context, account.total(), []);
  return rejected === 0 ? 0 : done > 0 ? 1 : 2;
}

/** Tells, in its place, of a document that people took back, and hands on any other with what they know of it; `given` has it as it came. */
async function* asJudged(
  context: Context,
  items: AsyncIterable<RawDocument | Rejected>,
  source: string,
  given: WeakMap<RawDocument, RawDocument>,
): AsyncGenerator<RawDocument | Rejected> {
  const judgements = (await context.standing())();
  const [gone, known] = [withdrawn(judgements), corrections(judgements)];
  for await (const item of items) {
    if ('reason' in item) {
      yield item;
      continue;
    }
    const id = `${source}/${item.doc}`;
    if (gone.has(id)) {
      await printAll([`${JSON.stringify({ id: item.doc, withdrawn: true })}\n`]);
      continue;
    }
    const judged = { ...item, metadata: { ...item.metadata, ...known.get(id) } };
    given.set(judged, item);
    yield judged;
  }
}

async function* readAll(
  paths: readonly string[],
  documents: DocumentReader,
  onFile: FileListener,
  origins?: WeakMap<RawDocument, string>,
): AsyncGenerator<RawDocument | Rejected> {
  const { readJsonLines, readSources } = await import('../read/index.ts');
  for (const path of paths)
    if (path === '-') yield* readJsonLines(process.stdin, { source: STDIN, place: STDIN, prefix: '' });
    else
      for await (const item of readSources([path], { onFile, documents })) {
        if (!('reason' in item)) origins?.set(item, originOf(path, item));
        yield item;
      }
}

/** Where a document lies on this machine, by which a further run knows it again: its file, and in one of many its id. */
function originOf(path: string, { id, source }: RawDocument): string {
  const inside = id.slice(source.length + 1);
  return inside === basename(path) ? resolve(path) : `${resolve(path)}/${inside}`;
}

/** Where a document goes: its path in the source without the extension, so that stems of two folders do not clash. */
function fileOf({ id, source, doc }: RawDocument): string {
  const folder = dirname(id.slice(source.length + 1));
  const safe = (part: string) => part.replace(/[<>:"\\|?*\p{Cc}]|^\.+$/gu, '_');
  return [...folder.split('/').filter((part) => part !== '.' && part !== ''), doc.replaceAll('/', '_')]
    .map(safe)
    .join('/');
}
