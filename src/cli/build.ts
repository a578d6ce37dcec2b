import { type BuildReport, build, type ReadPaths, readPaths, remove } from '../collect/build.ts';
import { FileShelf } from '../collect/file-shelf.ts';
import { KnownFiles } from '../collect/known-files.ts';
import {
  type Holding,
  holdingOf,
  holdsAsSettled,
  isMirrored,
  makerOf,
  type Settled,
  standInDatabase,
} from '../collect/settled.ts';
import { extractorVersion } from '../extract/version.ts';
import { TornPackError } from '../files/pack.ts';
import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type { Judgement } from '../model/judgement.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { digestPaths, type PathsDigest } from '../read/digest.ts';
import { isShared } from '../store/shared/remote.ts';
import type { Context, ExitCode } from './context.ts';
import { keepSummary } from './diff.ts';
import { tellFiles } from './file-lines.ts';
import { tellOverruled } from './judgement-lines.ts';
import { keepOrigins, readOrigins } from './origins.ts';
import { createReporter, type Reporter } from './progress.ts';
import { withResults } from './results.ts';
import { makingRoom } from './samples.ts';
import { findAsLeft, forgetSettled, keepRead, keepSettled, readSettled, shelfOf } from './settled.ts';
import type { Words } from './words.ts';

export interface BuildFlags {
  readonly source?: string;
  readonly workers?: number;
  readonly watch?: boolean;
}

/** Mirrors paths into the store, and with `watch` again whenever something there changes, until it is told to stop. */
export async function runBuild(
  context: Context,
  paths: readonly string[],
  { watch, ...options }: BuildFlags,
): Promise<ExitCode> {
  if (watch !== true) return buildOnce(context, paths, options);
  const { signal, words, tell } = context;
  const { follow } = await import('../read/follow.ts');
  let code: ExitCode | undefined;
  for await (const _ of follow(paths, { signal })) {
    try {
      code = await buildOnce(context, paths, options);
    } catch (error) {
      // What is wrong from the start is wrong with the call; later the folder may come right again.
      if (signal.aborted || code === undefined) throw error;
      code = 1;
      tell(`yuantu: ${words.told(error instanceof Error ? error.message : String(error))}`);
    }
    tell(words.say('watching'));
  }
  return code ?? 0;
}

/** Tells what the graph then holds. */
async function buildOnce(
  context: Context,
  paths: readonly string[],
  options: Omit<BuildFlags, 'watch'>,
): Promise<ExitCode> {
  const { config, signal, words } = context;
  const reporter = await createReporter(words, process.stderr);
  try {
    const seeds = await context.seeds();
    const judgements = await context.standing();
    const by = makerOf(seeds, judgements());
    const given = { source: options.source, limits: config.read, signal };
    const digest = await digestPaths(paths, given);
    const isDatabase = !config.store.startsWith('grafeo:');
    const left = await findAsLeft(config, by, digest?.whole, async ({ holds }) =>
      isDatabase ? context.withStore((store) => standInDatabase(store, holds)) : undefined,
    );
    // Files that changed while they were read are not those that were read.
    const findSteady = async () => {
      const after = digest && (await digestPaths(paths, given));
      return after?.whole === digest?.whole ? digest : undefined;
    };
    const { report, holds, steady, stand, shelf } =
      left === undefined
        ? await buildFrom(context, paths, options, { seeds, judgements, by, reporter, digest, findSteady })
        : { report: unchanged({ ...left.from, rejected: [] }, left.overruled), holds: left.holds };
    reporter.stop();
    const { added, changed, unchanged: same, files, rejected } = report;
    if (steady !== undefined && holds !== undefined && files !== undefined && rejected.length === 0)
      await keepRead(config, { digest: steady.whole, documents: added + changed + same, files }, stand);
    await keepSummary(context, report);
    await keepOrigins(context, paths, options.source);
    const code = tellReport(context, report, holds);
    shelf?.close();
    return code;
  } catch (error) {
    // What it told of the graph was wrong or could not be told: the next build goes the whole way.
    if (error instanceof TornPackError) forgetSettled(config);
    throw error;
  } finally {
    reporter.stop();
  }
}

