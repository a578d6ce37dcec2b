import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '../config/settings.ts';
import { MODEL } from '../extract/open.ts';
import { writeWhole } from '../files/write.ts';
import { hashId } from '../model/id.ts';
import { pathInPackage, VERSION } from '../package.ts';
import type { Store } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';
import { folderOf } from './folder.ts';
import { createReporter } from './progress.ts';
import { countSamples, SAMPLES } from './samples.ts';
import { type ServeOptions, serveStore } from './serve.ts';

const SEEDS = pathInPackage('seeds');

/**
 * Builds the sample articles unless the store has articles of its own, or has the samples as this program would build them, and
 * serves. Whether it has is told by a mark beside the store: a hash over program, knowledge and articles, and the number of
 * articles. Nothing heavy is loaded for it.
 */
export async function runStart(context: Context, options: ServeOptions): Promise<ExitCode> {
  const store = await context.openStore();
  try {
    const inputs = hashInputs(context.config);
    const file = join(folderOf(context.config), 'start.json');
    const mark = async () => {
      const { samples } = await countSamples(store);
      return JSON.stringify({ store: store.place, inputs, articles: samples });
    };
    const { samples, others } = await countSamples(store);
    if (samples === 0 && others > 0) context.print(context.words.say('ownArticles'));
    else if (readMark(file) === (await mark())) context.print(context.words.say('upToDate'));
    else {
      await buildSamples(context, store);
      await writeWhole(file, [await mark()]);
    }
    return await serveStore(context, store, options);
  } finally {
    await store.close();
  }
}

async function buildSamples(context: Context, store: Store): Promise<void> {
  const [{ build }, { tellReport }] = await Promise.all([
    import('../collect/build.ts'),
    import('./build.ts'),
  ]);
  const reporter = await createReporter(context.words, process.stderr);
  try {
    const seeds = await context.seeds();
    const report = await build({
      paths: [SAMPLES.folder],
      source: SAMPLES.source,
      documents: context.documents,
      store,
      seeds,
      cache: await context.cache(seeds),
      judgements: await context.standing(),
      signal: context.signal,
      onProgress: reporter.update,
    });
    reporter.stop();
    tellReport(context, report);
  } finally {
    reporter.stop();
  }
}

function readMark(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A hash over all that a build of the samples reads. */
function hashInputs({ lexicon }: Pick<Config, 'lexicon'>): string {
  const files = readdirSync(SEEDS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  // The model's card has the hash of each of its files.
  const all = [...files, join(MODEL, 'card.json'), ...(lexicon === undefined ? [] : [lexicon])];
  return hashId(VERSION, ...all.flatMap((file) => [basename(file), readFileSync(file, 'utf8')]));
}
