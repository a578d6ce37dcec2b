import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { exportAdminFiles } from '../../src/exchange/write.ts';
import { legal } from '../../src/exchange/xml/write.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import type { PropertyValue, Snapshot } from '../../src/model/snapshot.ts';
import { Neo4jStore } from '../../src/store/neo4j/index.ts';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { run } from '../support/java.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests, startNeo4j } from '../support/neo4j.ts';
import { installNeo4j } from '../support/neo4j-install.mjs';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { toBytes } from '../support/readers.ts';

const server = await neo4jForTests();

async function read({ url, user, password }: Neo4jServer): Promise<Snapshot> {
  const store = await Neo4jStore.open(url, { user, password });
  try {
    return await store.read();
  } finally {
    await store.close();
  }
}

async function runScript({ url, user, password }: Neo4jServer, script: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    for (const statement of script.split(/;\n/u))
      if (statement.trim() !== '') await driver.executeQuery(statement, {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
}

/** Properties as each format holds them: only values of one kind, and texts without what has no place in them. */
function expected(snapshot: Snapshot, text: (value: string) => string): Snapshot {
  const values = (properties: Snapshot['nodes'][number]['properties']) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, value]): [string, PropertyValue] => [
        name,
        typeof value === 'string' ? text(value) : typeof value === 'object' ? value.map(text) : value,
      ]),
    );
  const sorted = <T extends { id: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    nodes: sorted(snapshot.nodes.map((node) => ({ ...node, properties: values(node.properties) }))),
    relationships: sorted(
      snapshot.relationships.map((one) => ({ ...one, properties: values(one.properties) })),
    ),
  };
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
    const lib = installNeo4j();
    let given: string[] = [];
    for (const { name, content } of exportAdminFiles(graph)) {
      writeFileSync(join(folder, name), [...content].join(''));
      if (name === 'README.txt') given = [...content].join('').match(/--\S+/gu) ?? [];
    }
    const imported = await startNeo4j(lib, (home) => {
      const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
      run(
        'java',
        ['-cp', join(lib, '*'), 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', ...given],
        { cwd: folder, env: environment },
      );
    });
    try {
      // A column has one type: sums of facts are text, for states are. An empty list is an empty cell, which is no property at all.
      const isFull = (name: string, value: unknown) =>
        name === 'value' ? String(value) : Array.isArray(value) && value.length === 0 ? undefined : value;
      // Lists are in one cell, so the semicolon is a space; so are line ends.
      const told = (text: string) => legal(text).replace(/[\r\n]+/gu, ' ');
      const { nodes, relationships } = await read(imported);
      const wanted = expected(graph, told);
      const plain = (value: unknown) =>
        JSON.parse(JSON.stringify(value, isFull).replaceAll(';', ' ')) as unknown;
      expect(plain(nodes)).toEqual(plain(wanted.nodes));
      expect(plain(relationships)).toEqual(plain(wanted.relationships));
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
