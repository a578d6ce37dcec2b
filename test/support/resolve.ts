import { Gazetteer } from '../../src/knowledge/gazetteer.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { Extraction } from '../../src/model/article.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { Resolution, Stories } from '../../src/model/resolution.ts';
import type { Seeds } from '../../src/model/seeds.ts';
import { type FirmWords, toFirmWords } from '../../src/resolve/firm-words.ts';
import { JudgedPairs } from '../../src/resolve/judged.ts';
import { viewOf } from '../../src/resolve/reference.ts';
import { compareText } from '../../src/resolve/registry.ts';
import { Resolver } from '../../src/resolve/resolver.ts';
import { sample, TEST_SEEDS } from './extraction.ts';

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
  firms?: FirmWords,
): Resolution {
  const resolver = new Resolver(new Gazetteer(seeds.divisions), seeds.zones, firms);
  const come = extractions.map((one) =>
    viewOf(one, (article) => stories[article] ?? article, resolver.divisions),
  );
  resolver.update({ gone: [], come, pairs: new JudgedPairs(judgements) });
  return {
    entities: [...resolver.all()].sort((a, b) => compareText(a.id, b.id)),
    doubts: resolver.doubts(),
  };
}

const words = toFirmWords(loadSeeds());

/** The things of documents, each told by its lines (see `sample`), by all that is known of firms. */
export function resolveLines(...documents: readonly (readonly string[])[]): Resolution['entities'] {
  const extractions = documents.map((lines, i) => sample(`d${i}`, lines).extraction);
  return resolveEntities(extractions, TEST_SEEDS, {}, [], words).entities;
}
