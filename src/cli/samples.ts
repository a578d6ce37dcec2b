import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathInPackage } from '../package.ts';
import type { Store } from '../store/store.ts';

/** The articles that `yuantu start` begins with, and the source that they are in a store under. */
export const SAMPLES = { folder: pathInPackage('seeds', 'articles'), source: 'samples' } as const;

/** How many articles of a store are samples, and how many are not. A folder of one's own that is called samples holds none. */
export async function countSamples(
  store: Store,
): Promise<{ readonly samples: number; readonly others: number }> {
  const { rows } = await store.query(
    'MATCH (a:Article) RETURN a.source AS source, count(a) AS articles, min(a.id) AS first, max(a.id) AS last',
  );
  const files = new Set(readdirSync(SAMPLES.folder));
  const isSample = (id: unknown) => files.has(basename(String(id)).replace(/#\d+$/u, ''));
  let [samples, others] = [0, 0];
  for (const [source, articles, ...ends] of rows)
    if (source === SAMPLES.source && ends.every(isSample)) samples += Number(articles);
    else others += Number(articles);
  return { samples, others };
}

/** The sources that make room for `paths`: the samples, unless it is they that are built. */
export async function makingRoom(store: Store, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.some((path) => join(path) === join(SAMPLES.folder))) return [];
  return (await countSamples(store)).samples === 0 ? [] : [SAMPLES.source];
}
