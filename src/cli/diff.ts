import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { statedOf } from '../answer/statement.ts';
import { toRanges } from '../answer/value-range.ts';
import type { BuildReport } from '../collect/build.ts';
import type { ValueRange } from '../contract/entity.ts';
import { writeWhole } from '../files/write.ts';
import type { ChangeSummary, Counts, NamedEntity, Regrouping } from '../graph/summary.ts';
import type { FileAccount, Rejected } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { hashId } from '../model/id.ts';
import type { Context, ExitCode } from './context.ts';
import { tellFiles } from './file-lines.ts';
import { folderOf } from './folder.ts';
import { readOrigins } from './origins.ts';
import { makingRoom } from './samples.ts';
import type { Words } from './words.ts';

export interface DiffOptions {
  readonly source?: string;
  readonly json?: boolean;
  readonly limit?: number;
}

/** A change, and how far the articles are apart on the entities that it wrote. */
interface ToldChange extends ChangeSummary {
  /** What became of the files, where there were files, and what was set aside. */
  readonly files?: FileAccount & { readonly setAside: readonly Pick<Rejected, 'place' | 'reason'>[] };
  readonly spreads: readonly { readonly entity: NamedEntity; readonly ranges: readonly ValueRange[] }[];
}

// The first build of a large collection would otherwise list all of it.
const MOST_KEPT = 10_000;
const SHOWN = 20;

/** Shows what the last build changed, or what a build of the paths would change; nothing is written then. */
export async function runDiff(
  context: Context,
  paths: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const report = paths.length === 0 ? undefined : await tryBuild(context, paths, options);
  const summary = report === undefined ? readSummary(context) : await summaryOf(report);
  if (options.json === true) context.print(JSON.stringify(summary, null, 2));
  else for (const line of toLines(summary, options.limit ?? SHOWN, context.words)) context.print(line);
  if (options.json !== true && isEmpty(summary)) context.print(context.words.say('unchanged'));
  if (report !== undefined) tellFiles(context, report.files, report.rejected);
  return report !== undefined && report.rejected.length > 0 ? 1 : 0;
}

async function tryBuild(
  context: Context,
  paths: readonly string[],
  { source }: DiffOptions,
): Promise<BuildReport> {
  const { build } = await import('../collect/build.ts');
  const seeds = await context.seeds();
  const [cache, judgements] = await Promise.all([context.cache(seeds), context.standing()]);
  const { signal } = context;
  const named = source === undefined ? {} : { source };
  return context.withStore(async (store) =>
    build({
      paths,
      ...named,
      leaving: await makingRoom(store, paths),
      builtFrom: readOrigins(context),
      documents: context.documents,
      store,
      seeds,
      cache,
      judgements,
      signal,
      dryRun: true,
    }),
  );
}

/** Keeps what a build changed, for `yuantu diff`. */
export async function keepSummary(context: Context, report: BuildReport): Promise<void> {
  await writeWhole(fileOf(context), [`${JSON.stringify(await summaryOf(report, MOST_KEPT))}\n`]);
}

async function summaryOf(report: BuildReport, most?: number): Promise<ToldChange> {
  const { summarise } = await import('../graph/summary.ts');
  const written = new Map(report.change.upsertNodes.map((node) => [node.id, node]));
  const find = (id: string) => written.get(id) ?? report.find(id);
  const change = summarise(report.change, report.replaced, find, report.mergesOf, most);
  const spreads = spreadsOf([...change.entities.added, ...change.entities.changed], report.factsOf);
  const { files, rejected } = report;
  if (files === undefined) return { ...change, spreads };
  const setAside = rejected.slice(0, most).map(({ place, reason }) => ({ place, reason }));
  const passedOver = files.passedOver.slice(0, most);
  const notes = files.notes === undefined ? {} : { notes: files.notes.slice(0, most) };
  return { ...change, spreads, files: { read: files.read, passedOver, ...notes, setAside } };
}

function spreadsOf(entities: readonly NamedEntity[], factsOf: BuildReport['factsOf']): ToldChange['spreads'] {
  return entities.flatMap(({ id, type, name }) => {
    const stated = factsOf(id).map(({ properties }) => ({
      name: String(properties.name),
      ...statedOf(properties),
      article: { id: String(properties.article) },
    }));
    const ranges = toRanges(stated);
    return ranges.length === 0 ? [] : [{ entity: { id, type, name }, ranges }];
  });
}

/** One for each store: several may lie in a folder, and every server's is noted in the same. */
function fileOf({ config }: Context): string {
  const { store, database = '' } = config;
  const place = store.startsWith('grafeo:') ? basename(store.slice('grafeo:'.length)) : store;
  return join(folderOf(config), `last-build-${hashId(place, database)}.json`);
}

function readSummary(context: Context): ToldChange {
  try {
    const kept = JSON.parse(readFileSync(fileOf(context), 'utf8')) as ChangeSummary & Partial<ToldChange>;
    return { spreads: [], ...kept };
  } catch (cause) {
    const { store } = context.config;
    throw new YuantuError('NOT_FOUND', `no build of ${store} has been noted here; run yuantu build`, {
      cause,
    });
  }
}

function isEmpty({ nodes, relationships }: ChangeSummary): boolean {
  return Object.keys(nodes).length === 0 && Object.keys(relationships).length === 0;
}

function* toLines(summary: ToldChange, most: number, words: Words): Generator<string> {
  for (const [label, counts] of Object.entries({ ...summary.nodes, ...summary.relationships }))
    yield `${label.padEnd(14)} ${countsText(counts)}`;
  for (const [rule, { added, removed }] of Object.entries(summary.rules))
    yield `${words.say('rule')} ${rule.padEnd(30)} +${added} -${removed}`;
  yield* section(summary.merged.flatMap(regroupingLines), most);
  yield* section(summary.parted.flatMap(regroupingLines), most);
  const { entities, relations } = summary;
  yield* section(
    entities.added.map((one) => `+ ${entityText(one)}`),
    most,
  );
  yield* section(
    entities.removed.map((one) => `- ${entityText(one)}`),
    most,
  );
  yield* section(
    entities.changed.map((one) => `~ ${entityText(one)}: ${one.properties.join(', ')}`),
    most,
  );
  yield* section(
    summary.spreads.flatMap(({ entity, ranges }) =>
      ranges.map((range) => `≠ ${entityText(entity)}: ${words.spread(range)}`),
    ),
    most,
  );
  yield* section(
    relations.added.map(({ from, type, to }) => `+ ${from} -${type}-> ${to}`),
    most,
  );
  yield* section(
    relations.removed.map(({ from, type, to }) => `- ${from} -${type}-> ${to}`),
    most,
  );
}

function* section(lines: readonly string[], most: number): Generator<string> {
  yield* lines.slice(0, most);
  if (lines.length > most) yield `  … ${lines.length - most}`;
}

function countsText({ added, changed, removed }: Counts): string {
  return `+${added} ~${changed} -${removed}`;
}

function regroupingLines({ from, into, merges }: Regrouping): string[] {
  const names = (all: readonly NamedEntity[]) => all.map(entityText).join(' + ');
  const why = merges.map(
    ({ left, right, via, features }) =>
      `    ${left} = ${right} (${via}: ${features.map((f) => f.name).join(', ')})`,
  );
  return [`${names(from)} → ${names(into)}`, ...why];
}

function entityText({ type, name }: NamedEntity): string {
  return `${type} ${name}`;
}
