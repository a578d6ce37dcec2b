import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/collect/build.ts';
import { sortSnapshot } from '../../src/graph/build/records.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { buildApp } from '../../src/server/app.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import type { Askable } from '../../src/store/store.ts';
import { NEWS } from '../ledger/news.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';
import { seeds } from '../support/view.ts';

const server = await neo4jForTests();
const EMPTY: Snapshot = { nodes: [], relationships: [] };
const DAYS = ['1999', '2021', '2022-05', '2022-12-01', '2023-06', '2024-05-28', '2024-06', '2030'];

/** The graph that a chain of articles over four years comes to. */
async function chain(): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-as-of-'));
  const store = await openStore(`grafeo:${join(folder, 'graph')}`);
  try {
    const lines = NEWS.map(([id, published, outlet, text]) =>
      JSON.stringify({ id, published, outlet, text }),
    );
    writeFileSync(join(folder, 'news.jsonl'), lines.join('\n'));
    await build({ store, seeds, paths: [join(folder, 'news.jsonl')], source: 'news' });
    return await store.read();
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.runIf(server !== undefined).each([
  ['the samples', async () => sortSnapshot(goldGraph())],
  ['a chain of articles', chain],
])('a server over Neo4j with %s, asked from a day', (_, read) => {
  const given = server as Neo4jServer;
  let graph: Snapshot;
  let neo4j: WatchedStore & Askable;
  let asked: FastifyInstance;
  let held: FastifyInstance;
  beforeAll(async () => {
    graph = await read();
    await emptyNeo4j(given);
    neo4j = (await openStore(given.url, given)) as WatchedStore & Askable;
    await neo4j.prepare();
    await neo4j.apply(diffSnapshots(EMPTY, graph));
    neo4j.read = () => Promise.reject(new Error('the whole graph is read'));
    asked = buildApp({ store: neo4j, limits: { rate: 1e9 } });
    held = buildApp({ store: memoryStore(graph), limits: { rate: 1e9 } });
  }, 900_000);
  afterAll(async () => {
    await asked?.close();
    await held?.close();
    await neo4j?.close();
  });

  const ask = async (app: FastifyInstance, url: string) => {
    const { statusCode, body } = await app.inject({ url: `/api/v1${url}` });
    return { statusCode, body: body.replace(/"version":"[^"]*"/u, '"version":""') };
  };
  const compare = async (urls: readonly string[]) => {
    for (const url of urls) {
      const other = await ask(held, url);
      expect(await ask(asked, url), url).toEqual(other);
      expect(other.statusCode, `${url} ${other.body}`).toBeLessThan(500);
    }
  };
  const entities = () => graph.nodes.filter(({ labels }) => labels.includes('Entity'));
  const relations = () =>
    graph.relationships.filter(({ type }) => !['MENTIONS', 'HAS_FACT', 'REPRINT_OF'].includes(type));
  const id = (one: { readonly id: string }) => encodeURIComponent(one.id);

  it.each(DAYS)('%s: says of the graph as a whole what the graph in memory says', (day) =>
    compare([
      `/graph?asOf=${day}`,
      `/ledger?asOf=${day}`,
      `/posts?asOf=${day}`,
      `/posts?asOf=${day}&on=2023-01-01`,
      ...['zone', 'place', 'industry', 'month', 'company'].map((by) => `/totals?by=${by}&asOf=${day}`),
    ]),
  );

  it('says of each thing what the graph in memory says', () =>
    compare(
      entities().flatMap((one, i) => {
        const asOf = `asOf=${DAYS[i % DAYS.length]}`;
        return [
          `/entities/${id(one)}?${asOf}`,
          `/entities/${id(one)}?asOf=2023-01`,
          ...(i % 3 === 0 ? [`/areas/${id(one)}?${asOf}`, `/ledger?in=${id(one)}&${asOf}`] : []),
          ...(i % 3 === 1 ? [`/profiles/${id(one)}?${asOf}`, `/posts?at=${id(one)}&${asOf}`] : []),
          ...(i % 3 === 2 ? [`/posts?person=${id(one)}&${asOf}`] : []),
        ];
      }),
    ));

  it('says of each relation what the graph in memory says', () =>
    compare(
      relations().flatMap((one, i) => [
        `/relations/${id(one)}?asOf=${DAYS[i % DAYS.length]}`,
        `/relations/${id(one)}?asOf=2023-01`,
      ]),
    ));

  it('draws an overview of a large graph as the graph in memory does, and does not read all of it', async () => {
    const { DRAWN } = await import('../../src/answer/graph.ts');
    const [whole, overview] = [DRAWN.whole, DRAWN.overview];
    const spied = vi.spyOn(neo4j, 'ask');
    Object.assign(DRAWN, { whole: 5, overview: 12 });
    try {
      await compare(DAYS.map((day) => `/graph?asOf=${day}`));
      await compare(['/graph']);
      const statements = spied.mock.calls.flatMap(([questions]) => questions.map((one) => one.statement));
      expect(statements).toContain('read/neo4j/heaviest');
      for (const all of ['nodes', 'entities', 'relations'])
        expect(statements).not.toContain(`read/neo4j/${all}`);
    } finally {
      Object.assign(DRAWN, { whole, overview });
      spied.mockRestore();
    }
  });
});
