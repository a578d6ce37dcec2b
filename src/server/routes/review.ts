import type { FastifyInstance } from 'fastify';
import { toDoubtsAnswer, toJudgementsAnswer, toRecordedAnswer } from '../../answer/doubt.ts';
import type { Source } from '../../answer/source.ts';
import type { Review } from '../../collect/review.ts';
import { serve } from '../route.ts';

/** Who asks, and whether judging is offered: the explorer shows only what its reader may do. */
export function rightsRoutes(api: FastifyInstance, offered: boolean): void {
  serve(api, 'GET /rights', ({ role = 'reader' }) => ({ role, offered }));
}

/** Doubtful pairs with the evidence of both sides, the log of judgements, saying one, taking one back. */
export function reviewRoutes(api: FastifyInstance, source: Source, review: Review): void {
  serve(api, 'GET /doubts', async ({ query }) => {
    const [doubts, overruled] = [await review.doubts(), await review.overruled()];
    return source.ask((catalogue) => toDoubtsAnswer(catalogue, doubts, overruled, query));
  });
  serve(api, 'GET /judgements', () => {
    const { lines, standing } = review.history();
    return toJudgementsAnswer(lines, standing);
  });
  const record = async (given: object) => {
    const { lines, report } = await review.record([given]);
    return toRecordedAnswer(lines, report);
  };
  serve(api, 'POST /judgements', ({ body }) => record(body));
  serve(api, 'POST /judgements/:id/undo', ({ params: { id }, body }) =>
    record({ say: 'undo', of: id, ...body }),
  );
}
