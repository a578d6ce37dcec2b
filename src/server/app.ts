import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { toGraphEvent } from '../answer/changes.ts';
import { openSource } from '../answer/open.ts';
import type { Source } from '../answer/source.ts';
import type { Review } from '../collect/review.ts';
import { type Console, openConsole } from '../store/sandbox/console.ts';
import type { WatchedStore } from '../store/watched.ts';
import { admit, type Gate, recognise, type Tokens } from './access.ts';
import { readExactly } from './body.ts';
import { tagAnswers } from './conditional.ts';
import { type Limits, limitRate, limitWork } from './limits.ts';
import { allowMethods } from './methods.ts';
import { measure } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { answerBroken, answerProblem } from './problem.ts';
import { type AddFiles, addRoutes } from './routes/add.ts';
import { type Events, eventRoutes, openEvents } from './routes/events.ts';
import { exportRoutes } from './routes/export.ts';
import { findRoutes } from './routes/find.ts';
import { graphRoutes } from './routes/graph.ts';
import { healthRoutes, requestId } from './routes/health.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { listRoutes } from './routes/lists.ts';
import { queryRoutes } from './routes/query.ts';
import { reviewRoutes, rightsRoutes } from './routes/review.ts';
import { savedRoutes } from './routes/saved.ts';
import { signInRoutes, wantsSignIn } from './routes/sign-in.ts';
import { thingRoutes } from './routes/things.ts';
import { protect } from './security.ts';
import { finishFirst } from './stop.ts';
import { checkBySchema } from './validate.ts';

/** What the server is made of. */
export interface AppServices {
  /** Whoever writes to it does so through this, so that the answers follow. */
  readonly store: WatchedStore;
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
  const { store, source = openSource(store), events = openEvents(), webRoot } = services;
  const asked = services.console ?? openConsole(store);
  const app = openApp(services.log);
  app.addHook('onClose', () => asked.close());
  const { isStopping } = finishFirst(app);
  const gate = refuseFirst(app, services);
  checkBySchema(app);
  measure(app);
  answerInOneShape(app);
  app.register(async (outside) => {
    signInRoutes(outside, gate);
    healthRoutes(outside, source, isStopping);
  });
  app.register(async (api) => apiRoutes(api, services, { source, events, asked }), { prefix: '/api/v1' });
  if (webRoot !== undefined) serveFiles(app, webRoot);
  return app;
}

function openApp(log: AppServices['log']): FastifyInstance {
  const app = Fastify({
    logger: log ? { level: log, stream: process.stderr } : false,
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
  app.addHook('onRequest', async ({ id }, reply) => {
    reply.header('x-request-id', id);
  });
  return app;
}

/** What a request must pass before its route sees it, in this order. */
function refuseFirst(app: FastifyInstance, { hosts = [], tokens = {}, limits = {} }: AppServices): Gate {
  protect(app, hosts);
  const gate = recognise(app, tokens);
  limitRate(app, limits);
  admit(app);
  limitWork(app, limits);
  return gate;
}

/** Errors are problem details, but for who opens a page unknown; answers are packed. */
function answerInOneShape(app: FastifyInstance): void {
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
}

interface Opened {
  readonly source: Source;
  readonly events: Events;
  readonly asked: Console;
}

function apiRoutes(api: FastifyInstance, services: AppServices, { source, events, asked }: Opened): void {
  const { store, saved, add, review, version = '0' } = services;
  describeApi(api, version);
  readExactly(api);
  tagAnswers(api);
  eventRoutes(api, events);
  const unwatch = source.watch((news) => events.publish('graph', toGraphEvent(news)));
  api.addHook('onClose', async () => unwatch());
  graphRoutes(api, source, store, version);
  listRoutes(api, source);
  thingRoutes(api, source, () => review?.history().lines ?? []);
  findRoutes(api, source);
  ledgerRoutes(api, source);
  queryRoutes(api, asked);
  exportRoutes(api, { source, version, asked });
  savedRoutes(api, saved);
  if (add) addRoutes(api, { events, add });
  rightsRoutes(api, review !== undefined);
  if (review) reviewRoutes(api, source, review);
}

function serveFiles(app: FastifyInstance, root: string): void {
  app.register(fastifyStatic, {
    root,
    // Names of assets hold a hash of their content, so they never change; index.html always may.
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/');
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
