import { basename } from 'node:path';
import type { Added } from '../contract/add.ts';
import { changedNodes } from '../graph/summary.ts';
import type { FileAccount, Rejected } from '../model/article.ts';
import { isRelationType } from '../model/schema.ts';
import type { Change, Snapshot } from '../model/snapshot.ts';
import { headingOf } from '../names/heading.ts';

/** What a build did. */
interface Built {
  readonly change: Change;
  /** The records that the change replaced or took away. */
  readonly replaced: Snapshot;
  readonly rejected: readonly Rejected[];
  readonly unchanged: number;
  readonly files?: FileAccount;
}

/** What came of adding articles: places are told without the folders that they lay in. */
export function toAdded({ change, replaced, rejected, unchanged, files }: Built): Added {
  const changed = changedNodes(change, replaced);
  const labelled = (label: string) => changed.filter(({ labels }) => labels.includes(label));
  const before = new Set([...replaced.nodes, ...replaced.relationships].map(({ id }) => id));
  const isNew = ({ id }: { readonly id: string }) => !before.has(id);
  const entities = labelled('Entity');
  const relations = change.upsertRelationships.filter(({ type }) => isRelationType(type));
  return {
    articles: labelled('Article').map((article) => ({ id: article.id, title: headingOf(article) })),
    entities: entities.length,
    newEntities: entities.filter(isNew).length,
    relations: relations.length,
    newRelations: relations.filter(isNew).length,
    unchanged,
    read: files?.read ?? 0,
    rejected: rejected.map(({ place, reason }) => ({ place: basename(place), reason })),
  };
}
