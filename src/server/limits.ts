import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { YuantuError } from '../model/errors.ts';
import { openIntake } from './intake.ts';

/** How much the server does for its callers. */
export interface Limits {
  /** Requests a minute of one address, after as many at once; default 1200. */
  readonly rate?: number;
  /** Requests that are answered at a time; more are told to come again. Default 256. */
  readonly concurrency?: number;
  /** Milliseconds that a body has to come, beside a second for every 64 KB that came; default 10,000. */
  readonly bodyTime?: number;
}

export const DEFAULT_LIMITS: Required<Limits> = { rate: 1200, concurrency: 256, bodyTime: 10_000 };

/** Requests of strangers at a time: they sign in, or read what the API is like. */
const STRANGERS = 32;

/** How deep lists and objects in a body may be in each other. */
const DEEPEST = 32;
/** Addresses that are remembered; past them the longest quiet ones are forgotten. */
const MOST_CALLERS = 10_000;

/** Whether it asks for a sign of life (`/health/…`), which is always answered. */
const isSignOfLife = ({ url }: FastifyRequest): boolean => url.startsWith('/health/');

/** Refuses what comes too often. Strangers are counted apart, so that they use up nothing of those with a token behind one proxy. */
export function limitRate(app: FastifyInstance, limits: Limits, now: () => number = Date.now): void {
  const { rate } = { ...DEFAULT_LIMITS, ...limits };
  const callers = new Map<string, { left: number; at: number }>();

  const count = (caller: string): boolean => {
    const time = now();
    const known = callers.get(caller) ?? { left: rate, at: time };
    const left = Math.min(rate, known.left + ((time - known.at) / 60_000) * rate) - 1;
    // In the order of the last request, so that the first is the one that was quiet longest.
    callers.delete(caller);
    callers.set(caller, { left: Math.max(0, left), at: time });
    const [oldest] = callers.keys();
    if (callers.size > MOST_CALLERS && oldest !== undefined) callers.delete(oldest);
    return left >= 0;
  };

  app.addHook('onRequest', async (request) => {
    if (isSignOfLife(request) || count(`${request.role ?? ''} ${request.ip}`)) return;
    throw new YuantuError('RATE', `more than ${rate} requests a minute came from ${request.ip}; slow down`);
  });
}

/**
 * Refuses what is too much at a time, or too deep; after everybody was let in who may. A request takes a place when all of it
 * has come. Strangers have few places, and those are their own.
 */
export function limitWork(app: FastifyInstance, limits: Limits): void {
  const { concurrency, bodyTime } = { ...DEFAULT_LIMITS, ...limits };
  const pools = {
    known: { work: openPlaces(concurrency), bodies: openIntake(concurrency, bodyTime) },
    strangers: { work: openPlaces(STRANGERS), bodies: openIntake(STRANGERS, bodyTime) },
  };
  const poolOf = ({ role, routeOptions }: FastifyRequest) =>
    role === undefined || routeOptions.config.role === 'anyone' ? pools.strangers : pools.known;

  app.addHook('onRequest', async (request, reply) => {
    if (!isSignOfLife(request) && !hasBody(request)) poolOf(request).work.take(reply.raw);
  });
  app.addHook('preParsing', async (request, _reply, payload) =>
    hasBody(request) ? poolOf(request).bodies.take(request.raw, payload) : payload,
  );
  app.addHook('preValidation', async (request, reply) => {
    if (depthOf(request.body) > DEEPEST)
      throw new YuantuError('LIMIT', `the body is more than ${DEEPEST} lists and objects deep`);
    if (hasBody(request)) poolOf(request).work.take(reply.raw);
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Places for so many answers at a time; one is free again when the answer has gone. */
function openPlaces(most: number) {
  let taken = 0;
  return {
    take(answer: ServerResponse): void {
      if (taken >= most)
        throw new YuantuError('BUSY', `${most} requests are being answered; try again in a moment`);
      taken++;
      let isDone = false;
      const leave = () => {
        if (!isDone) taken--;
        isDone = true;
      };
      answer.once('finish', leave).once('close', leave);
    },
  };
}

/** How many lists and objects are in each other; stops counting past what is allowed. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  for (; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) break;
  }
  return depth;
}
