import type { ArticleReference, EntityReference } from '../contract/reference.ts';
import type { RelationType } from '../model/relation.ts';
import type { Catalogue, PageOf, PageWish } from './catalogue.ts';
import { numberOf } from './properties.ts';
import { toArticleReference, toEntityReference } from './reference.ts';

interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly next?: string;
}

/** The entities by id, page by page. */
export function listEntities(
  catalogue: Catalogue,
  wish: PageWish,
): Page<EntityReference & { degree: number }> {
  return toPage(catalogue.pageOfEntities(wish), (node) => ({
    ...toEntityReference(node),
    degree: catalogue.countRelationsOf(node.id),
  }));
}

/** The relations by id, page by page. */
export function listRelations(catalogue: Catalogue, wish: PageWish) {
  return toPage(catalogue.pageOfRelations(wish), ({ id, type, from, to, properties }) => ({
    id,
    type: type as RelationType,
    from,
    to,
    count: numberOf(properties, 'count') ?? 1,
  }));
}

/** The articles by id, page by page. */
export function listArticles(catalogue: Catalogue, wish: PageWish): Page<ArticleReference> {
  return toPage(catalogue.pageOfArticles(wish), toArticleReference);
}

function toPage<T extends { readonly id: string }, U>(
  { records, total, isMore }: PageOf<T>,
  toItem: (record: T) => U,
): Page<U> {
  const last = records.at(-1);
  return { items: records.map(toItem), total, ...(isMore && last ? { next: last.id } : {}) };
}