/** What a build works with that was looked at before. */
interface Prepared {
  readonly seeds: Seeds;
  readonly judgements: () => readonly Judgement[];
  readonly by: string;
  readonly reporter: Reporter;
  readonly digest: PathsDigest | undefined;
  /** The digest, if it is that of the files still. */
  readonly findSteady: () => Promise<PathsDigest | undefined>;
}

/**
 * What came of a build; `holds` is absent where a server has the store, `steady` where files changed meanwhile. The report may read
 * from `shelf` until that is closed.
 */
interface Built {
  readonly report: BuildReport;
  readonly holds: Holding | undefined;
  readonly steady?: PathsDigest | undefined;
  /** Of a database that was found as the last build had left it. */
  readonly stand?: string | undefined;
  readonly shelf?: FileShelf;
}

/** Builds from what the last build kept; where that turns out not to be as it was written, the whole way. */
async function buildFrom(
  context: Context,
  paths: readonly string[],
  options: Omit<BuildFlags, 'watch'>,
  prepared: Prepared,
): Promise<Built> {
  const before = readSettled(context.config);
  const kept = before?.by === prepared.by ? before.shelf : undefined;
  try {
    return await buildBeside(context, paths, options, prepared, kept);
  } catch (error) {
    if (kept === undefined || !(error instanceof TornPackError)) throw error;
    context.tell(context.words.say('keptTorn'));
    return buildBeside(context, paths, options, prepared, undefined);
  }
}

/** Reads the paths, but for files that are as the last build found them, and builds from them, unless the store holds just that. */
async function buildBeside(
  context: Context,
  paths: readonly string[],
  options: Omit<BuildFlags, 'watch'>,
  { seeds, judgements, by, reporter, digest, findSteady }: Prepared,
  kept: string | undefined,
): Promise<Built> {
  const { config, documents, signal, words } = context;
  const readBeside = async (kept: string | undefined) => {
    const shelf = FileShelf.open(shelfOf(config), kept);
    const known = new KnownFiles(shelf.table('files'), digest?.files ?? new Map());
    const how = { paths, ...options, documents, signal, onProgress: reporter.update };
    const read = await readPaths(how, known);
    return { shelf, known, read, steady: await findSteady() };
  };
  const first = await readBeside(kept);
  return context.withStore(async (store) => {
    const leaving = await makingRoom(store, paths);
    if (leaving.length > 0) context.tell(words.say('roomMade'));
    const settled = leaving.length > 0 || isShared(store) ? undefined : readSettled(config);
    const isAsLeft = settled?.by === by && (await holdsAsSettled(store, settled));
    const isAsKept = !first.shelf.isFilled || (isAsLeft && settled.shelf === first.shelf.id);
    if (!isAsKept) first.shelf.close();
    const { shelf, known, read, steady } = isAsKept ? first : await readBeside(undefined);
    if (isAsLeft && !shelf.isFilled && (await isMirrored(store, read))) {
      const told = { ...read, documents: read.documents.length };
      const stand = await standInDatabase(store, settled.holds);
      return { report: unchanged(told, settled.overruled), holds: settled.holds, steady, stand };
    }
    const results = await withResults(await context.cache(seeds), paths, extractorVersion(seeds), (file) =>
      known.isPassed(file),
    );
    const report = await build({
      paths,
      ...options,
      read,
      leaving,
      builtFrom: readOrigins(context),
      store,
      ...(isShared(store) ? {} : { shelf }),
      seeds,
      cache: results,
      judgements,
      signal,
      onProgress(progress) {
        reporter.update(progress);
        if (isShared(store)) store.tell(progress);
      },
    });
    if (isShared(store)) return { report, holds: undefined };
    const broken = new Set(report.rejected.map(({ place }) => place));
    known.settle(read.sources.keys(), (id) => steady === undefined || broken.has(id));
    const holds = await holdingOf(store);
    const kept = await keepOf(report);
    const named = kept === undefined ? {} : { shelf: kept };
    await keepSettled(config, { by, holds, overruled: report.overruled(), ...named });
    const isUnchanged = Object.values(report.change).every((list) => list.length === 0);
    const stand = isAsLeft && isUnchanged ? await standInDatabase(store, settled.holds) : undefined;
    return { report, holds, steady, stand, shelf };
  });
}

