import type { FastifyInstance } from 'fastify';
import { keepExact, mayBeInexact } from '../model/exact-json.ts';

/** Reads bodies of JSON so that a whole number past 2^53 stays what is written: it becomes a string, as it is in answers. */
export function readExactly(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    // What is no JSON is told before it is looked through.
    parse(request, body, (error, value) =>
      error === null && mayBeInexact(body) ? parse(request, keepExact(body), done) : done(error, value),
    ),
  );
}
