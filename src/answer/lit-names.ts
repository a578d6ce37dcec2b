import type { LitName } from '../contract/reference.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import { listOf } from './properties.ts';
import { toEntityReference, toSpan } from './reference.ts';

/** Where an article names an entity. */
export function spansOf({ properties }: RelationshipRecord): Span[] {
  return listOf(properties, 'spans').flatMap((written) => toSpan(written) ?? []);
}

/**
 * The names that mentions of an article, sorted by id, tell of: in text order, without those inside a longer name of the same
 * entity.
 */
export function toNames(
  mentions: readonly RelationshipRecord[],
  find: (entity: string) => NodeRecord | undefined,
): LitName[] {
  const names = mentions.flatMap((mention) => {
    const node = find(mention.to);
    if (node === undefined) return [];
    const entity = toEntityReference(node);
    return spansOf(mention).map((span) => ({ ...span, entity }));
  });
  return withoutInner(names);
}

function withoutInner(names: readonly LitName[]): LitName[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  const reach = new Map<string, number>();
  return sorted.filter(({ end, entity }) => {
    const isInner = end <= (reach.get(entity.id) ?? -1);
    if (!isInner) reach.set(entity.id, end);
    return !isInner;
  });
}
