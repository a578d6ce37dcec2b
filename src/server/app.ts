import { Readable } from 'node:stream';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { chooseExporter, EXPORTERS, exportSnapshot } from '../export/index.ts';
import { YuantuError } from '../model/errors.ts';
import { CONSOLE_LIMITS, type Console, openConsole } from '../store/console.ts';
import type { QueryValue, Store } from '../store/store.ts';
import { toEntityView } from './entity.ts';
import { toArticleView, toRelationView } from './evidence.ts';
import { exploreRoutes } from './explore.ts';
import { countAll, toGraphView } from './graph.ts';
import { answerProblem, parse } from './problem.ts';
import { protect } from './security.ts';
import { openSource, type Source } from './source.ts';

/** What the server is made of. */
export interface AppServices {
  readonly store: Store;
  /** The graph of the store in memory; default a new one. */
  readonly source?: Source;
  /** Where queries over HTTP are answered; default one of its own. */
  readonly console?: Console;
  /** The folder of the built web app; absent when only the API is served. */
  readonly webRoot?: string;
  /** The file of what people keep: views and statements; absent, they last as long as the server. */
  readonly saved?: string;
  /** Names beside localhost and addresses in numbers that the server answers to. */
  readonly hosts?: readonly string[];
  readonly version?: string;
  /** Whether to log requests that fail, to standard error. */
  readonly log?: boolean;
}

const Id = z.object({ id: z.string().min(1).max(2000) });
const Search = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(100).default(12),
});
const Query = z.strictObject({
  statement: z.string().min(1).max(20_000),
  parameters: z.record(z.string(), z.json()).default({}),
  limit: z.number().int().min(1).max(CONSOLE_LIMITS.rows).default(CONSOLE_LIMITS.rows),
});

const Export = z.object({
  format: z.enum([...Object.keys(EXPORTERS), 'json']),
  /** Articles and facts too. */
  all: z.stringbool().default(false),
});

/**
 * The server over a store; opens no port. Routes live under `/api/v1`, everything else is the web app.
 *
 * Errors are problem details (RFC 9457) with the codes of YuantuError. Queries may only read.
 */
export function buildApp(services: AppServices): FastifyInstance {
  const { store, source = openSource(store), webRoot, version = '0' } = services;
  const asked = services.console ?? openConsole(store);
  const app = Fastify({
    logger: services.log ? { level: 'error', stream: process.stderr } : false,
    routerOptions: { maxParamLength: 4000 },
    bodyLimit: 1024 * 1024,
    // A connection that was opened and never used must not keep the server from ending.
    forceCloseConnections: true,
  });
  app.addHook('onClose', () => asked.close());
  protect(app, services.hosts ?? []);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new YuantuError('NOT_FOUND', `nothing is at ${request.url}`), request, reply),
  );

  app.register(
    async (api) => {
      api.addHook('onSend', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      api.get('/health', async () => {
        const edition = await source.get();
        return {
          status: 'ok',
          version,
          store: { kind: store.kind, place: store.place },
          graph: edition.version,
          counts: countAll(edition.catalogue),
        };
      });
      api.get('/graph', async () => {
        const edition = await source.get();
        return toGraphView(edition.catalogue, edition.version);
      });
      exploreRoutes(api, source, services.saved);
      api.get('/entities/:id', async ({ params }) => {
        const { id } = parse(Id, params);
        return toEntityView((await source.get()).catalogue, id);
      });
      api.get('/relations/:id', async ({ params }) => {
        const { id } = parse(Id, params);
        return toRelationView((await source.get()).catalogue, id);
      });
      api.get('/articles/:id', async ({ params }) => {
        const { id } = parse(Id, params);
        return toArticleView((await source.get()).catalogue, id);
      });
      api.get('/search', async ({ query }) => {
        const { q, limit } = parse(Search, query);
        return (await source.get()).search.find(q, limit);
      });
      api.post('/query', async ({ body }, reply) => {
        const { statement, parameters, limit } = parse(Query, body);
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort(new YuantuError('LIMIT', 'the question was given up')));
        return asked.ask(statement, parameters as Record<string, QueryValue>, { limit, signal: gone.signal });
      });
      api.get('/export', async ({ query }, reply) => {
        const { format, all } = parse(Export, query);
        const exporter = chooseExporter('', format);
        const { snapshot } = (await source.get()).catalogue;
        reply.type(exporter.mediaType);
        reply.header('content-disposition', `attachment; filename="yuantu.${exporter.extension}"`);
        return Readable.from(exportSnapshot(snapshot, exporter, { all, version }), { objectMode: false });
      });
    },
    { prefix: '/api/v1' },
  );

  if (webRoot !== undefined) {
    // Names of assets hold a hash of their content, so they never change; index.html always may.
    app.register(fastifyStatic, {
      root: webRoot,
      setHeaders: (reply, path) => {
        const lasting = path.includes('/assets/');
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  return app;
}
