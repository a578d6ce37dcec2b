import type { FastifyInstance } from 'fastify';
import { catalogueAsOf } from '../../answer/as-of.ts';
import { toChangesAnswer } from '../../answer/changes.ts';
import { toGraphAnswer, toPartOfGraph } from '../../answer/graph.ts';
import { toLayoutAnswer } from '../../answer/layout.ts';
import type { Source } from '../../answer/source.ts';
import { toSummaryAnswer } from '../../answer/summary.ts';
import type { Store } from '../../store/store.ts';
import { serve } from '../route.ts';

/** The graph for drawing, parts of it, what changed of it, and how large it is. */
export function graphRoutes(api: FastifyInstance, source: Source, store: Store, version: string): void {
  serve(api, 'GET /health', () =>
    source.ask(({ counts }, graph) => ({
      status: 'ok' as const,
      version,
      store: { kind: store.kind, place: store.place },
      graph,
      counts,
    })),
  );
  serve(api, 'GET /graph', ({ query: { asOf } }) =>
    asOf === undefined
      ? source.askOnce('graph', toGraphAnswer)
      : source.ask((catalogue, of) => toGraphAnswer(catalogueAsOf(catalogue, of, asOf), of)),
  );
  serve(api, 'GET /summary', () => source.askOnce('summary', toSummaryAnswer));
  serve(api, 'GET /graph/changes', ({ query }) => toChangesAnswer(source, query.since));
  serve(api, 'POST /layout', ({ body: { entities, relations } }) =>
    source.ask((catalogue) => toLayoutAnswer(catalogue, entities, relations)),
  );
  serve(api, 'POST /graph', ({ body }) =>
    source.ask((catalogue, of) => toPartOfGraph(catalogue, of, body.ids)),
  );
}
