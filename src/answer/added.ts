import { basename } from 'node:path';
import type { Added } from '../contract/add.ts';
import type { FileAccount, Rejected } from '../model/article.ts';
import { isRelationType } from '../model/schema.ts';
import type { Change } from '../model/snapshot.ts';
import { textOf } from './properties.ts';

/** What a build did. */
interface Built {
  readonly change: Change;
  readonly rejected: readonly Rejected[];
  readonly unchanged: number;
  readonly files?: FileAccount;
}

/** What came of adding articles: places are told without the folders that they lay in. */
export function toAdded({ change, rejected, unchanged, files }: Built): Added {
  const labelled = (label: string) => change.upsertNodes.filter(({ labels }) => labels.includes(label));
  return {
    articles: labelled('Article').map(({ id, properties }) => ({
      id,
      title: textOf(properties, 'title') ?? id,
    })),
    entities: labelled('Entity').length,
    relations: change.upsertRelationships.filter(({ type }) => isRelationType(type)).length,
    unchanged,
    read: files?.read ?? 0,
    rejected: rejected.map(({ place, reason }) => ({ place: basename(place), reason })),
  };
}
