import type { FastifyInstance } from 'fastify';
import { YuantuError } from '../model/errors.ts';
import { answerProblem } from './problem.ts';

/**
 * Answers what no route takes: `METHOD` with `Allow` where the address takes other methods, else `NOT_FOUND`. Call it before the
 * routes are registered.
 */
export function allowMethods(app: FastifyInstance): void {
  const routes: { readonly parts: readonly string[]; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    // A file may be at any address, so that what takes all of them says nothing of one.
    if (!url.includes('*')) routes.push({ parts: url.split('/'), methods: [method].flat() });
  });
  const methodsOf = (path: string): string[] => {
    const given = path.split('/');
    const found = routes.filter(
      ({ parts }) =>
        parts.length === given.length &&
        parts.every((part, i) => (part.startsWith(':') ? given[i] !== '' : part === given[i])),
    );
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  };
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = methodsOf(path);
    if (methods.length === 0)
      return answerProblem(new YuantuError('NOT_FOUND', `nothing is at ${request.url}`), request, reply);
    const allowed = methods.join(', ');
    reply.header('allow', allowed);
    const problem = new YuantuError('METHOD', `${path} takes ${allowed}, not ${request.method}`);
    return answerProblem(problem, request, reply);
  });
}
