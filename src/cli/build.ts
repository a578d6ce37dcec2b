import { type BuildReport, build, remove } from '../collect/build.ts';
import { extractorVersion } from '../extract/version.ts';
import { ENTITY_TYPES } from '../model/entity.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isShared } from '../store/shared/remote.ts';
import type { Context, ExitCode } from './context.ts';
import { keepSummary } from './diff.ts';
import { tellFiles } from './file-lines.ts';
import { tellOverruled } from './judgement-lines.ts';
import { keepOrigins, readOrigins } from './origins.ts';
import { createReporter } from './progress.ts';
import { withResults } from './results.ts';
import { makingRoom } from './samples.ts';
import type { Words } from './words.ts';

/** Mirrors paths into the store and tells what the graph then holds. */
export async function runBuild(
  context: Context,
  paths: readonly string[],
  options: { readonly source?: string; readonly workers?: number },
): Promise<ExitCode> {
  const { signal, words } = context;
  const reporter = await createReporter(words, process.stderr);
  try {
    const seeds = await context.seeds();
    const cache = await withResults(await context.cache(seeds), paths, extractorVersion(seeds));
    const judgements = await context.standing();
    const report = await context.withStore(async (store) => {
      const leaving = await makingRoom(store, paths);
      if (leaving.length > 0) context.tell(words.say('roomMade'));
      return build({
        paths,
        ...options,
        leaving,
        builtFrom: readOrigins(context),
        documents: context.documents,
        store,
        seeds,
        cache,
        judgements,
        signal,
        onProgress(progress) {
          reporter.update(progress);
          if (isShared(store)) store.tell(progress);
        },
      });
    });
    reporter.stop();
    await keepSummary(context, report);
    await keepOrigins(context, paths, options.source);
    return tellReport(context, report);
  } finally {
    reporter.stop();
  }
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

/** Prints what a build did; something set aside makes the exit code 1. */
export function tellReport(context: Context, report: BuildReport): ExitCode {
  const { words, print } = context;
  print(words.articles(report));
  for (const line of countLines(report.snapshot(), words)) print(line);
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

/** How many entities and relations there are, by type. */
export function countLines({ nodes, relationships }: Snapshot, words: Words): string[] {
  const count = (types: readonly string[], of: (type: string) => number): string =>
    types
      .map((type) => ({ type, found: of(type) }))
      .filter(({ found }) => found > 0)
      .map(({ type, found }) => `${words.type(type)} ${found}`)
      .join(', ');
  const entities = nodes.filter((node) => node.labels.includes('Entity'));
  const relations = relationships.filter(({ type }) => (RELATION_TYPES as readonly string[]).includes(type));
  const byType = count(ENTITY_TYPES, (type) => entities.filter((n) => n.properties.type === type).length);
  const byRelation = count(RELATION_TYPES, (type) => relations.filter((r) => r.type === type).length);
  return [
    `${words.say('entities')} ${entities.length}: ${byType}`,
    `${words.say('relations')} ${relations.length}: ${byRelation}`,
  ];
}
