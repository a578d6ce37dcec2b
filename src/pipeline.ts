import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ExtractionCache } from './extraction-cache.ts';
import { arrange } from './graph/arrange.ts';
import { hashDocument } from './graph/article.ts';
import { buildSnapshot } from './graph/build.ts';
import { diffSnapshots, isEmptyChange } from './graph/diff.ts';
import { storedDocuments } from './graph/stored.ts';
import type { Extraction, RawDocument, Rejected } from './model/article.ts';
import { YuantuError } from './model/errors.ts';
import type { ExtractedDocument } from './model/resolution.ts';
import type { Seeds } from './model/seeds.ts';
import type { Change, Snapshot } from './model/snapshot.ts';
import { resolveEntities } from './resolve/index.ts';
import { findStories } from './resolve/reprint.ts';
import type { Store } from './store/store.ts';

export const STEPS = ['read', 'extract', 'resolve', 'graph', 'write'] as const;

/** How far a build is: `done` of `total` articles read or extracted; the other steps count as one. */
export interface Progress {
  readonly step: (typeof STEPS)[number];
  readonly done: number;
  readonly total: number;
}

export interface PipelineOptions {
  readonly store: Store;
  readonly seeds: Seeds;
  /** Default: that of `extract.ts`, loaded when first needed. */
  readonly extract?: (raw: RawDocument) => Extraction;
  /** What documents said before; default: every one is read. */
  readonly cache?: ExtractionCache;
  readonly onProgress?: (progress: Progress) => void;
  /** Abandons the build before anything is written; a write that has begun is finished. */
  readonly signal?: AbortSignal;
}

export interface BuildOptions extends PipelineOptions {
  readonly paths: readonly string[];
  /** The one source that all paths make up; default: each path is its own, by its base name. */
  readonly source?: string;
}

/** What a build did. Documents are counted; `change` is empty when the graph was so already. */
export interface BuildReport {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
  readonly change: Change;
  readonly snapshot: Snapshot;
}

/**
 * Mirrors each path into the store under its source: new, changed and vanished articles; other sources stay.
 *
 * Equal input writes nothing. Bad documents are set aside in `rejected`; the rest goes on.
 *
 * @throws {YuantuError} INPUT when a path is not there or holds nothing that can be read, STORE when the store fails.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { readSources } = await import('./read/index.ts');
  for (const path of options.paths)
    if (!existsSync(path)) throw new YuantuError('INPUT', `${path}: no such file or folder`);
  const bySource = new Map<string, string[]>();
  for (const path of options.paths) {
    const source = options.source ?? basename(resolve(path));
    bySource.set(source, [...(bySource.get(source) ?? []), path]);
  }
  const documents: RawDocument[] = [];
  const rejected: Rejected[] = [];
  for (const [source, paths] of bySource)
    for await (const item of readSources(paths, { source })) {
      options.signal?.throwIfAborted();
      if ('reason' in item) rejected.push(item);
      else documents.push(item);
      options.onProgress?.({ step: 'read', done: documents.length, total: documents.length });
    }
  if (documents.length === 0 && rejected.length > 0) {
    const { place, reason } = rejected[0] as Rejected;
    throw new YuantuError(
      'INPUT',
      `nothing could be read; the first of ${rejected.length}: ${place}: ${reason}`,
    );
  }
  const report = await mirror(new Set(bySource.keys()), documents, options);
  return { ...report, rejected: [...rejected, ...report.rejected] };
}

/** Makes `documents` the whole content of the sources named, and leaves other sources as they are. */
export async function mirror(
  sources: ReadonlySet<string>,
  documents: readonly RawDocument[],
  options: PipelineOptions,
): Promise<BuildReport> {
  const before = await options.store.read();
  const stored = storedDocuments(before);
  const incoming = new Map<string, RawDocument>();
  const rejected: Rejected[] = [];
  for (const document of documents)
    if (incoming.has(document.id))
      rejected.push({ place: document.id, reason: 'a second article of this id' });
    else incoming.set(document.id, document);
  const old = new Map(stored.filter((d) => sources.has(d.source)).map((d) => [d.id, d]));
  const fresh = [...incoming.values()];
  const changed = fresh.filter((d) => old.has(d.id) && !sameContent(old.get(d.id), d));
  const added = fresh.filter((d) => !old.has(d.id));
  const written = await rewrite(before, [...stored.filter((d) => !sources.has(d.source)), ...fresh], options);
  return {
    added: added.length,
    changed: changed.length,
    removed: [...old.keys()].filter((id) => !incoming.has(id)).length,
    unchanged: fresh.length - added.length - changed.length,
    rejected,
    ...written,
  };
}

