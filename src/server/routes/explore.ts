import type { FastifyInstance } from 'fastify';
import { toAreaAnswer } from '../../answer/area.ts';
import { toPartOfGraph } from '../../answer/graph.ts';
import { toNewsAnswer } from '../../answer/news.ts';
import { toCommonAnswer, toPathsAnswer } from '../../answer/paths.ts';
import { toProfileView } from '../../answer/profile.ts';
import type { Source } from '../../answer/source.ts';
import { listExamples } from '../../store/examples.ts';
import { serve } from '../route.ts';
import { savedRoutes } from './saved.ts';

/** What the explorer asks beside single things: parts of the graph, areas, what is new, what is kept in the file `saved`. */
export function exploreRoutes(api: FastifyInstance, source: Source, saved: string | undefined): void {
  savedRoutes(api, saved);
  serve(api, 'GET /examples', () =>
    listExamples().map(({ title, statement, parameters }) => ({ ...title, statement, parameters })),
  );
  serve(api, 'POST /graph', async ({ body }) => {
    const wanted = new Set(body.ids);
    const edition = await source.get();
    return toPartOfGraph(edition.catalogue, edition.version, ({ id }) => wanted.has(id));
  });
  serve(api, 'GET /areas/:id', async ({ params }) => toAreaAnswer((await source.get()).catalogue, params.id));
  serve(api, 'GET /profiles/:id', async ({ params }) =>
    toProfileView((await source.get()).catalogue, params.id),
  );
  serve(api, 'POST /paths', async ({ body: { from, to, ...rule } }) =>
    toPathsAnswer((await source.get()).catalogue, from, to, rule),
  );
  serve(api, 'POST /common', async ({ body: { ids } }) =>
    toCommonAnswer((await source.get()).catalogue, ids),
  );
  serve(api, 'GET /news', async ({ query }) => toNewsAnswer((await source.get()).catalogue, query.since));
}
