import type { FastifyInstance } from 'fastify';

/** Milliseconds that answers in hand are waited for. */
const GRACE = 10_000;

/**
 * Lets `close` wait until what was accepted is answered, ten seconds at most; then every connection is cut. Requests that come
 * while it waits are told to come again. Streams without an end (`/events`) are not waited for.
 *
 * @returns whether the server is stopping.
 */
export function finishFirst(app: FastifyInstance): { readonly isStopping: () => boolean } {
  let stopping = false;
  let inHand = 0;
  let settle = () => {};
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.lasting === true) return;
    inHand++;
    let isDone = false;
    const done = () => {
      if (!isDone && --inHand === 0) settle();
      isDone = true;
    };
    reply.raw.once('finish', done).once('close', done);
  });
  app.addHook('preClose', async () => {
    stopping = true;
    if (inHand === 0) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, GRACE);
      settle = () => {
        clearTimeout(limit);
        resolve();
      };
    });
  });
  return { isStopping: () => stopping };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether an answer has no end of its own. */
    readonly lasting?: boolean;
  }
}
