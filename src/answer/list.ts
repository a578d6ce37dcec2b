import type { ArticleReference, EntityReference } from '../contract/reference.ts';
import type { RelationType } from '../model/relation.ts';
import type { Catalogue } from './catalogue.ts';
import { numberOf } from './properties.ts';
import { toArticleReference, toEntityReference } from './reference.ts';

/** Which page of a list, and of which type. */
interface Wish {
  readonly limit: number;
  /** The id that the page before ended with. */
  readonly after?: string | undefined;
  readonly type?: string | undefined;
}

interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly next?: string;
}

/** The entities by id, page by page. */
export function listEntities(catalogue: Catalogue, wish: Wish): Page<EntityReference & { degree: number }> {
  const { type } = wish;
  const all =
    type === undefined
      ? catalogue.entities
      : catalogue.entities.filter(({ labels }) => labels.includes(type));
  return pageOf(all, wish, (node) => ({
    ...toEntityReference(node),
    degree: catalogue.relationsOf(node.id).length,
  }));
}

/** The relations by id, page by page. */
export function listRelations({ relations }: Catalogue, wish: Wish) {
  const all = wish.type === undefined ? relations : relations.filter(({ type }) => type === wish.type);
  return pageOf(all, wish, ({ id, type, from, to, properties }) => ({
    id,
    type: type as RelationType,
    from,
    to,
    count: numberOf(properties, 'count') ?? 1,
  }));
}

/** The articles by id, page by page. */
export function listArticles({ articles }: Catalogue, wish: Wish): Page<ArticleReference> {
  return pageOf(articles, wish, toArticleReference);
}

/** A page of records that are sorted by id: those after an id, so that a change in between neither skips nor repeats any. */
function pageOf<T extends { readonly id: string }, U>(
  records: readonly T[],
  { limit, after }: Wish,
  toItem: (record: T) => U,
): Page<U> {
  const start = after === undefined ? 0 : records.findIndex(({ id }) => id > after);
  const page = start < 0 ? [] : records.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = start >= 0 && start + limit < records.length && last !== undefined;
  return { items: page.map(toItem), total: records.length, ...(isMore ? { next: last.id } : {}) };
}
