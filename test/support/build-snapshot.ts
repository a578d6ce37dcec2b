import { CollectionGraph } from '../../src/graph/build/collection-graph.ts';
import type { Entity } from '../../src/model/entity.ts';
import {
  documentId,
  type ExtractedDocument,
  memberKey,
  type Resolution,
  type Stories,
} from '../../src/model/resolution.ts';
import type { Seeds } from '../../src/model/seeds.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

/**
 * The graph of a collection from nothing, as a `CollectionGraph` keeps it. Positions and measures come later, from `arrange`.
 *
 * A pure function; the order of `documents` does not count.
 */
export function buildSnapshot(
  documents: readonly ExtractedDocument[],
  resolution: Resolution,
  stories: Stories,
  seeds: Seeds,
): Snapshot {
  const parts = new Map<string, Entity>();
  for (const { extraction } of documents)
    for (const entity of extraction.entities)
      parts.set(memberKey({ document: documentId(extraction), entity: entity.id }), entity);
  const ids = new Map<string, string>();
  for (const { id, members } of resolution.entities)
    for (const member of members) ids.set(memberKey(member), id);
  const byId = new Map(resolution.entities.map((entity) => [entity.id, entity]));
  const book = new CollectionGraph(seeds, {
    idOf: (member) => ids.get(memberKey(member)),
    find: (id) => byId.get(id),
    entityOf: (member) => parts.get(memberKey(member)),
    storyOf: (article) => stories[article] ?? article,
  });
  const changed = resolution.entities;
  book.update({ gone: [], come: documents, removed: new Set(), changed, moved: new Set() });
  return book.snapshot();
}
