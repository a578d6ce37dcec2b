import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArticleAnswer, EntityAnswer, RelationAnswer } from '../../src/contract/entity.ts';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { LedgerAnswer, PostsAnswer, TotalsAnswer } from '../../src/contract/ledger.ts';
import type { SearchAnswer } from '../../src/contract/list.ts';
import { YuantuError } from '../../src/model/errors.ts';
import { buildApp } from '../../src/server/app.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';

const graph = goldGraph();
const HOST = { host: '127.0.0.1:7676' };

function open(store: WatchedStore = memoryStore(graph)) {
  const app = buildApp({ store });
  const get = async <T>(path: string, headers: Record<string, string> = HOST) => {
    const answer = await app.inject({ url: `/api/v1/${path}`, headers });
    return { answer, body: answer.json() as T };
  };
  return { app, get };
}

async function find(question: string) {
  const { get } = open();
  const { body } = await get<SearchAnswer>(`search?q=${encodeURIComponent(question)}`);
  return body;
}

async function idOf(name: string): Promise<string> {
  const hit = (await find(name)).hits.find((found) => found.name === name);
  return hit?.id ?? '';
}

describe('the graph', () => {
  it('gives every entity a place and every relation two ends', async () => {
    const { body } = await open().get<GraphAnswer>('graph');
    const entities = graph.nodes.filter(({ labels }) => labels.includes('Entity'));
    expect(body.counts).toMatchObject({ entities: entities.length, articles: 5 });
    expect(body.nodes.id).toEqual(entities.map(({ id }) => id));
    expect(body.nodes.x.every(Number.isFinite) && body.nodes.y.every(Number.isFinite)).toBe(true);
    expect([...body.edges.from, ...body.edges.to].every((at) => at >= 0 && at < entities.length)).toBe(true);
  });

  it('answers for an empty store', async () => {
    const { body } = await open(memoryStore({ nodes: [], relationships: [] })).get<GraphAnswer>('graph');
    expect(body.counts).toEqual({ entities: 0, relations: 0, articles: 0 });
  });

  it('puts nodes without a position on places of their own', async () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({
      id,
      labels: ['Company', 'Entity'],
      properties: { name: id, type: 'Company' },
    }));
    const { body } = await open(memoryStore({ nodes, relationships: [] })).get<GraphAnswer>('graph');
    expect(new Set(body.nodes.x.map((x, at) => `${x} ${body.nodes.y[at]}`)).size).toBe(3);
  });
});

