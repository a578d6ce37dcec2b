import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { GraphEvent } from '../../contract/changes.ts';
import { YuantuError } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import { serve } from '../route.ts';

/** Who may listen at a time, and milliseconds between signs of life, which proxies want to see. */
const MOST_LISTENERS = 100;
const HEARTBEAT = 15_000;

/** What is told: `graph` after every write, `progress` while articles are read. */
interface Told {
  readonly graph: GraphEvent;
  readonly progress: Progress;
}

/** Whom to tell, and how one comes to listen. */
export interface Events {
  publish<N extends keyof Told>(name: N, data: Told[N]): void;
  /** @throws {YuantuError} BUSY when too many listen already. */
  add(listener: ServerResponse): void;
  close(): void;
}

/** A listener that does not read what it is sent is let go. */
export function openEvents(): Events {
  const listeners = new Set<ServerResponse>();
  const send = (text: string): void => {
    for (const listener of listeners)
      if (!listener.write(text) && listener.writableLength > 1 << 20) listener.destroy();
  };
  const beat = setInterval(() => send(': here\n\n'), HEARTBEAT);
  beat.unref();
  return {
    publish: (name, data) => send(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    add(listener) {
      if (listeners.size >= MOST_LISTENERS)
        throw new YuantuError('BUSY', `${MOST_LISTENERS} listen already; try again later`);
      listeners.add(listener);
      listener.once('close', () => listeners.delete(listener));
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

/** `GET /events`: server-sent events (HTML standard, section 9.2). */
export function eventRoutes(api: FastifyInstance, events: Events): void {
  api.addHook('preClose', async () => events.close());
  serve(api, 'GET /events', (_request, reply) => {
    events.add(reply.raw);
    const { raw } = reply.hijack();
    const headers = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
    raw.writeHead(200, {
      ...Object.fromEntries(headers),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 3000\n\n');
    return reply;
  });
}
