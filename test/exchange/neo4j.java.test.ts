import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { exportAdminFiles } from '../../src/exchange/write.ts';
import { choose } from '../../src/graph/choose.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { Neo4jStore } from '../../src/store/neo4j/index.ts';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';
import { asImported, expected, importAdminFiles, readNeo4j as read, toCell } from '../support/neo4j-admin.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { toBytes } from '../support/readers.ts';

const server = await neo4jForTests();

async function runScript({ url, user, password }: Neo4jServer, script: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    for (const statement of script.split(/;\n/u))
      if (statement.trim() !== '') await driver.executeQuery(statement, {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
}

describe.runIf(server !== undefined)('Neo4j', () => {
  const open = server as Neo4jServer;

  it('holds what a Cypher script says, run once or twice', async () => {
    const graph = goldenSnapshot();
    const script = toBytes(graph, 'cypher', { all: true }).toString();
    await emptyNeo4j(open);
    await runScript(open, script);
    await runScript(open, script);
    const same = (text: string) => text;
    expect(await read(open)).toEqual(expected(graph, same));
  });

  it('holds any graph that a Cypher script says', async () => {
    const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '');
    for (const graph of fc.sample(randomSnapshot, { numRuns: 25, seed: 7676 })) {
      await emptyNeo4j(open);
      await runScript(open, toBytes(graph, 'cypher').toString());
      expect(await read(open)).toEqual(expected(graph, whole));
    }
  });

  it('imports the files of neo4j-admin', async () => {
    const graph = goldenSnapshot();
    const folder = mkdtempSync(join(tmpdir(), 'yuantu-admin-'));
    for (const { name, content } of exportAdminFiles(choose(graph, { all: true })))
      writeFileSync(join(folder, name), [...content].join(''));
    const imported = await importAdminFiles(folder);
    try {
      expect(asImported(await read(imported))).toEqual(asImported(expected(graph, toCell)));
      // A later build goes on from there, by the same ids, and puts right what the files could not say.
      const { url, user, password } = imported;
      const store = await Neo4jStore.open(url, { user, password });
      await store.prepare();
      const before = await store.read();
      expect(before.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
      await store.apply(diffSnapshots(before, graph));
      expect(await store.read()).toEqual(graph);
      await store.close();
    } finally {
      await imported.stop();
      rmSync(folder, { recursive: true });
    }
  }, 900_000);
});
