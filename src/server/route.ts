import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { z } from 'zod';
import { type Answer, type Asked, CONTRACT, type Route, type RouteName } from '../contract/index.ts';

type Answered<R extends RouteName> = Answer<R> | FastifyReply;

/** Serves a route of the contract: the handler gets what was checked, and gives what the contract says. */
export function serve<R extends RouteName>(
  api: FastifyInstance,
  name: R,
  handle: (request: FastifyRequest & Asked<R>, reply: FastifyReply) => Answered<R> | Promise<Answered<R>>,
): void {
  const [method = '', url = ''] = name.split(' ');
  const { summary, role, lasting, most, answer, query, params, body }: Route = CONTRACT[name];
  api.route({
    method,
    url,
    exposeHeadRoute: !lasting,
    config: { ...(role && { role }), ...(lasting && { lasting }) },
    ...(most && { bodyLimit: most }),
    schema: {
      summary,
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: {
        200:
          answer instanceof z.ZodType
            ? answer
            : { description: 'Done', content: { [answer]: { schema: {} } } },
      },
    },
    handler: handle as RouteHandlerMethod,
  });
}
