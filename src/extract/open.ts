import type { ReaderKind } from '../model/reader.ts';
import type { Seeds } from '../model/seeds.ts';
import { pathInPackage } from '../package.ts';
import type { Extractor } from './document.ts';

/** Where the trained model lies. */
export const MODEL = pathInPackage('models');

/**
 * Loads what reads, when it is first needed: the dictionary takes a second and more, the encoder with its runtime another.
 *
 * @throws {YuantuError} SETTING when the encoder is chosen and what it runs on is not installed; SEED when the linear models are missing.
 */
export async function openExtractor(seeds: Seeds, reader: ReaderKind = 'rules'): Promise<Extractor> {
  const { loadModels } = await import('./models.ts');
  if (reader === 'rules') return (await import('./document.ts')).createExtractor(seeds, loadModels());
  const { createUnderstanding, openReader } = await import('./understand.ts');
  return createUnderstanding(await openReader(MODEL, seeds), seeds, loadModels());
}
