import {
  documentId,
  type ExtractedDocument,
  memberKey,
  type Resolution,
  type Stories,
} from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import { toArticles, toReprints } from './article.ts';
import { type Share, toEntity } from './entity.ts';
import { toHierarchy } from './hierarchy.ts';
import { sortById } from './records.ts';
import { RelationBook } from './relation.ts';

/**
 * The graph of a collection, in the data model of `cypher/README.md`: entities, articles and facts, the seven relations with
 * their evidence, and what ties entities and facts to articles. Positions and measures come later, from `arrange`.
 *
 * A pure function; the order of `documents` does not count. Offsets in the result count in the article's own text.
 */
export function buildSnapshot(
  documents: readonly ExtractedDocument[],
  resolution: Resolution,
  stories: Stories,
  seeds: Seeds,
): Snapshot {
  const byId = new Map(documents.map((document) => [documentId(document.extraction), document]));
  const local = new Map<string, Share>();
  for (const [id, document] of byId)
    for (const entity of document.extraction.entities)
      local.set(memberKey({ document: id, entity: entity.id }), { document, entity });

  const nodes: NodeRecord[] = documents.flatMap((document) => toArticles(document, stories));
  const relationships: RelationshipRecord[] = toReprints(stories);
  const idOf = new Map<string, string>();
  for (const resolved of resolution.entities) {
    const shares = resolved.members.flatMap((member) => local.get(memberKey(member)) ?? []);
    for (const member of resolved.members) idOf.set(memberKey(member), resolved.id);
    const records = toEntity(resolved, shares, stories);
    for (const node of records.nodes) nodes.push(node);
    for (const one of records.relationships) relationships.push(one);
  }

  const book = new RelationBook(stories);
  for (const document of [...byId.keys()].sort()) {
    const extracted = byId.get(document);
    for (const relation of extracted?.extraction.relations ?? []) {
      const from = idOf.get(memberKey({ document, entity: relation.from }));
      const to = idOf.get(memberKey({ document, entity: relation.to }));
      if (extracted && from !== undefined && to !== undefined) book.merge(relation, extracted, from, to);
    }
  }
  for (const one of book.records()) relationships.push(one);
  const hierarchy = toHierarchy(resolution.entities, seeds);
  for (const node of hierarchy.nodes) nodes.push(node);
  for (const one of hierarchy.relationships)
    if (!book.has('LOCATED_IN', one.from, one.to)) relationships.push(one);
  return sortById({ nodes, relationships });
}
