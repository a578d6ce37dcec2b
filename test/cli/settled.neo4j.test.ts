import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAsLeft, keepRead, keepSettled } from '../../src/cli/settled.ts';
import { holdingOf, standInDatabase } from '../../src/collect/settled.ts';
import { resolveConfig } from '../../src/config/settings.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import { goldGraph } from '../support/graph.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();
const given = server as Neo4jServer;

const home = process.cwd();
let folder: string;
let ours: WatchedStore;
let others: WatchedStore;
beforeAll(async () => {
  if (server === undefined) return;
  // What is kept of a database lies in the folder that one works in.
  folder = mkdtempSync(join(tmpdir(), 'yuantu-settled-'));
  process.chdir(folder);
  await emptyNeo4j(given);
  [ours, others] = [await openStore(given.url, given), await openStore(given.url, given)];
  await ours.prepare();
  await ours.apply(diffSnapshots({ nodes: [], relationships: [] }, goldGraph()));
});
afterAll(async () => {
  await ours?.close();
  await others?.close();
  process.chdir(home);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

it.runIf(server !== undefined)(
  'a database is known to be as a build left it until anybody writes there, whatever it is',
  async () => {
    const config = resolveConfig({ store: given.url }, {}, {});
    const read = { digest: 'd', documents: 2, files: { read: 2, passedOver: [] } };
    const keep = async () => {
      const holds = await holdingOf(ours);
      await keepSettled(config, { by: 'x', holds, overruled: [] });
      await keepRead(config, read, await standInDatabase(ours, holds));
      return holds;
    };
    const find = () => findAsLeft(config, 'x', 'd', ({ holds }) => standInDatabase(ours, holds));
    const holds = await keep();
    expect(await find()).toMatchObject({ holds, from: read });
    // Reading changes nothing.
    await others.read();
    expect(await find()).toMatchObject({ from: read });

    const writes = [
      "MATCH (n:Article) WITH n ORDER BY n.id LIMIT 1 SET n.title = '别的题'",
      'MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 1 SET n.confidence = 0.5',
      "MATCH (n:Article) WITH n ORDER BY n.id LIMIT 1 SET n.hash = 'other'",
    ];
    for (const statement of writes) {
      await others.query(statement, {}, { write: true });
      expect(await find(), statement).toBeUndefined();
      // What holds otherwise than is said has no stand to be kept.
      expect(await standInDatabase(ours, holds)).toBeUndefined();
      await keep();
      expect(await find()).toMatchObject({ from: read });
    }
  },
);
