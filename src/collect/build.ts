import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { arrange } from '../graph/picture/arrange.ts';
import type { FileAccount, RawDocument, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { DocumentReader } from '../read/index.ts';
import { readAsJudged } from './as-judged.ts';
import { Collection } from './collection.ts';
import { createDocumentExtractor } from './extracting.ts';
import type { KnownFiles } from './known-files.ts';
import type { SessionOptions } from './options.ts';
import type { BuildReport } from './report.ts';
import { Session } from './session.ts';

export { openExtractor } from '../extract/open.ts';
export type { SessionOptions } from './options.ts';
export type { BuildReport } from './report.ts';
export { Session } from './session.ts';

export interface BuildOptions extends SessionOptions {
  readonly paths: readonly string[];
  /** The one source that all paths make up; default: each path is its own, by its base name. */
  readonly source?: string;
  /** Sources that go with this build, whatever is in them. */
  readonly leaving?: readonly string[];
  /** The paths that a source was built from before; default: nothing is known of it. */
  readonly builtFrom?: (source: string) => readonly string[];
  /** What reads documents; default: one that is opened for this build alone. */
  readonly documents?: DocumentReader;
  /** What the paths hold, where that has been read; default: they are read. */
  readonly read?: ReadPaths;
}

/** The documents of paths and what became of each file. */
export interface ReadPaths {
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly documents: readonly RawDocument[];
  /** The ids of documents that were not read, since their files are as the store has them; default none. */
  readonly same?: readonly string[];
  readonly rejected: readonly Rejected[];
  readonly files: FileAccount;
}

/**
 * Reads all that is under paths.
 *
 * @throws {YuantuError} INPUT when a path is not there or holds nothing that can be read.
 */
export async function readPaths(
  options: Pick<BuildOptions, 'paths' | 'source' | 'signal' | 'onProgress' | 'documents'>,
  known?: KnownFiles,
): Promise<ReadPaths> {
  for (const path of options.paths)
    if (!existsSync(path)) throw new YuantuError('INPUT', `${path}: no such file or folder`);
  const sources = new Map<string, string[]>();
  for (const path of options.paths) {
    const source = options.source ?? basename(resolve(path));
    sources.set(source, [...(sources.get(source) ?? []), path]);
  }
  const { documents, rejected, files } = await readAll(sources, { ...options, memory: known });
  const { same } = known ?? { same: [] };
  if (documents.length + same.length === 0 && rejected.length > 0) {
    const { place, reason } = rejected[0] as Rejected;
    throw new YuantuError(
      'INPUT',
      `nothing could be read; the first of ${rejected.length}: ${place}: ${reason}`,
    );
  }
  return { sources, documents, same, rejected, files };
}

/**
 * Mirrors each path into the store under its source: new, changed and vanished articles; other sources stay.
 *
 * Equal input writes nothing. Bad documents are set aside in `rejected`, and so is a folder that cannot be looked into; what was
 * there of it stays, and the rest goes on.
 *
 * Where paths give sources their names, a source that was built from another path, which is still there and shares no article with
 * this one, is left alone.
 *
 * @throws {YuantuError} INPUT when a path is not there or holds nothing that can be read, SETTING when another path has the source,
 * STORE when the store fails.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const {
    sources: bySource,
    documents,
    same = [],
    rejected,
    files,
  } = options.read ?? (await readPaths(options));
  const unseen = rejected.flatMap((one) => one.unseen ?? []);
  const sources = new Set([...bySource.keys(), ...(options.leaving ?? [])]);
  const session = new Session(options);
  for (const [source, paths] of bySource)
    if (!same.some((id) => id.startsWith(`${source}/`)))
      await refuseStranger(session, { source, paths, documents }, options);
  const report = await session.mirror(sources, documents, unseen, same);
  return { ...report, files, rejected: [...rejected, ...report.rejected] };
}

/** Refuses to put one folder's articles in the place of another's that happens to have the same base name. */
async function refuseStranger(
  session: Session,
  { source, paths, documents }: Given,
  { source: named, builtFrom = () => [] }: BuildOptions,
): Promise<void> {
  const before = builtFrom(source);
  const isSame = paths.some((path) => before.includes(resolve(path)));
  const other = named === undefined && !isSame ? before.find((path) => existsSync(path)) : undefined;
  if (other === undefined) return;
  const stored = await session.documentsOf(source);
  const texts = new Set(stored.map(({ text }) => text));
  if (stored.length === 0 || documents.some((one) => one.source === source && texts.has(one.text))) return;
  throw new YuantuError(
    'SETTING',
    `the source "${source}" holds the articles of ${other}, and ${paths.join(', ')} has none of them; ` +
      `give --source with another name to keep the two apart, or --source ${source} to put this in its place`,
  );
}

/** What is to become the content of a source. */
interface Given {
  readonly source: string;
  readonly paths: readonly string[];
  readonly documents: readonly RawDocument[];
}

/** The documents of paths, by source, and what became of each file. */
async function readAll(
  bySource: ReadonlyMap<string, readonly string[]>,
  {
    signal,
    onProgress,
    documents: reader,
    isNamedByFile = false,
    memory,
  }: Pick<BuildOptions, 'signal' | 'onProgress' | 'documents'> & {
    readonly isNamedByFile?: boolean;
    readonly memory?: KnownFiles | undefined;
  },
) {
  const { openAccount, readSources } = await import('../read/index.ts');
  const documents: RawDocument[] = [];
  const rejected: Rejected[] = [];
  const { onFile, total } = openAccount();
  for (const [source, paths] of bySource)
    for await (const item of readSources(paths, {
      source,
      onFile,
      documents: reader,
      isNamedByFile,
      memory,
    })) {
      signal?.throwIfAborted();
      if ('reason' in item) rejected.push(item);
      else documents.push(item);
      onProgress?.({ step: 'read', done: documents.length, total: documents.length });
    }
  return { documents, rejected, files: total() };
}

/** Makes `documents` the whole content of the sources named, and leaves other sources as they are, and what ids in `unseen` begin. */
export function mirror(
  sources: ReadonlySet<string>,
  documents: readonly RawDocument[],
  options: SessionOptions,
  unseen: readonly string[] = [],
): Promise<BuildReport> {
  return new Session(options).mirror(sources, documents, unseen);
}

/**
 * Reads files and adds what is in them under a source, each article in the place of one with its id; the others stay. What has no id
 * goes by its file's name. In a session that stays open only the first addition reads the store.
 */
export async function addFiles(
  session: Session,
  paths: readonly string[],
  source: string,
  options: Pick<BuildOptions, 'onProgress' | 'documents'> = {},
): Promise<BuildReport> {
  const { documents: reader } = options;
  const { documents, rejected, files } = await readAll(new Map([[source, paths]]), {
    isNamedByFile: true,
    ...(reader === undefined ? {} : { documents: reader }),
  });
  const report = await session.add(documents, options.onProgress);
  return { ...report, files, rejected: [...rejected, ...report.rejected] };
}

/** Takes documents or a whole source back, as `Session.remove` does. */
export function remove(
  what: { readonly articles: readonly string[] } | { readonly source: string },
  options: SessionOptions,
): Promise<BuildReport> {
  return new Session(options).remove(what);
}

/** Brings the graph up to date with judgements that were recorded since the last build. */
export function judge(options: SessionOptions): Promise<BuildReport> {
  return new Session(options).judge();
}

/** The graph of documents and judgements alone, from nothing; `before` only keeps the picture steady. */
export async function compose(
  documents: readonly RawDocument[],
  options: Omit<SessionOptions, 'store'>,
  before?: Snapshot,
): Promise<Snapshot> {
  const collection = new Collection(options.seeds);
  const judgements = options.judgements?.() ?? [];
  const { come } = await readAsJudged(createDocumentExtractor(options), judgements)(documents);
  collection.update({ come, judgements });
  return arrange(collection.snapshot(), before);
}
