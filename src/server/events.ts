import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { YuantuError } from '../model/errors.ts';

/** Tells those who listen what happens. */
export interface Events {
  /** `name` such as `graph`; `data` goes as JSON. */
  publish(name: string, data: unknown): void;
}

/** Who may listen at a time, and milliseconds between signs of life, which proxies want to see. */
const MOST_LISTENERS = 100;
const HEARTBEAT = 15_000;

/**
 * `GET /events`: server-sent events (HTML standard, section 9.2). A listener that does not read what it is sent is let go.
 */
export function addEvents(app: FastifyInstance): Events {
  const listeners = new Set<ServerResponse>();
  const send = (text: string): void => {
    for (const listener of listeners)
      if (!listener.write(text) && listener.writableLength > 1 << 20) listener.destroy();
  };
  const beat = setInterval(() => send(': here\n\n'), HEARTBEAT);
  beat.unref();
  app.addHook('preClose', async () => {
    clearInterval(beat);
    for (const listener of listeners) listener.end();
  });
  app.get('/events', { config: { lasting: true } }, async (_request, reply) => {
    if (listeners.size >= MOST_LISTENERS)
      throw new YuantuError('BUSY', `${MOST_LISTENERS} listen already; try again later`);
    const { raw } = reply.hijack();
    const headers = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
    raw.writeHead(200, {
      ...Object.fromEntries(headers),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 3000\n\n');
    listeners.add(raw);
    raw.once('close', () => listeners.delete(raw));
  });
  return {
    publish: (name, data) => send(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
  };
}
