import type { FastifyInstance } from 'fastify';
import { toAreaAnswer } from '../../answer/area.ts';
import { toArticleAnswer } from '../../answer/article.ts';
import { catalogueAsOf } from '../../answer/as-of.ts';
import type { Outlook } from '../../answer/catalogue.ts';
import { toCitationsAnswer } from '../../answer/citation.ts';
import { toEntityAnswer } from '../../answer/entity.ts';
import { findFormer } from '../../answer/former.ts';
import { toProfileAnswer } from '../../answer/profile.ts';
import { toRelationAnswer } from '../../answer/relation.ts';
import type { Source } from '../../answer/source.ts';
import { YuantuError } from '../../model/errors.ts';
import type { JudgementLine } from '../../model/judgement.ts';
import { serve } from '../route.ts';

/**
 * One thing with all that is known of it. An id that a correction replaced, as `lines` of judgements tell, leads on to what has
 * its place.
 */
export function thingRoutes(
  api: FastifyInstance,
  source: Source,
  lines: () => readonly JudgementLine[] = () => [],
): void {
  const ledOn = async <T>(
    id: string,
    asOf: string | undefined,
    answer: (graph: Outlook, id: string) => T,
  ): Promise<T> => {
    const of = (wanted: string) =>
      source.ask((graph, version) => answer(catalogueAsOf(graph, version, asOf), wanted));
    try {
      return await of(id);
    } catch (error) {
      if (!(error instanceof YuantuError && error.code === 'NOT_FOUND')) throw error;
      const led = await source.ask((graph) => findFormer(graph, lines(), id));
      if (led === undefined) throw error;
      return of(led);
    }
  };
  serve(api, 'GET /entities/:id', ({ params, query }) => ledOn(params.id, query.asOf, toEntityAnswer));
  serve(api, 'GET /relations/:id', ({ params, query }) => ledOn(params.id, query.asOf, toRelationAnswer));
  serve(api, 'GET /articles/:id', ({ params }) => source.ask((graph) => toArticleAnswer(graph, params.id)));
  serve(api, 'GET /citations/:id', ({ params, query }) =>
    source.ask((graph) => toCitationsAnswer(graph, params.id, query.span)),
  );
  serve(api, 'GET /areas/:id', ({ params, query }) => ledOn(params.id, query.asOf, toAreaAnswer));
  serve(api, 'GET /profiles/:id', ({ params, query }) => ledOn(params.id, query.asOf, toProfileAnswer));
}
