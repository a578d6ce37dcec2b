import { bandOf } from '../model/certainty.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import type { Catalogue, DoubtfulPage } from './catalogue.ts';
import { numberOf } from './properties.ts';

/** How much is known of an entity: its relations, its facts, and the articles that name it. */
export function weightOf(
  catalogue: Pick<Catalogue, 'countRelationsOf' | 'factsOf' | 'mentionsOf'>,
  id: string,
): number {
  return catalogue.countRelationsOf(id) + catalogue.factsOf(id).length + catalogue.mentionsOf(id).size;
}

/** What a judgement of a relation would change, if it is doubtful. */
export function changeOf(
  catalogue: Parameters<typeof weightOf>[0],
  { id, from, to, properties }: RelationshipRecord,
): DoubtfulPage['rows'][number] | undefined {
  const confidence = numberOf(properties, 'confidence');
  if (confidence === undefined || bandOf(confidence) !== 'doubtful') return undefined;
  const weight = Math.min(weightOf(catalogue, from), weightOf(catalogue, to));
  return { relation: id, change: (1 - confidence) * weight };
}