/** Takes articles or a source back. */
export async function runRemove(
  context: Context,
  articles: readonly string[],
  options: { readonly source?: string },
): Promise<ExitCode> {
  const { signal, words } = context;
  const { source } = options;
  if ((source === undefined) === (articles.length === 0)) {
    context.tell(words.say('needsWhat'));
    return 2;
  }
  const seeds = await context.seeds();
  const [cache, judgements] = await Promise.all([context.cache(seeds), context.standing()]);
  const what = source === undefined ? { articles } : { source };
  const report = await context.withStore((store) =>
    remove(what, { store, seeds, cache, judgements, signal }),
  );
  await keepSummary(context, report);
  return tellReport(context, report);
}

/** Where there is no room for it, the next build reads the whole store. */
async function keepOf(report: BuildReport): Promise<string | undefined> {
  try {
    return await report.keep();
  } catch (error) {
    if (error instanceof YuantuError && error.code === 'FILE') return undefined;
    throw error;
  }
}

/** What a build did that had nothing to do; its graph was not looked at. */
function unchanged(
  { documents, rejected, files }: Pick<ReadPaths, 'rejected' | 'files'> & { readonly documents: number },
  overruled: Settled['overruled'],
): BuildReport {
  const nothing = { nodes: [], relationships: [] };
  return {
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: documents,
    rejected,
    files,
    change: { upsertNodes: [], upsertRelationships: [], deleteNodes: [], deleteRelationships: [] },
    replaced: nothing,
    snapshot: () => nothing,
    doubts: () => [],
    overruled: () => [...overruled],
    mergesOf: () => [],
    find: () => undefined,
    factsOf: () => [],
    keep: async () => undefined,
  };
}

/** Prints what a build did, and what the store holds; something set aside makes the exit code 1. */
export function tellReport(
  context: Context,
  report: BuildReport,
  holds = heldIn(report.snapshot()),
): ExitCode {
  const { words, print } = context;
  print(words.articles(report));
  for (const line of countLines(holds, words)) print(line);
  if (report.files !== undefined)
    print(
      words.files({
        read: report.files.read,
        passedOver: report.files.passedOver.length,
        setAside: report.rejected.length,
      }),
    );
  if (Object.values(report.change).every((list) => list.length === 0)) print(words.say('unchanged'));
  tellOverruled(context, report.overruled());
  tellFiles(context, report.files, report.rejected);
  return report.rejected.length > 0 ? 1 : 0;
}

export function heldIn({ nodes, relationships }: Snapshot): Holding {
  const tally = (types: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  };
  return {
    nodes: tally(nodes.map(({ properties }) => String(properties.type))),
    relationships: tally(relationships.map(({ type }) => type)),
  };
}

/** How many entities and relations there are, by type. */
export function countLines({ nodes, relationships }: Holding, words: Words): string[] {
  const told = (
    what: 'entities' | 'relations',
    types: readonly string[],
    counts: Holding['nodes'],
  ): string => {
    const found = types.filter((type) => (counts[type] ?? 0) > 0);
    const total = found.reduce((sum, type) => sum + (counts[type] ?? 0), 0);
    const byType = found.map((type) => `${words.type(type)} ${counts[type]}`).join(words.say('comma'));
    return words.labelled(what, byType, total);
  };
  return [told('entities', ENTITY_TYPES, nodes), told('relations', RELATION_TYPES, relationships)];
}
