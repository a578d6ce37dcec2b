import type { FastifyInstance } from 'fastify';
import { YuantuError } from '../model/errors.ts';

/** How much the server does for its callers. */
export interface Limits {
  /** Requests a minute of one address, after as many at once; default 1200. */
  readonly rate?: number;
  /** Requests that are answered at a time; more are told to come again. Default 256. */
  readonly concurrency?: number;
}

export const DEFAULT_LIMITS: Required<Limits> = { rate: 1200, concurrency: 256 };

/** How deep lists and objects in a body may be in each other. */
const DEEPEST = 32;
/** Addresses that are remembered; past them the longest quiet ones are forgotten. */
const MOST_CALLERS = 10_000;

/** Refuses what is too often, too many at a time, or too deep. Signs of life (`/health/…`) are always answered. */
export function limit(app: FastifyInstance, limits: Limits, now: () => number = Date.now): void {
  const { rate, concurrency } = { ...DEFAULT_LIMITS, ...limits };
  const callers = new Map<string, { left: number; at: number }>();
  let inHand = 0;

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
    if (inHand >= concurrency)
      throw new YuantuError('BUSY', `${concurrency} requests are being answered; try again in a moment`);
    inHand++;
    let isDone = false;
    const done = () => {
      if (!isDone) inHand--;
      isDone = true;
    };
    reply.raw.once('finish', done).once('close', done);
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
