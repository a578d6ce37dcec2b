import type { ExtractedDocument } from '../../model/resolution.ts';
import { type Contribution, type Summary, summarise } from './contribution.ts';

/** What a document says of an entity, with the document's name in the collection. */
export interface Own extends Contribution {
  readonly by: string;
  /** What was kept of it. */
  readonly kept?: KeptContribution;
}

/** A contribution without its document and what that says: by names, and what it adds to the node. */
export type KeptContribution = readonly [by: string, entities: readonly string[], summary: Summary];

export function packOwn(own: Own): KeptContribution {
  if (own.kept !== undefined) return own.kept;
  const { articles, ...rest } = summarise(own);
  const parts = articles.map(({ id, published }) => ({
    id,
    ...(published === undefined ? {} : { published }),
  }));
  return [own.by, own.entities.map(({ id }) => id), { ...rest, articles: parts }];
}

/** A contribution that was kept to an entity; its document is looked up when it is asked for. */
export function unpackOwn(
  id: string,
  kept: KeptContribution,
  documentOf: (id: string) => ExtractedDocument,
): Own {
  const [by, entities] = kept;
  const isOwn = new Set(entities);
  return {
    id,
    by,
    kept,
    get document() {
      return documentOf(by);
    },
    get entities() {
      return documentOf(by).extraction.entities.filter((entity) => isOwn.has(entity.id));
    },
  };
}

export function summaryOf(own: Own): Summary {
  return own.kept?.[2] ?? summarise(own);
}
