import type { Seeds } from '../model/seeds.ts';
import { pathInPackage } from '../package.ts';
import type { Extractor } from './document.ts';
import type { Explainer } from './explain.ts';

/** Where the trained model lies. */
export const MODEL = pathInPackage('models');

/**
 * Loads what reads, when it is first needed: the dictionary takes a second and more, the model with its runtime another.
 *
 * @throws {YuantuError} SETTING when what the model runs on cannot be loaded.
 */
export async function openExtractor(seeds: Seeds): Promise<Extractor> {
  const [{ openReader }, { createExtractor }] = await Promise.all([
    import('./encode/reader.ts'),
    import('./document.ts'),
  ]);
  return createExtractor(await openReader(MODEL, seeds), seeds);
}

/** Loads what reads and tells why, as `openExtractor` does. */
export async function openExplainer(seeds: Seeds): Promise<Explainer> {
  const [{ openReader }, { createExplainer }] = await Promise.all([
    import('./encode/reader.ts'),
    import('./explain.ts'),
  ]);
  return createExplainer(await openReader(MODEL, seeds), seeds);
}
