import type { FastifyInstance } from 'fastify';
import { toNewsAnswer } from '../../answer/news.ts';
import { toCommonAnswer, toPathsAnswer } from '../../answer/paths.ts';
import type { Source } from '../../answer/source.ts';
import { serve } from '../route.ts';

/** What is found in the graph: by name, between entities, since a day. */
export function findRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /search', async ({ query: { q, limit } }) => (await source.get()).search.find(q, limit));
  serve(api, 'POST /paths', async ({ body: { from, to, ...rule } }) =>
    toPathsAnswer((await source.get()).catalogue, from, to, rule),
  );
  serve(api, 'POST /common', async ({ body: { ids } }) =>
    toCommonAnswer((await source.get()).catalogue, ids),
  );
  serve(api, 'GET /news', async ({ query }) => toNewsAnswer((await source.get()).catalogue, query.since));
}
