import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { conformanceGraph } from '../conformance/graph.ts';
import { type Comparison, compareStores } from './compare-stores.ts';
import { emptyNeo4j, neo4jForTests } from './neo4j.ts';
import { type Asked, RandomCypher } from './random-cypher.ts';

const AT_ONCE = 320;

/** Asks both stores so many random questions over the graph of the conformance suite; their seed is in YUANTU_SEED, or 1. */
export function describeComparison(name: string, count: number): void {
  const seed = Number(process.env.YUANTU_SEED ?? 1);
  describe(name, async () => {
    const server = await neo4jForTests();
    const folder = mkdtempSync(join(tmpdir(), 'yuantu-random-'));
    let embedded: Store;
    let driver: Driver;

    beforeAll(async () => {
      if (server === undefined) return;
      const { url, user, password } = server;
      await emptyNeo4j(server);
      driver = neo4j.driver(url, neo4j.auth.basic(user, password), { useBigInt: true });
      embedded = await openStore(`grafeo:${join(folder, 'graph')}`);
      const other = await openStore(url, { user, password });
      for (const store of [embedded, other]) {
        await store.prepare();
        await store.apply(diffSnapshots({ nodes: [], relationships: [] }, conformanceGraph));
      }
      await other.close();
    });
    afterAll(async () => {
      await embedded?.close();
      await driver?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.runIf(server !== undefined)('are answered alike, or refused, and most of them answered', async () => {
      const random = new RandomCypher(seed);
      const different: Comparison['different'][number][] = [];
      let [alike, refused] = [0, 0];
      for (let done = 0; done < count; done += AT_ONCE) {
        const questions = Array.from(
          { length: Math.min(AT_ONCE, count - done) },
          (_, i): Asked => (i % 5 === 4 ? random.pattern() : random.expression()),
        );
        const result = await compareStores(embedded, driver, questions);
        different.push(...result.different);
        alike += result.alike;
        refused += result.refused;
      }
      expect(different).toEqual([]);
      expect(alike).toBeGreaterThan(refused);
    });
  });
}
