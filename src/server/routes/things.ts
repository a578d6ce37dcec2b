import type { FastifyInstance } from 'fastify';
import { toAreaAnswer } from '../../answer/area.ts';
import { toArticleAnswer } from '../../answer/article.ts';
import { toEntityAnswer } from '../../answer/entity.ts';
import { toProfileAnswer } from '../../answer/profile.ts';
import { toRelationAnswer } from '../../answer/relation.ts';
import type { Source } from '../../answer/source.ts';
import { serve } from '../route.ts';

/** One thing with all that is known of it. */
export function thingRoutes(api: FastifyInstance, source: Source): void {
  const catalogue = async () => (await source.get()).catalogue;
  serve(api, 'GET /entities/:id', async ({ params }) => toEntityAnswer(await catalogue(), params.id));
  serve(api, 'GET /relations/:id', async ({ params }) => toRelationAnswer(await catalogue(), params.id));
  serve(api, 'GET /articles/:id', async ({ params }) => toArticleAnswer(await catalogue(), params.id));
  serve(api, 'GET /areas/:id', async ({ params }) => toAreaAnswer(await catalogue(), params.id));
  serve(api, 'GET /profiles/:id', async ({ params }) => toProfileAnswer(await catalogue(), params.id));
}
