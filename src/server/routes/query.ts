import type { FastifyInstance } from 'fastify';
import { BAND_PARAMETERS } from '../../model/certainty.ts';
import { YuantuError } from '../../model/errors.ts';
import { listExamples } from '../../store/examples.ts';
import type { Console } from '../../store/sandbox/console.ts';
import { serve } from '../route.ts';

/** Questions in Cypher, which end when their asker goes away, and some to begin with. */
export function queryRoutes(api: FastifyInstance, asked: Console): void {
  serve(api, 'POST /query', ({ body: { statement, parameters, limit } }, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort(new YuantuError('LIMIT', 'the question was given up')));
    return asked.ask(statement, { ...BAND_PARAMETERS, ...parameters }, { limit, signal: gone.signal });
  });
  serve(api, 'GET /examples', () =>
    listExamples().map(({ title, statement, parameters }) => ({ ...title, statement, parameters })),
  );
}
