import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSummary, Counts, NamedEntity, Regrouping } from '../graph/summary.ts';
import { YuantuError } from '../model/errors.ts';
import type { BuildReport } from '../pipeline.ts';
import { type Context, type ExitCode, folderOf } from './context.ts';

export interface DiffOptions {
  readonly source?: string;
  readonly json?: boolean;
  readonly limit?: number;
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
  const summary = paths.length === 0 ? readSummary(context) : await tryBuild(context, paths, options);
  if (options.json === true) context.print(JSON.stringify(summary, null, 2));
  else for (const line of toLines(summary, options.limit ?? SHOWN)) context.print(line);
  if (options.json !== true && isEmpty(summary)) context.print(context.words.say('unchanged'));
  return 0;
}

async function tryBuild(
  context: Context,
  paths: readonly string[],
  { source }: DiffOptions,
): Promise<ChangeSummary> {
  const { build } = await import('../pipeline.ts');
  const seeds = await context.seeds();
  const [cache, judgements] = await Promise.all([context.cache(seeds), context.standing()]);
  const { signal } = context;
  const named = source === undefined ? {} : { source };
  const report = await context.withStore((store) =>
    build({ paths, ...named, store, seeds, cache, judgements, signal, dryRun: true }),
  );
  return summaryOf(report);
}

/** Keeps what a build changed, for `yuantu diff`. */
export async function keepSummary(context: Context, report: BuildReport): Promise<void> {
  const folder = folderOf(context.config);
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(context), `${JSON.stringify(await summaryOf(report, MOST_KEPT))}\n`);
}

async function summaryOf(report: BuildReport, most?: number): Promise<ChangeSummary> {
  const { summarise } = await import('../graph/summary.ts');
  const now = new Map(report.snapshot().nodes.map((node) => [node.id, node]));
  return summarise(report.change, report.replaced, (id) => now.get(id), report.mergesOf, most);
}

function fileOf(context: Context): string {
  return join(folderOf(context.config), 'last-build.json');
}

function readSummary(context: Context): ChangeSummary {
  try {
    return JSON.parse(readFileSync(fileOf(context), 'utf8')) as ChangeSummary;
  } catch (cause) {
    const file = fileOf(context);
    throw new YuantuError('NOT_FOUND', `${file}: no build has been noted for this store; run yuantu build`, {
      cause,
    });
  }
}

function isEmpty({ nodes, relationships }: ChangeSummary): boolean {
  return Object.keys(nodes).length === 0 && Object.keys(relationships).length === 0;
}

function* toLines(summary: ChangeSummary, most: number): Generator<string> {
  for (const [label, counts] of Object.entries({ ...summary.nodes, ...summary.relationships }))
    yield `${label.padEnd(14)} ${countsText(counts)}`;
  for (const [rule, { added, removed }] of Object.entries(summary.rules))
    yield `rule ${rule.padEnd(30)} +${added} -${removed}`;
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
