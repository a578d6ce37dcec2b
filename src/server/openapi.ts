import type { FastifyInstance, RouteOptions } from 'fastify';
import { type ZodType, z } from 'zod';
import { Problem } from '../contract/problem.ts';
import { DOCS_PAGE, DOCS_SCRIPT, DOCS_STYLE } from './docs-page.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * `/openapi.json`: the routes of the API as an OpenAPI 3.1 document, made from the schemas that requests are checked by; and
 * `/docs`, a page to try them. Call it before any route is added.
 */
export function describeApi(api: FastifyInstance, version: string): void {
  const routes: RouteOptions[] = [];
  api.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && route.schema?.summary !== undefined) routes.push(route);
  });
  const anyone = { config: { role: 'anyone' } } as const;
  api.get('/openapi.json', anyone, async () => toDocument(routes, version));
  api.get('/docs', anyone, async (_request, reply) => reply.type('text/html; charset=utf-8').send(DOCS_PAGE));
  api.get('/docs.js', anyone, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(DOCS_SCRIPT),
  );
  api.get('/docs.css', anyone, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(DOCS_STYLE),
  );
}

function toDocument(routes: readonly RouteOptions[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/gu, '{$1}');
    paths[path] ??= {};
    paths[path][String(route.method).toLowerCase()] = toOperation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Yuantu', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'yuantu' },
      },
      schemas: { Problem: toSchema(Problem) },
    },
  };
}

function toOperation({ schema = {}, config, method, url }: RouteOptions): Json {
  const { summary, params, querystring, body, response } = schema;
  const parameters = [...toParameters(params, 'path'), ...toParameters(querystring, 'query')];
  const answers = Object.entries(
    (response ?? { 200: { description: 'Done' } }) as Readonly<Record<string, unknown>>,
  );
  return {
    operationId: `${String(method).toLowerCase()}${url.replace(/^\/api\/v1/u, '').replace(/\W+(\w?)/gu, (_, c: string) => c.toUpperCase())}`,
    summary,
    'x-role': config?.role ?? (method === 'GET' ? 'reader' : 'editor'),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(body, 'input') } },
          },
        }),
    responses: {
      ...Object.fromEntries(
        answers.map(([status, answer]) => [
          status,
          answer instanceof z.ZodType
            ? { description: 'Done', content: { 'application/json': { schema: toSchema(answer) } } }
            : answer,
        ]),
      ),
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function toParameters(schema: unknown, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

function toSchema(schema: unknown, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema as ZodType, { io, unrepresentable: 'any' });
  return rest;
}
