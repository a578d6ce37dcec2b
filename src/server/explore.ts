import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listExamples } from '../store/statements.ts';
import { toAreaView } from './area.ts';
import { toPartView } from './graph.ts';
import { toNewsView } from './news.ts';
import { savedRoutes } from './saved.ts';
import { GraphAnswer, IdRequest } from './schemas.ts';
import type { Source } from './source.ts';
import type { ZodTypes } from './validate.ts';

const Part = z.strictObject({ ids: z.array(z.string().max(2000)).max(20_000) });
const News = z.object({ since: z.iso.date().optional() });

/** What the explorer asks beside single things: parts of the graph, areas, what is new, what is kept in the file `saved`. */
export function exploreRoutes(api: FastifyInstance, source: Source, saved: string | undefined): void {
  savedRoutes(api, saved);
  const typed = api.withTypeProvider<ZodTypes>();
  typed.get('/examples', { schema: { summary: 'Statements to begin with' } }, async () => listExamples());
  typed.post(
    '/graph',
    {
      config: { role: 'reader' },
      schema: { summary: 'A part of the graph for drawing', body: Part, response: { 200: GraphAnswer } },
    },
    async ({ body }) => {
      const wanted = new Set(body.ids);
      const edition = await source.get();
      return toPartView(edition.catalogue, edition.version, ({ id }) => wanted.has(id));
    },
  );
  typed.get(
    '/areas/:id',
    { schema: { summary: 'A zone, place or industry with all that is in it', params: IdRequest } },
    async ({ params }) => toAreaView((await source.get()).catalogue, params.id),
  );
  typed.get(
    '/news',
    { schema: { summary: 'What is new since a day', querystring: News } },
    async ({ query }) => toNewsView((await source.get()).catalogue, query.since),
  );
}
