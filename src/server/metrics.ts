import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Route {
  readonly byStatus: Map<number, number>;
  /** Requests that took no longer than each bucket's seconds. */
  readonly buckets: number[];
  seconds: number;
  count: number;
}

/**
 * `/metrics` in the text of Prometheus: requests by route and status with how long they took, what is in hand, memory, and
 * how long the event loop was held up. Routes are named by their patterns, so that no id, no search and no name shows.
 *
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function measure(app: FastifyInstance): void {
  const routes = new Map<string, Route>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let inHand = 0;
  app.addHook('onRequest', async (_request, reply) => {
    inHand++;
    let isDone = false;
    const done = () => {
      if (!isDone) inHand--;
      isDone = true;
    };
    reply.raw.once('finish', done).once('close', done);
  });
  app.addHook('onResponse', async (request, reply) => {
    const name = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}"`;
    const route: Route = routes.get(name) ?? {
      byStatus: new Map(),
      buckets: BUCKETS.map(() => 0),
      seconds: 0,
      count: 0,
    };
    routes.set(name, route);
    const seconds = reply.elapsedTime / 1000;
    route.byStatus.set(reply.statusCode, (route.byStatus.get(reply.statusCode) ?? 0) + 1);
    route.count++;
    route.seconds += seconds;
    BUCKETS.forEach((most, i) => {
      if (seconds <= most) route.buckets[i] = (route.buckets[i] ?? 0) + 1;
    });
  });
  app.addHook('onClose', async () => {
    delay.disable();
  });

  app.get('/metrics', async (_request, reply) => {
    const { rss, heapUsed } = process.memoryUsage();
    const single = {
      yuantu_requests_in_hand: inHand,
      process_resident_memory_bytes: rss,
      process_heap_bytes: heapUsed,
      process_uptime_seconds: process.uptime(),
      yuantu_event_loop_delay_p99_seconds: delay.percentile(99) / 1e9,
    };
    const lines = [
      '# TYPE yuantu_request_duration_seconds histogram',
      ...[...routes].flatMap(([name, route]) => durations(name, route)),
      '# TYPE yuantu_requests_total counter',
      ...[...routes].flatMap(([name, { byStatus }]) =>
        [...byStatus].map(([status, count]) => `yuantu_requests_total{${name},status="${status}"} ${count}`),
      ),
      ...Object.entries(single).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
    ];
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

function durations(name: string, { buckets, seconds, count }: Route): string[] {
  const metric = 'yuantu_request_duration_seconds';
  return [
    ...BUCKETS.map((most, i) => `${metric}_bucket{${name},le="${most}"} ${buckets[i]}`),
    `${metric}_bucket{${name},le="+Inf"} ${count}`,
    `${metric}_sum{${name}} ${seconds}`,
    `${metric}_count{${name}} ${count}`,
  ];
}
