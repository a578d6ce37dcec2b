import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Source } from '../../answer/source.ts';
import { YuantuError } from '../../model/errors.ts';

/**
 * Signs of life, for whoever runs the server; they need no token and tell nothing else. `/health/live`: the process answers.
 * `/health/ready`: the store does too, and the server is not stopping.
 */
export function healthRoutes(app: FastifyInstance, source: Source, isStopping: () => boolean): void {
  const anyone = { config: { role: 'anyone' } } as const;
  app.get('/health/live', anyone, async () => ({ status: 'ok' }));
  app.get('/health/ready', anyone, async () => {
    if (isStopping()) throw new YuantuError('BUSY', 'the server is stopping');
    await source.version();
    return { status: 'ok' };
  });
}

/** The id under which a request is logged and answered: the caller's, where it gave a plain one. */
export function requestId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/u.test(given) ? given : randomUUID();
}
