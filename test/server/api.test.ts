import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { validate } from '@readme/openapi-parser';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import type { Review } from '../../src/collect/review.ts';
import { CONTRACT, type RouteName } from '../../src/contract/index.ts';
import { Problem } from '../../src/contract/problem.ts';
import { YuantuError } from '../../src/model/errors.ts';
import { buildApp } from '../../src/server/app.ts';
import { startServer } from '../../src/server/index.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';

/** A promise that is kept from outside: Promise.withResolvers is not in Node 20. */
function defer<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((kept) => {
    resolve = kept;
  });
  return { promise, resolve };
}

const graph = goldGraph();
const HOST = { host: '127.0.0.1:7676' };
const unused = async (): Promise<never> => Promise.reject(new Error('not asked here'));
const review = {
  doubts: unused,
  record: unused,
  history: () => ({ lines: [] }),
} as unknown as Review;
const app = buildApp({ store: memoryStore(graph), version: '1.2.3', add: unused, review });
const get = (path: string, headers = {}) =>
  app.inject({ url: `/api/v1/${path}`, headers: { ...HOST, ...headers } });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('the OpenAPI document', () => {
  it('describes every route under /api/v1', async () => {
    const { openapi, paths, info } = (await get('openapi.json')).json() as {
      openapi: string;
      info: { version: string };
      paths: Record<string, Record<string, Operation>>;
    };
    expect([openapi, info.version]).toEqual(['3.1.0', '1.2.3']);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const offered = Object.keys(CONTRACT).map((name) => {
      const [method, path = ''] = name.split(' ');
      return `${method} /api/v1${path.replace(/:(\w+)/gu, '{$1}')}`;
    });
    expect(described.sort()).toEqual(offered.sort());
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, methods] of Object.entries(paths))
      for (const { summary, parameters = [], responses } of Object.values(methods)) {
        expect(summary).not.toBe('');
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', 'default']));
        const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
      }
  });

  it('is valid, as a validator that is not ours says, and every reference in it leads somewhere', async () => {
    const document = (await get('openapi.json')).json();
    const said = await validate(structuredClone(document));
    expect(said).toMatchObject({ valid: true, warnings: [] });
  });

  it('has a page to try it that fetches nothing from elsewhere and has no inline script', async () => {
    const { body, headers } = await get('docs');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).not.toMatch(/https?:\/\/|<script>|onclick/u);
    expect((await get('docs.js')).body).not.toMatch(/innerHTML|https?:\/\//u);
  });

  const node = graph.nodes.find(({ labels }) => labels.includes('Company'))?.id;
  const article = encodeURIComponent(graph.nodes.find(({ labels }) => labels.includes('Article'))?.id ?? '');
  const relation = graph.relationships.find(({ type }) => type === 'LOCATED_IN')?.id;
  const area = graph.nodes.find(({ labels }) => labels.includes('Zone'))?.id;
  it.each<[RouteName, string]>([
    ['GET /health', 'health'],
    ['GET /rights', 'rights'],
    ['GET /graph', 'graph'],
    ['GET /entities/:id', `entities/${node}`],
    ['GET /relations/:id', `relations/${relation}`],
    ['GET /articles/:id', `articles/${article}`],
    ['GET /areas/:id', `areas/${area}`],
    ['GET /citations/:id', `citations/${relation}`],
    ['GET /citations/:id', `citations/${article}?span=0-10`],
    ['GET /coverage', 'coverage'],
    ['GET /doubtful', 'doubtful?limit=3'],
    ['GET /digest', 'digest?since=2020'],
    [
      'GET /digest',
      'digest?about=%E8%B5%A3%E6%B1%9F%E6%96%B0%E5%8C%BA&about=%E5%AE%9C%E6%98%A5%E7%BB%8F%E5%BC%80%E5%8C%BA',
    ],
    ['GET /search', 'search?q=a'],
    ['GET /search', 'search?q=%E6%B1%9F%E8%A5%BF'],
    ['GET /entities', 'entities'],
    ['GET /relations', 'relations?type=LOCATED_IN'],
    ['GET /articles', 'articles'],
    ['GET /examples', 'examples'],
    ['GET /saved', 'saved'],
  ])('tells the whole truth of %s', async (name, path) => {
    const said = (await get(path)).json();
    expect((CONTRACT[name].answer as ZodType).parse(said)).toEqual(said);
  });

  it.each(['nothing', 'search'])('tells the truth of what goes wrong with %s', async (path) => {
    const said = (await get(path)).json();
    expect(Problem.parse(said)).toEqual(said);
  });
});

