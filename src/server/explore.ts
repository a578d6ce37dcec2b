import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listExamples } from '../store/statements.ts';
import { toAreaView } from './area.ts';
import { toPartView } from './graph.ts';
import { toNewsView } from './news.ts';
import { parse } from './problem.ts';
import { savedRoutes } from './saved.ts';
import type { Source } from './source.ts';

const Id = z.object({ id: z.string().min(1).max(2000) });
const Part = z.strictObject({ ids: z.array(z.string().max(2000)).max(20_000) });
const News = z.object({ since: z.iso.date().optional() });

/** What the explorer asks beside single things: parts of the graph, areas, what is new, what is kept in the file `saved`. */
export function exploreRoutes(api: FastifyInstance, source: Source, saved: string | undefined): void {
  savedRoutes(api, saved);
  api.get('/examples', async () => listExamples());
  api.post('/graph', async ({ body }) => {
    const wanted = new Set(parse(Part, body).ids);
    const edition = await source.get();
    return toPartView(edition.catalogue, edition.version, ({ id }) => wanted.has(id));
  });
  api.get('/areas/:id', async ({ params }) => {
    const { id } = parse(Id, params);
    return toAreaView((await source.get()).catalogue, id);
  });
  api.get('/news', async ({ query }) => {
    const { since } = parse(News, query);
    return toNewsView((await source.get()).catalogue, since);
  });
}
