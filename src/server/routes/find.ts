import type { FastifyInstance } from 'fastify';
import { toCoverageAnswer } from '../../answer/coverage.ts';
import { toDigest, toUnread } from '../../answer/digest.ts';
import { toDoubtfulAnswer } from '../../answer/doubtful.ts';
import { toEvidenceAnswer } from '../../answer/evidence.ts';
import { toCommonAnswer, toPathsAnswer } from '../../answer/paths.ts';
import type { Source } from '../../answer/source.ts';
import { serve } from '../route.ts';

/** What is found in the graph: by name, between entities, since a date or a visit. */
export function findRoutes(api: FastifyInstance, source: Source): void {
  serve(api, 'GET /search', ({ query: { q, limit } }) => source.find(q, limit));
  serve(api, 'GET /texts', ({ query: { q, limit } }) => source.findTexts(q, limit));
  serve(api, 'POST /evidence', ({ body }) => source.ask((graph) => toEvidenceAnswer(graph, body)));
  serve(api, 'POST /paths', ({ body: { from, to, ...rule } }) =>
    source.ask((catalogue) => toPathsAnswer(catalogue, from, to, rule)),
  );
  serve(api, 'POST /common', ({ body: { ids } }) =>
    source.ask((catalogue) => toCommonAnswer(catalogue, ids)),
  );
  serve(api, 'GET /coverage', () => source.askOnce('coverage', toCoverageAnswer));
  serve(api, 'GET /doubtful', ({ query }) => source.ask((catalogue) => toDoubtfulAnswer(catalogue, query)));
  serve(api, 'GET /digest', ({ query: { since, about } }) =>
    source.ask((catalogue) => toDigest(catalogue, since, about)),
  );
  serve(api, 'POST /digest', ({ body: { about, read } }) =>
    source.ask((catalogue) => toUnread(catalogue, about, read)),
  );
}
