import type { FastifyInstance } from 'fastify';
import { YuantuError } from '../model/errors.ts';

/** How much the server does for its callers. */
export interface Limits {
  /** Requests a minute of one address, after as many at once; default 1200. */
  readonly rate?: number;
  /** Requests that are answered at a time; more are told to come again. Default 256. */
  readonly concurrency?: number;
  /** Statements that are run at a time; default 8. */
  readonly queries?: number;
}

export const DEFAULT_LIMITS = { rate: 1200, concurrency: 256, queries: 8 } as const satisfies Required<Limits>;

/** How deep lists and objects in a body may be in each other. */
const DEEPEST = 32;
/** Addresses that are remembered; past them the longest quiet ones are forgotten. */
const MOST_CALLERS = 10_000;

/** Takes a place, and gives it back by calling what it returned. */
export type Take = () => () => void;

/**
 * So many at a time.
 *
 * @throws {YuantuError} BUSY, by the returned function, when all places are taken.
 */
export function places(most: number): Take {
  let taken = 0;
  return () => {
    if (taken >= most)
      throw new YuantuError('BUSY', `${most} requests of this kind are being answered; try again in a moment`);
    taken++;
    let isBack = false;
    return () => {
      if (!isBack) taken--;
      isBack = true;
    };
  };
}

/** Refuses what is too often, too many at a time, or too deep. Signs of life (`/health/…`) are always answered. */
export function limit(app: FastifyInstance, limits: Limits, now: () => number = Date.now): void {
  const { rate, concurrency } = { ...DEFAULT_LIMITS, ...limits };
  const callers = new Map<string, { left: number; at: number }>();
  const take = places(concurrency);

  const count = (address: string): void => {
    const time = now();
    const known = callers.get(address) ?? { left: rate, at: time };
    const left = Math.min(rate, known.left + ((time - known.at) / 60_000) * rate) - 1;
    // In the order of the last request, so that the first is the one that was quiet longest.
    callers.delete(address);
    callers.set(address, { left: Math.max(0, left), at: time });
    const [oldest] = callers.keys();
    if (callers.size > MOST_CALLERS && oldest !== undefined) callers.delete(oldest);
    if (left < 0)
      throw new YuantuError('RATE', `more than ${rate} requests a minute came from ${address}; slow down`);
  };

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    count(request.ip);
    const back = take();
    reply.raw.once('close', back);
  });
  app.addHook('preValidation', async ({ body }) => {
    if (depthOf(body) > DEEPEST)
      throw new YuantuError('LIMIT', `the body is more than ${DEEPEST} lists and objects deep`);
  });
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
