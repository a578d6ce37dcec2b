import { arrange } from '../../src/graph/picture/arrange.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { goldenSamples, TEST_SEEDS } from './extraction.ts';
import { resolveEntities } from './resolve.ts';

/** The graph of the labelled articles, laid out: with articles, facts, measures and positions. */
export function goldenSnapshot(): Snapshot {
  const samples = goldenSamples();
  const extractions = samples.map(({ extraction }) => extraction);
  const resolution = resolveEntities(extractions, TEST_SEEDS);
  return arrange(buildSnapshot(samples, resolution, {}, TEST_SEEDS));
}
