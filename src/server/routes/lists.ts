import type { FastifyInstance } from 'fastify';
import { toArticleReference, toEntityReference } from '../../answer/catalogue.ts';
import { numberOf } from '../../answer/properties.ts';
import type { Source } from '../../answer/source.ts';
import type { RelationType } from '../../model/relation.ts';
import { serve } from '../route.ts';

/** A page of records that are sorted by id: those after an id, so that a change in between neither skips nor repeats any. */
function pageOf<T extends { readonly id: string }, U>(
  records: readonly T[],
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  toItem: (record: T) => U,
) {
  const start = after === undefined ? 0 : records.findIndex(({ id }) => id > after);
  const page = start < 0 ? [] : records.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = start >= 0 && start + limit < records.length && last !== undefined;
  return { items: page.map(toItem), total: records.length, ...(isMore ? { next: last.id } : {}) };
}

/** Lists of all entities, relations and articles, page by page, by id. */
export function listRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /entities', async ({ query }) => {
    const { catalogue } = await source.get();
    const all =
      query.type === undefined
        ? catalogue.entities
        : catalogue.entities.filter(({ labels }) => labels.includes(query.type ?? ''));
    return pageOf(all, query, (node) => ({
      ...toEntityReference(node),
      degree: catalogue.relationsOf.get(node.id)?.length ?? 0,
    }));
  });
  serve(api, 'GET /relations', async ({ query }) => {
    const { relations } = (await source.get()).catalogue;
    const all = query.type === undefined ? relations : relations.filter(({ type }) => type === query.type);
    return pageOf(all, query, ({ id, type, from, to, properties }) => ({
      id,
      type: type as RelationType,
      from,
      to,
      count: numberOf(properties, 'count') ?? 1,
    }));
  });
  serve(api, 'GET /articles', async ({ query }) =>
    pageOf((await source.get()).catalogue.articles, query, toArticleReference),
  );
}
