import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { toEntityAnswer } from '../answer/entity.ts';
import { toArticleAnswer, toRelationAnswer } from '../answer/evidence.ts';
import { countAll, toGraphAnswer } from '../answer/graph.ts';
import { openSource, type Source } from '../answer/source.ts';
import type { Review } from '../collect/review.ts';
import { YuantuError } from '../model/errors.ts';
import { type Console, openConsole } from '../store/sandbox/console.ts';
import type { Store } from '../store/store.ts';
import { admit, recognise, type Tokens } from './access.ts';
import { tagAnswers } from './conditional.ts';
import { type Limits, limitRate, limitWork } from './limits.ts';
import { allowMethods } from './methods.ts';
import { measure } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { answerBroken, answerProblem } from './problem.ts';
import { serve } from './route.ts';
import { type AddFiles, addRoutes } from './routes/add.ts';
import { type Events, eventRoutes, openEvents } from './routes/events.ts';
import { exploreRoutes } from './routes/explore.ts';
import { exportRoutes } from './routes/export.ts';
import { requestId, signsOfLife } from './routes/life.ts';
import { listRoutes } from './routes/lists.ts';
import { addReviewRoutes, addRights } from './routes/review.ts';
import { addSignIn, wantsSignIn } from './routes/sign-in.ts';
import { protect } from './security.ts';
import { finishFirst } from './stop.ts';
import { checkBySchema } from './validate.ts';

/** What the server is made of. */
export interface AppServices {
  readonly store: Store;
  /** The graph of the store in memory; default a new one. */
  readonly source?: Source;
  /** Who listens to what happens; default new ones. */
  readonly events?: Events;
  /** Where queries over HTTP are answered; default one of its own. */
  readonly console?: Console;
  /** Judging, where it is offered. */
  readonly review?: Review;
  /** The folder of the built web app; absent when only the API is served. */
  readonly webRoot?: string;
  /** Names beside localhost and addresses in numbers that the server answers to. */
  readonly hosts?: readonly string[];
  /** Who may do what; without any, everyone may everything. */
  readonly tokens?: Tokens;
  readonly limits?: Limits;
  /** How articles are added over HTTP; absent, they are not. */
  readonly add?: AddFiles;
  /** The file of what people keep: views and statements; absent, they last as long as the server. */
  readonly saved?: string;
  readonly version?: string;
  /** From which level on requests are logged, to standard error, as a line of JSON each; default not at all. */
  readonly log?: 'error' | 'warn' | 'info';
}

/**
 * The server over a store; opens no port. Routes live under `/api/v1`, everything else is the web app.
 *
 * Errors are problem details (RFC 9457) with the codes of YuantuError. Queries may only read.
 */
export function buildApp(services: AppServices): FastifyInstance {
  const { store, source = openSource(store), events = openEvents(), webRoot, version = '0' } = services;
  const asked = services.console ?? openConsole(store);
  const app = Fastify({
    logger: services.log ? { level: services.log, stream: process.stderr } : false,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    routerOptions: { maxParamLength: 4000 },
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    // A request without a host is refused in our own words.
    http: { requireHostHeader: false },
    // What is wrong with an address before any route is looked for.
    frameworkErrors: answerProblem,
    clientErrorHandler: answerBroken,
    // A connection that was opened and never used must not keep the server from ending.
    forceCloseConnections: true,
  });
  app.addHook('onClose', () => asked.close());
  app.addHook('onRequest', async ({ id }, reply) => {
    reply.header('x-request-id', id);
  });
  const { isStopping } = finishFirst(app);
  protect(app, services.hosts ?? []);
  const gate = recognise(app, services.tokens ?? {});
  limitRate(app, services.limits ?? {});
  admit(app);
  limitWork(app, services.limits ?? {});
  checkBySchema(app);
  measure(app);
  app.setErrorHandler((error, request, reply) =>
    wantsSignIn(error, request.headers.accept)
      ? reply.redirect('/sign-in', 303)
      : answerProblem(error, request, reply),
  );
  allowMethods(app);
  app.register(fastifyCompress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  app.register(async (outside) => {
    addSignIn(outside, gate);
    signsOfLife(outside, source, isStopping);
  });

  app.register(
    async (api) => {
      describeApi(api, version);
      tagAnswers(api);
      eventRoutes(api, events);
      const unwatch = source.watch(() => events.publish('graph', { changed: true }));
      api.addHook('onClose', async () => unwatch());
      listRoutes(api, source);
      serve(api, 'GET /health', async () => {
        const edition = await source.get();
        return {
          status: 'ok' as const,
          version,
          store: { kind: store.kind, place: store.place },
          graph: edition.version,
          counts: countAll(edition.catalogue),
        };
      });
      serve(api, 'GET /graph', async () => {
        const edition = await source.get();
        return toGraphAnswer(edition.catalogue, edition.version);
      });
      exploreRoutes(api, source, services.saved);
      if (services.add) addRoutes(api, { source, events, add: services.add });
      serve(api, 'GET /entities/:id', async ({ params }) =>
        toEntityAnswer((await source.get()).catalogue, params.id),
      );
      serve(api, 'GET /relations/:id', async ({ params }) =>
        toRelationAnswer((await source.get()).catalogue, params.id),
      );
      serve(api, 'GET /articles/:id', async ({ params }) =>
        toArticleAnswer((await source.get()).catalogue, params.id),
      );
      serve(api, 'GET /search', async ({ query: { q, limit } }) =>
        (await source.get()).search.find(q, limit),
      );
      serve(api, 'POST /query', ({ body: { statement, parameters, limit } }, reply) => {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort(new YuantuError('LIMIT', 'the question was given up')));
        return asked.ask(statement, parameters, { limit, signal: gone.signal });
      });
      exportRoutes(api, { source, version, asked });
      addRights(api, services.review !== undefined);
      if (services.review !== undefined) addReviewRoutes(api, source, services.review);
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
