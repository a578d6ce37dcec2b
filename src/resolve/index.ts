import type { Extraction } from '../model/article.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Resolution, Stories } from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import { JudgedPairs } from './judged.ts';
import { viewOf } from './reference.ts';
import { compareText } from './registry.ts';
import { Resolver } from './resolver.ts';

/**
 * Make the entities of all documents the entities of the collection.
 *
 * A pure function of the extractions, the stories of their articles, what people judged, and what `seeds` knows of divisions and
 * zones; the order of `extractions` does not count. An entity's `merges` say which forms brought it together.
 */
export function resolveEntities(
  extractions: readonly Extraction[],
  seeds: Seeds,
  stories: Stories = {},
  judgements: readonly Judgement[] = [],
): Resolution {
  const resolver = new Resolver(seeds);
  const come = extractions.map((one) =>
    viewOf(one, (article) => stories[article] ?? article, resolver.divisions),
  );
  resolver.update({ gone: [], come, pairs: new JudgedPairs(judgements) });
  return {
    entities: [...resolver.all()].sort((a, b) => compareText(a.id, b.id)),
    doubts: resolver.doubts(),
  };
}