/**
 * Takes documents or a whole source back. An article of a file that holds several takes the file's others with it.
 *
 * @throws {YuantuError} NOT_FOUND when an article or the source is not in the store.
 */
export async function remove(
  what: { readonly articles: readonly string[] } | { readonly source: string },
  options: PipelineOptions,
): Promise<BuildReport> {
  const before = await options.store.read();
  const stored = storedDocuments(before);
  const wanted = 'source' in what ? [] : what.articles.map((id) => id.replace(/#\d+$/u, ''));
  const goes = (d: RawDocument): boolean =>
    'source' in what ? d.source === what.source : wanted.includes(d.id) || what.articles.includes(d.id);
  const gone = stored.filter(goes);
  const missing =
    'source' in what
      ? []
      : what.articles.filter((id, i) => !gone.some((d) => d.id === id || d.id === wanted[i]));
  if (missing.length > 0) throw new YuantuError('NOT_FOUND', `no such article: ${missing.join(', ')}`);
  if (gone.length === 0 && 'source' in what)
    throw new YuantuError('NOT_FOUND', `no such source: ${what.source}`);
  const kept = stored.filter((d) => !goes(d));
  const written = await rewrite(before, kept, options);
  return { added: 0, changed: 0, removed: gone.length, unchanged: kept.length, rejected: [], ...written };
}

/** Makes the graph of `documents` the store's. */
async function rewrite(
  before: Snapshot,
  documents: readonly RawDocument[],
  options: PipelineOptions,
): Promise<{ readonly change: Change; readonly snapshot: Snapshot }> {
  const snapshot = await compose(documents, options, before);
  const change = diffSnapshots(before, snapshot);
  options.signal?.throwIfAborted();
  if (!isEmptyChange(change)) {
    options.onProgress?.({ step: 'write', done: 0, total: 1 });
    await options.store.prepare();
    await options.store.apply(change);
  }
  options.onProgress?.({ step: 'write', done: 1, total: 1 });
  return { change, snapshot };
}

/**
 * The stages in their order: every document by itself, then the collection. The graph is that of `documents` alone; `before`
 * only keeps the picture steady.
 */
export async function compose(
  documents: readonly RawDocument[],
  options: Omit<PipelineOptions, 'store'>,
  before?: Snapshot,
): Promise<Snapshot> {
  const { seeds, cache, onProgress, signal } = options;
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const extracted: ExtractedDocument[] = [];
  let { extract } = options;
  for (const raw of sorted) {
    let extraction = cache?.find(raw);
    if (extraction === undefined) {
      extract ??= await openExtractor(seeds);
      extraction = extract(raw);
      cache?.add(raw, extraction);
    }
    extracted.push({ raw, extraction });
    onProgress?.({ step: 'extract', done: extracted.length, total: sorted.length });
    // Lets Ctrl-C and other requests through between two documents.
    await new Promise((next) => setImmediate(next));
    signal?.throwIfAborted();
  }
  cache?.save();
  onProgress?.({ step: 'resolve', done: 0, total: 1 });
  const stories = findStories(extracted);
  const extractions = extracted.map(({ extraction }) => extraction);
  const resolution = resolveEntities(extractions, seeds, stories);
  onProgress?.({ step: 'graph', done: 0, total: 1 });
  return arrange(buildSnapshot(extracted, resolution, stories, seeds), before);
}

/** The extractor of `extract.ts`, loaded when it is first needed: its dictionary takes a second and more. */
export async function openExtractor(seeds: Seeds): Promise<(raw: RawDocument) => Extraction> {
  const [{ createExtractor }, { loadModels }] = await Promise.all([
    import('./extract.ts'),
    import('./models.ts'),
  ]);
  return createExtractor(seeds, loadModels());
}

function sameContent(a: RawDocument | undefined, b: RawDocument): boolean {
  return a !== undefined && hashDocument(a) === hashDocument(b);
}
