import type { FastifyInstance } from 'fastify';
import { toChangesAnswer } from '../../answer/changes.ts';
import { countAll, toGraphAnswer, toPartOfGraph } from '../../answer/graph.ts';
import type { Source } from '../../answer/source.ts';
import type { Store } from '../../store/store.ts';
import { serve } from '../route.ts';

/** The graph for drawing, parts of it, what changed of it, and how large it is. */
export function graphRoutes(api: FastifyInstance, source: Source, store: Store, version: string): void {
  serve(api, 'GET /health', async () => {
    const edition = await source.get();
    return {
      status: 'ok' as const,
      version,
      store: { kind: store.kind, place: store.place },
      graph: edition.version,
      counts: countAll(edition.catalogue),
    };
  });
  serve(api, 'GET /graph', async () => {
    const edition = await source.get();
    return toGraphAnswer(edition.catalogue, edition.version);
  });
  serve(api, 'GET /graph/changes', ({ query }) => toChangesAnswer(source, query.since));
  serve(api, 'POST /graph', async ({ body }) => {
    const wanted = new Set(body.ids);
    const edition = await source.get();
    return toPartOfGraph(edition.catalogue, edition.version, ({ id }) => wanted.has(id));
  });
}