describe('lists', () => {
  it('go page by page through everything once', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { items, next, total } = (await get(`entities?limit=7${after}`)).json();
      seen.push(...items.map(({ id }: { id: string }) => id));
      expect(total).toBe(graph.nodes.filter(({ labels }) => labels.includes('Entity')).length);
      if (next === undefined) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(seen).toEqual(graph.nodes.filter(({ labels }) => labels.includes('Entity')).map(({ id }) => id));
  });

  it('end where nothing is left', async () => {
    expect((await get('entities?after=~~~~')).json()).toMatchObject({ items: [] });
    expect((await get('entities?limit=0')).json()).toMatchObject({ code: 'INPUT' });
  });
});

describe('an answer', () => {
  it('has a tag, and is not sent again to who has it', async () => {
    const first = await get('graph');
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"/u);
    const second = await get('graph', { 'if-none-match': `"other", ${etag}` });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    expect((await get('nothing')).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('is packed when it is large and asked for', async () => {
    const packed = await get('graph', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan((await get('graph')).rawPayload.length / 2);
  });

  it('has the id of its request', async () => {
    expect((await get('health', { 'x-request-id': 'mine-1' })).headers['x-request-id']).toBe('mine-1');
    expect((await get('health', { 'x-request-id': 'a b\n' })).headers['x-request-id']).toMatch(
      /^[0-9a-f-]{36}$/u,
    );
  });
});

describe('an export over HTTP', () => {
  const post = (payload: object) =>
    app.inject({ method: 'POST', url: '/api/v1/export', headers: HOST, payload });

  it('is of a selection', async () => {
    const [relation] = graph.relationships.filter(({ type }) => type === 'LOCATED_IN');
    const { nodes, edges } = (await post({ format: 'json', ids: [relation?.id] })).json();
    expect(edges.map(({ key }: { key: string }) => key)).toEqual([relation?.id]);
    expect(nodes).toHaveLength(2);
  });

  it('is of what a statement returns', async () => {
    const node = graph.nodes.find(({ labels }) => labels.includes('Zone'));
    const answer = { columns: ['n'], rows: [[{ ...node } as never]], truncated: false };
    const reply = await buildApp({ store: memoryStore(graph, answer) }).inject({
      method: 'POST',
      url: '/api/v1/export',
      headers: HOST,
      payload: { format: 'json', statement: 'MATCH (n:Zone) RETURN n LIMIT 1' },
    });
    expect(reply.json()).toMatchObject({
      nodes: [{ id: node?.id }],
      graph: { description: expect.stringContaining('MATCH (n:Zone)') },
    });
  });

  it('refuses both, and what it does not know', async () => {
    expect((await post({ format: 'json', ids: [], statement: 'RETURN 1' })).json()).toMatchObject({
      code: 'INPUT',
    });
    expect((await post({ format: 'doc' })).json()).toMatchObject({ code: 'INPUT' });
  });
});

describe('limits', () => {
  it('answer 429 and when to come again', async () => {
    const small = buildApp({ store: memoryStore(graph), limits: { rate: 3 } });
    const ask = () => small.inject({ url: '/api/v1/health', headers: HOST });
    for (let i = 0; i < 3; i++) expect((await ask()).statusCode).toBe(200);
    const refused = await ask();
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([
      429,
      '1',
      'RATE',
    ]);
    expect((await small.inject({ url: '/health/live', headers: HOST })).statusCode).toBe(200);
  });

  it('answer 503 when too much is in hand, and go on afterwards', async () => {
    const asked = defer<void>();
    const found = defer<typeof graph>();
    const read = () => {
      asked.resolve();
      return found.promise;
    };
    const small = buildApp({ store: { ...memoryStore(graph), read }, limits: { concurrency: 1 } });
    const ask = () => small.inject({ url: '/api/v1/health', headers: HOST });
    const first = ask();
    await asked.promise;
    expect((await ask()).json()).toMatchObject({ status: 503, code: 'BUSY' });
    found.resolve(graph);
    expect((await first).statusCode).toBe(200);
    expect((await ask()).statusCode).toBe(200);
  });

  it('refuse bodies that are too deep, too large or no JSON', async () => {
    const ask = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/query',
        headers: { ...HOST, 'content-type': 'application/json' },
        payload,
      });
    const deep = `{"statement":"RETURN 1","parameters":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
    expect((await ask(deep)).json()).toMatchObject({ code: 'LIMIT' });
    expect((await ask(`"${'a'.repeat(2 ** 21)}"`)).json()).toMatchObject({ status: 413, code: 'LIMIT' });
    expect((await ask('{"statement":')).json()).toMatchObject({ code: 'INPUT' });
    expect((await ask('{"__proto__":{"a":1}}')).json()).toMatchObject({ code: 'INPUT' });
  });
});

describe('a running server', () => {
  it('measures itself without names or ids', async () => {
    await get('entities/nobody');
    const { body } = await app.inject({ url: '/metrics', headers: HOST });
    expect(body).toContain('yuantu_requests_total{method="GET",route="/api/v1/entities/:id",status="404"}');
    expect(body).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(body).not.toContain('nobody');
  });

  it('tells listeners of a build and of a change, and lets them go when it stops', async () => {
    const store = memoryStore(graph);
    const server = await startServer({ store, port: 0 });
    const asked = request(`${server.address}/api/v1/events`).end();
    const [answer] = await once(asked, 'response');
    answer.setEncoding('utf8');
    expect(answer.headers['content-type']).toContain('text/event-stream');
    expect(answer.headers['content-security-policy']).toContain('default-src');
    let text = '';
    answer.on('data', (piece: string) => {
      text += piece;
      if (text.includes('event: graph')) answer.emit('told');
    });
    const told = once(answer, 'told');
    server.progress({ step: 'extract', done: 1, total: 2 });
    await store.query('CREATE ()', {}, { write: true });
    await told;
    expect(text).toContain('event: progress\ndata: {"step":"extract","done":1,"total":2}\n\n');
    await Promise.all([once(answer, 'end'), server.close()]);
  });

  it('answers what it accepted before it stops', async () => {
    const asked = defer<void>();
    const found = defer<typeof graph>();
    const read = () => {
      asked.resolve();
      return found.promise;
    };
    const server = await startServer({ store: { ...memoryStore(graph), read }, port: 0 });
    const answer = fetch(`${server.address}/api/v1/health`);
    await asked.promise;
    const closed = server.close();
    await sleep(50);
    found.resolve(graph);
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(`${server.address}/api/v1/health`)).rejects.toThrow();
  });

  it('says when it is not ready, and is again when the store is back', async () => {
    let isThere = false;
    const read = async () => {
      if (!isThere) throw new YuantuError('STORE', 'gone');
      return graph;
    };
    const waiting = buildApp({ store: { ...memoryStore(graph), read } });
    const ask = async (url: string) => (await waiting.inject({ url, headers: HOST })).statusCode;
    expect([await ask('/health/live'), await ask('/health/ready')]).toEqual([200, 503]);
    isThere = true;
    expect([await ask('/health/ready'), await ask('/api/v1/health')]).toEqual([200, 200]);
  });
});
