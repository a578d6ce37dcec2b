import type { FastifyInstance } from 'fastify';
import { listArticles, listEntities, listRelations } from '../../answer/list.ts';
import type { Source } from '../../answer/source.ts';
import { serve } from '../route.ts';

/** Lists of all entities, relations and articles, page by page, by id. */
export function listRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /entities', ({ query }) => source.ask((catalogue) => listEntities(catalogue, query)));
  serve(api, 'GET /relations', ({ query }) => source.ask((catalogue) => listRelations(catalogue, query)));
  serve(api, 'GET /articles', ({ query }) => source.ask((catalogue) => listArticles(catalogue, query)));
}