describe('an entity', () => {
  it('comes with attributes, relations and its mentions in context', async () => {
    const id = await idOf('江西国轩年产30GWh锂电池及PACK生产基地扩建项目');
    const { body } = await open().get<EntityAnswer>(`entities/${id}`);
    expect(body.properties).toMatchObject({ investment: 5150000000, status: 'construction' });
    expect(body.aliases).toContain('江西国轩二期项目');
    expect(body.relations.map(({ type, direction, other }) => [type, direction, other.name])).toEqual([
      ['LOCATED_IN', 'out', '宜春经开区'],
      ['INVESTS_IN', 'in', '江西国轩'],
      ['HOLDS_POST', 'in', '李定明'],
    ]);
    expect(body.facts.map(({ name }) => name).sort()).toEqual(['investment', 'status']);
    const [mentions] = body.mentions;
    for (const { text, start, names } of mentions?.passages ?? [])
      for (const name of names) expect(text.slice(name.start - start, name.end - start)).toMatch(/江西国轩/);
  });

  it('is not found under an unknown id', async () => {
    const { answer, body } = await open().get('entities/nobody');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('a relation', () => {
  it('shows each sentence with both ends and the quote, as slices of the article', async () => {
    const { get } = open();
    const id = await idOf('宜春力元能源科技有限公司');
    const { body: entity } = await get<EntityAnswer>(`entities/${id}`);
    const post = entity.relations.find(({ type }) => type === 'HOLDS_POST');
    const { body } = await get<RelationAnswer>(`relations/${post?.id}`);
    expect(body).toMatchObject({
      type: 'HOLDS_POST',
      title: '总经理',
      to: { name: '宜春力元能源科技有限公司' },
    });
    const [evidence] = body.evidence;
    const article = `articles/001_cf944e98f564bfe5.txt`;
    const text = readFileSync(
      new URL('../../seeds/articles/001_cf944e98f564bfe5.txt', import.meta.url),
      'utf8',
    );
    expect(evidence?.article?.id).toBe(article);
    expect(text.slice(evidence?.span?.start, evidence?.span?.end)).toBe(evidence?.quote);
    const { start = 0, text: sentence = '', names = [] } = evidence?.passage ?? {};
    expect(text.slice(start, start + sentence.length)).toBe(sentence);
    expect(names.map(({ entity: { name } }) => name)).toEqual(
      expect.arrayContaining([body.from.name, body.to.name]),
    );
  });

  it('of a public list shows the row instead of a sentence', async () => {
    const place = (id: string) => ({
      id,
      labels: ['Entity', 'Place'],
      properties: { name: id, type: 'Place' },
    });
    const link = {
      id: 'link',
      type: 'LOCATED_IN',
      from: '宜春',
      to: '江西',
      properties: { quotes: ['seeds/divisions.csv:12'], origin: 'seed', count: 1 },
    };
    const store = memoryStore({ nodes: [place('宜春'), place('江西')], relationships: [link] });
    const { body } = await open(store).get<RelationAnswer>('relations/link');
    expect(body.evidence).toEqual([{ quote: 'seeds/divisions.csv:12', rule: '' }]);
  });
});

describe('an article', () => {
  it('is found by an id with slashes and a hash, with its names in text order', async () => {
    const { body } = await open().get<ArticleAnswer>(
      `articles/${encodeURIComponent('articles/001_cf944e98f564bfe5.txt')}`,
    );
    const starts = body.names.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const missing = await open().get(`articles/${encodeURIComponent('articles/003.txt#2')}`);
    expect(missing.body).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringContaining('003.txt#2') });
  });
});

describe('the search', () => {
  it.each([
    ['宜春经开区', '宜春经开区', 'name'],
    ['科力远', '科力远集团', 'alias'],
    ['国轩', '江西国轩', 'name'],
    ['宜春經開區', '宜春经开区', 'name'],
    ['ganjiangxinqu', '赣江新区', 'pinyin'],
    ['gjxq', '赣江新区', 'pinyin'],
    ['國軒　PACK', '江西国轩年产30GWh锂电池及PACK生产基地扩建项目', 'name'],
    ['奋勇争先', '奋勇争先踏浪行——宜春经开区以落实之效、项目之进夯实发展之基', 'title'],
  ])('%s finds %s by %s', async (question, name, by) => {
    expect((await find(question)).hits[0]).toMatchObject({ name, by });
  });

  it('counts what it leaves out, and says type, place and relations', async () => {
    const { get } = open();
    const { body } = await get<SearchAnswer>(`search?q=${encodeURIComponent('江西')}&limit=2`);
    expect(body.hits).toHaveLength(2);
    expect(body.total).toBeGreaterThan(2);
    const company = (await find('江西国轩')).hits[0];
    expect(company).toMatchObject({ type: 'Company', place: '宜春经开区', count: expect.any(Number) });
  });

  it('answers nothing to an empty question and refuses a wrong limit', async () => {
    expect(await find('  ')).toEqual({ hits: [], total: 0 });
    const { body } = await open().get('search?q=a&limit=0');
    expect(body).toMatchObject({ status: 400, code: 'INPUT', detail: expect.stringContaining('limit') });
  });
});

describe('a query', () => {
  const post = (store: WatchedStore, payload: unknown) =>
    buildApp({ store }).inject({
      method: 'POST',
      url: '/api/v1/query',
      headers: HOST,
      payload: payload as object,
    });

  it('gives the rows of the store, read-only and with a limit', async () => {
    const seen: unknown[] = [];
    const answer = { columns: ['n'], rows: [[1]], truncated: true };
    const store: WatchedStore = {
      ...memoryStore(graph),
      query: async (...args) => {
        seen.push(args);
        return answer;
      },
    };
    const reply = await post(store, { statement: 'RETURN $n', parameters: { n: 1 }, limit: 5 });
    expect(reply.json()).toEqual(answer);
    await buildApp({ store }).inject({
      method: 'POST',
      url: '/api/v1/query',
      headers: { ...HOST, 'content-type': 'application/json' },
      payload: '{"statement":"RETURN $n","parameters":{"n":7312345678901234561},"limit":5}',
    });
    // The bounds of the bands are there for every question.
    const bands = { certain: expect.any(Number), likely: expect.any(Number) };
    const options = { limit: 5, timeout: 30_000, signal: expect.any(AbortSignal) };
    expect(seen).toEqual([
      ['RETURN $n', { ...bands, n: 1 }, options],
      ['RETURN $n', { ...bands, n: '7312345678901234561' }, options],
    ]);
  });

  it.each([
    ['QUERY', 400],
    ['FORBIDDEN', 403],
    ['STORE', 503],
    ['STORE_BUSY', 503],
  ] as const)('answers %s with status %i', async (code, status) => {
    const query = async () => {
      throw new YuantuError(code, 'why');
    };
    const reply = await post({ ...memoryStore(graph), query }, { statement: 'CREATE (n)' });
    expect(reply.json()).toMatchObject({ status, code, detail: 'why' });
  });

  it('hides what is not ours to tell', async () => {
    const query = async () => {
      throw new Error('password 1234');
    };
    const reply = await post({ ...memoryStore(graph), query }, { statement: 'RETURN 1' });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('1234');
  });

  it.each([[{}], [{ statement: 1 }], [{ statement: 'RETURN 1', write: true }], ['text']])(
    'refuses %j',
    async (payload) => {
      expect((await post(memoryStore(graph), payload)).statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('the export', () => {
  it('names the file and its media type', async () => {
    const { app } = open();
    const reply = await app.inject({ url: '/api/v1/export?format=gexf', headers: HOST });
    expect(reply.headers['content-type']).toContain('application/gexf+xml');
    expect(reply.headers['content-disposition']).toContain('yuantu.gexf');
    expect(reply.body).toContain('<gexf');
    const json = await app.inject({ url: '/api/v1/export?format=json', headers: HOST });
    expect((json.json() as { nodes: unknown[] }).nodes.length).toBeGreaterThan(100);
  });

  it('refuses an unknown format', async () => {
    const { body } = await open().get('export?format=doc');
    expect(body).toMatchObject({ status: 400, code: 'INPUT' });
  });
});

describe('protection', () => {
  it.each([
    ['evil.example', undefined, 403],
    ['127.0.0.1.evil.example:7676', undefined, 403],
    ['localhost:7676', undefined, 200],
    ['[::1]:7676', undefined, 200],
    ['127.0.0.1:7676', 'http://127.0.0.1:7676', 200],
    ['127.0.0.1:7676', 'http://127.0.0.1:8080', 403],
    ['127.0.0.1:7676', 'null', 403],
  ])('host %s and origin %s give %i', async (host, origin, status) => {
    const { answer } = await open().get('health', { host, ...(origin ? { origin } : {}) });
    expect(answer.statusCode).toBe(status);
  });

  it('allows no inline script and workers only from here', async () => {
    const { answer } = await open().get('health');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain('unsafe');
  });

  it('reads the store again after it failed once', async () => {
    let calls = 0;
    const read = async () => {
      calls++;
      if (calls === 1) throw new YuantuError('STORE', 'gone');
      return graph;
    };
    const { get } = open({ ...memoryStore(graph), read });
    expect((await get('health')).answer.statusCode).toBe(503);
    expect((await get('health')).answer.statusCode).toBe(200);
    expect((await get('graph')).answer.statusCode).toBe(200);
    expect(calls).toBe(2);
  });
});

describe('the ledger', () => {
  it('gives lives of projects, posts and totals, as of a day too', async () => {
    const { get } = open();
    const { body: ledger } = await get<LedgerAnswer>('ledger');
    expect(ledger.projects.length).toBeGreaterThan(0);
    const { body: before } = await get<LedgerAnswer>('ledger?asOf=1999');
    expect(before.projects).toEqual([]);
    const { body: totals } = await get<TotalsAnswer>('totals?by=zone');
    expect(totals.total).toMatchObject(ledger.total);
    const { body: posts } = await get<PostsAnswer>('posts');
    expect(posts.posts.every(({ quote }) => quote !== '')).toBe(true);
    const { body: early } = await get<PostsAnswer>('posts?asOf=1999');
    expect([posts.posts.length > 0, early.posts]).toEqual([true, []]);
    const { body: then } = await get<GraphAnswer>('graph?asOf=1999');
    expect(then.counts.articles).toBe(0);
  });

  it('refuses what is no day and no grouping', async () => {
    const { get } = open();
    expect((await get('ledger?asOf=yesterday')).answer.statusCode).toBe(400);
    expect((await get('posts?asOf=yesterday')).answer.statusCode).toBe(400);
    expect((await get('totals?by=colour')).answer.statusCode).toBe(400);
  });
});
