import type { FastifyInstance } from 'fastify';
import { listArticles, listEntities, listRelations } from '../../answer/list.ts';
import type { Source } from '../../answer/source.ts';
import { serve } from '../route.ts';

/** Lists of all entities, relations and articles, page by page, by id. */
export function listRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /entities', async ({ query }) => listEntities((await source.get()).catalogue, query));
  serve(api, 'GET /relations', async ({ query }) => listRelations((await source.get()).catalogue, query));
  serve(api, 'GET /articles', async ({ query }) => listArticles((await source.get()).catalogue, query));
}
