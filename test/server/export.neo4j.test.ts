import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseIn } from '../../src/answer/open.ts';
import { EXPORTERS, exportAdminFiles, exportChosen, exportSnapshot } from '../../src/exchange/write.ts';
import { sortSnapshot } from '../../src/graph/build/records.ts';
import { choose } from '../../src/graph/choose.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { FORMATS } from '../../src/model/format.ts';
import { buildApp } from '../../src/server/app.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();
const EMPTY = { nodes: [], relationships: [] };

const together = (pieces: Iterable<string | Uint8Array>) =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)));

describe.runIf(server !== undefined)('a graph over Neo4j as a file', () => {
  const given = server as Neo4jServer;
  const graph = sortSnapshot(goldGraph());
  let store: WatchedStore;
  beforeAll(async () => {
    await emptyNeo4j(given);
    store = await openStore(given.url, given);
    await store.prepare();
    await store.apply(diffSnapshots(EMPTY, graph));
    store.read = () => Promise.reject(new Error('the whole graph is read'));
  });
  afterAll(() => store?.close());

  const entities = graph.nodes.filter(({ labels }) => labels.includes('Entity'));
  const some = <T extends { readonly id: string }>(list: readonly T[], step: number) =>
    list.filter((_, i) => i % step === 0).map(({ id }) => id);
  const choices = {
    'entities and relations': {},
    everything: { all: true },
    'what is likely': { certainty: 'likely', all: true },
    'what is certain': { certainty: 'certain' },
    'no texts': { text: false, all: true },
    'some entities': { ids: some(entities, 5) },
    'some of all': { ids: some(graph.nodes, 7), all: true },
    'some relationships': { ids: some(graph.relationships, 40) },
    'nothing there': { ids: ['no such thing'] },
  } as const;

  it.each(Object.entries(choices))(
    '%s: every format has the bytes of the embedded store',
    async (_, choice) => {
      for (const format of FORMATS) {
        const exporter = EXPORTERS[format];
        const chosen = await chooseIn(store, choice, exporter.isTelling);
        const asked = together(exportChosen(chosen, exporter, choice));
        chosen.close();
        expect(asked.equals(together(exportSnapshot(graph, exporter, choice))), format).toBe(true);
      }
    },
  );

  it('has the same files for neo4j-admin', async () => {
    const files = (chosen: Parameters<typeof exportAdminFiles>[0]) =>
      Array.from(exportAdminFiles(chosen), ({ name, content }) => [name, [...content].join('')]);
    const chosen = await chooseIn(store, { all: true });
    expect(files(chosen)).toEqual(files(choose(graph, { all: true })));
    chosen.close();
  });

  it('is served as the graph in memory is', async () => {
    const apps = [store, memoryStore(graph)].map((one) => buildApp({ store: one, limits: { rate: 1e9 } }));
    const replies = await Promise.all(
      apps.map((app) => app.inject({ url: '/api/v1/export?format=graphml&all=true' })),
    );
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(replies[0]?.body).toBe(replies[1]?.body);
    for (const app of apps) await app.close();
  });
});
