import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi';
import { CONTRACT, type Route, SHAPES } from '../contract/index.ts';
import { DOCS_PAGE, DOCS_SCRIPT, DOCS_STYLE } from './docs-page.ts';

/**
 * `/openapi.json`: the routes of the API as an OpenAPI 3.1 document, made from the schemas that requests are checked by; and
 * `/docs`, a page to try them.
 */
export function describeApi(api: FastifyInstance, version: string): void {
  const anyone = { config: { role: 'anyone' } } as const;
  let document: object | undefined;
  api.get('/openapi.json', anyone, async () => {
    document ??= toDocument(version);
    return document;
  });
  api.get('/docs', anyone, async (_request, reply) => reply.type('text/html; charset=utf-8').send(DOCS_PAGE));
  api.get('/docs.js', anyone, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(DOCS_SCRIPT),
  );
  api.get('/docs.css', anyone, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(DOCS_STYLE),
  );
}

function toDocument(version: string): object {
  for (const [id, schema] of Object.entries(SHAPES)) z.globalRegistry.add(schema, { id });
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(CONTRACT)) {
    const [method = '', url = ''] = name.split(' ');
    const path = `/api/v1${url.replace(/:(\w+)/gu, '{$1}')}`;
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = toOperation(method, url, route);
  }
  const described: ZodOpenApiObject = {
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
    },
  };
  // A value that only a program of ours can check is any value to others.
  return createDocument(described, { allowEmptySchema: { custom: true } });
}

function toOperation(
  method: string,
  url: string,
  { summary, role, params, query, body, answer }: Route,
): ZodOpenApiOperationObject {
  const asked = {
    ...(params instanceof z.ZodObject && { path: params }),
    ...(query instanceof z.ZodObject && { query }),
  };
  return {
    operationId: `${method.toLowerCase()}${url.replace(/\W+(\w?)/gu, (_, first: string) => first.toUpperCase())}`,
    summary,
    'x-role': role ?? (method === 'GET' ? 'reader' : 'editor'),
    ...(Object.keys(asked).length > 0 && { requestParams: asked }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: {
        description: 'Done',
        content:
          answer instanceof z.ZodType
            ? { 'application/json': { schema: answer } }
            : { [answer]: { schema: {} } },
      },
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: SHAPES.Problem } },
      },
    },
  };
}
