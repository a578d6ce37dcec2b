import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { startServer } from '../../src/server/index.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import { goldGraph } from '../support/graph.ts';
import { type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const CLIENTS = 40;
const neo4j = await neo4jForTests();

/** Serves the store to many clients, lets it go away and come back, and tells what they were answered. */
async function serveThrough(store: WatchedStore, away: () => Promise<void>) {
  await store.prepare();
  const empty = { nodes: [], relationships: [] };
  await store.apply(diffSnapshots(await store.read().catch(() => empty), goldGraph()));
  const server = await startServer({ store, port: 0, limits: { rate: 1e9 } });
  const ask = async (path: string, body?: object) => {
    const sent = body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    };
    const reply = await fetch(`${server.address}${path}`, sent);
    return { status: reply.status, text: await reply.text() };
  };
  const statement = 'MATCH (c:Company) RETURN c.name LIMIT 10';
  const asks = [
    () => ask('/api/v1/health'),
    () => ask(`/api/v1/search?q=${encodeURIComponent('江西')}`),
    () => ask('/health/ready'),
    () => ask('/api/v1/query', { statement }),
    () => ask('/api/v1/export?format=gexf'),
  ];
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async (_, i) => {
    for (let turn = i; !isOver; turn++) {
      const { status, text } = await (asks[turn % asks.length] as (typeof asks)[number])();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (![200, 503].includes(status)) faults.push(`${status} ${text.slice(0, 200)}`);
      await sleep(status === 503 ? 300 : 20);
    }
  });
  try {
    await sleep(3000);
    await away();
    await expect
      .poll(async () => (await ask('/api/v1/query', { statement })).status, { timeout: 120_000 })
      .toBe(200);
    await expect.poll(async () => (await ask('/health/ready')).status, { timeout: 120_000 }).toBe(200);
  } finally {
    isOver = true;
    await Promise.all(clients);
    await server.close();
  }
  const kept = await store.read();
  console.log(`${store.kind}: ${JSON.stringify(Object.fromEntries(statuses))}`);
  return { statuses, faults, kept };
}

describe('a store that goes away under load', () => {
  it.runIf(neo4j !== undefined)('comes back: Neo4j is killed and started again', async () => {
    const { url, user, password, kill, start } = neo4j as Neo4jServer;
    const store = await openStore(url, { user, password });
    try {
      const { statuses, faults, kept } = await serveThrough(store, async () => {
        await kill();
        // Longer than the graph in memory is taken for new.
        await sleep(15_000);
        await start();
      });
      expect(faults).toEqual([]);
      expect(statuses.get(200)).toBeGreaterThan(0);
      expect(statuses.get(503)).toBeGreaterThan(0);
      expect(kept.nodes).toHaveLength(goldGraph().nodes.length);
    } finally {
      await store.close();
    }
  });

  it.runIf(process.platform === 'linux')(
    'comes back: the processes that read the embedded store are killed',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'yuantu-away-'));
      const store = await openStore(`grafeo:${join(folder, 'graph.grafeo')}`, { user: 'neo4j' });
      try {
        let killed = 0;
        const { statuses, faults, kept } = await serveThrough(store, async () => {
          for (let turn = 0; turn < 5; turn++) {
            const own = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args=', '-ww'], {
              encoding: 'utf8',
            });
            for (const line of own
              .split('\n')
              .filter((one) => one.includes('sandbox') && one.includes('process'))) {
              process.kill(Number.parseInt(line, 10), 'SIGKILL');
              killed++;
            }
            await sleep(2000);
          }
        });
        expect(killed).toBeGreaterThan(0);
        expect(faults).toEqual([]);
        expect(statuses.get(200)).toBeGreaterThan(0);
        expect(kept.nodes).toHaveLength(goldGraph().nodes.length);
      } finally {
        await store.close();
        rmSync(folder, { recursive: true });
      }
    },
  );
});
