import type { FastifyInstance } from 'fastify';
import { catalogueAsOf } from '../../answer/as-of.ts';
import { toLedger } from '../../answer/ledger.ts';
import { toPostsAnswer } from '../../answer/posts.ts';
import type { Source } from '../../answer/source.ts';
import { toTotals } from '../../answer/totals.ts';
import { serve } from '../route.ts';

/** What was promised and built, who was in charge, and what it adds up to. */
export function ledgerRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /ledger', ({ query }) =>
    source.ask((graph, of) => toLedger(catalogueAsOf(graph, of, query.asOf), query)),
  );
  serve(api, 'GET /posts', ({ query }) => source.ask((graph) => toPostsAnswer(graph, query)));
  serve(api, 'GET /totals', ({ query }) =>
    source.ask((graph, of) => toTotals(catalogueAsOf(graph, of, query.asOf), query)),
  );
}
