import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openStore } from '../../src/store/index.ts';
import { Neo4jStore } from '../../src/store/neo4j/index.ts';
import { inTransactions, pack } from '../../src/store/neo4j/load.ts';
import { getStatement, listStatements } from '../../src/store/statements.ts';
import { generation, numberOf } from '../support/generation.mjs';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';
import { StoreChild } from '../support/store-child.ts';
import { smallSnapshot } from '../support/stored.ts';

const server = await neo4jForTests();
const EMPTY: Snapshot = { nodes: [], relationships: [] };
/** So that a change of some hundred records already goes in parts. */
const inParts = { limits: { rows: 100, lease: 2000 } };

interface PlanNode {
  readonly operatorType: string;
  readonly children: readonly PlanNode[];
}

describe.runIf(server !== undefined)('Neo4j', () => {
  const { url, user, password } = server ?? { url: '', user: '', password: '' };
  const settings = { user, password };
  const open = (more = {}) => Neo4jStore.open(url, { ...settings, ...more });
  let driver: Driver;
  const run = async (statement: string, parameters = {}) =>
    (await driver.executeQuery(statement, parameters, { database: 'neo4j' })).records.map((record) =>
      record.toObject(),
    );
  const ledger = () =>
    run('MATCH (n) WHERE n:YuantuLoad OR n:YuantuLoadPart RETURN labels(n) AS l, n.status AS status');

  beforeAll(() => {
    driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  });
  beforeEach(async () => {
    if (server !== undefined) await emptyNeo4j(server);
    const store = await open();
    await store.prepare();
    await store.close();
  });
  afterAll(() => driver.close());

  describe('plans', () => {
    const operators = (plan: PlanNode): string[] => [
      plan.operatorType.replace(/@.*/, ''),
      ...plan.children.flatMap(operators),
    ];
    const planOf = async (statement: string) => {
      const session = driver.session({ database: 'neo4j' });
      const { summary } = await session.run(`PROFILE ${statement}`, { rows: [], ids: [], token: '' });
      await session.close();
      return operators(summary.profile as PlanNode);
    };
    const deletions = [
      ...listStatements('write').filter((name) => name.includes('delete')),
      ...listStatements('write/neo4j'),
    ];

    it.each(listStatements('write').filter((name) => name.includes('merge')))(
      '%s seeks and holds nothing back',
      async (name) => {
        const plan = await planOf(getStatement(name));
        expect(plan.join()).toMatch(/UniqueIndexSeek/);
        expect(plan.filter((one) => one === 'Eager' || one.endsWith('Scan'))).toEqual([]);
      },
    );

    it.each(deletions)('%s seeks', async (name) => {
      const plan = await planOf(getStatement(name));
      expect(plan.join()).toMatch(/UniqueIndexSeek/);
      expect(plan.filter((one) => one.endsWith('Scan'))).toEqual([]);
    });

    it.each(deletions)(
      '%s seeks, and holds back only ids and one row, where it commits as it goes',
      async (name) => {
        const plan = await planOf(inTransactions(name));
        // Neo4j puts an Eager before every deletion: within, where there is one row, and for nodes after the list of ids as well.
        const outside = plan.slice(0, plan.indexOf('Unwind')).filter((one) => one !== 'Eager');
        expect(outside).toEqual(['ProduceResults', 'EmptyResult', 'TransactionForeach']);
        expect(plan.filter((one) => one.includes('UniqueIndexSeek')).length).toBe(2);
        expect(plan.filter((one) => one.endsWith('Scan'))).toEqual([]);
      },
    );

    it('are looked at for every statement that writes', () => {
      const all = ['write', 'write/neo4j'].flatMap((folder) => listStatements(folder));
      const merges = listStatements('write').filter((name) => name.includes('merge'));
      expect([...merges, ...deletions].sort()).toEqual([...all].sort());
    });
  });

  describe('a load in parts', () => {
    it('comes to the same, and leaves nothing behind', async () => {
      const store = await open(inParts);
      for (const number of [1, 2, 3]) {
        await store.apply(diffSnapshots(await store.read(), generation(number)));
        expect(await store.read()).toEqual(generation(number));
        expect(await ledger()).toEqual([]);
      }
      await store.apply(diffSnapshots(await store.read(), EMPTY));
      expect(await run('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 0 }]);
      await store.close();
    });

    it('killed at any moment is completed or has never been', async () => {
      let last = 0;
      for (let round = 0; round < 8; round++) {
        const child = new StoreChild(url, 'write', last + 1, { ...settings, ...inParts });
        await child.ready();
        await sleep(100 + ((round * 331) % 1500));
        await child.kill();
        const store = await open(inParts);
        const number = numberOf(await store.read());
        expect(number).not.toBeNaN();
        expect(number).toBeGreaterThanOrEqual(Math.max(last, child.kept));
        expect(await ledger()).toEqual([]);
        last = number;
        await store.close();
      }
      expect(last).toBeGreaterThan(0);
    });

    it('is not shown half done, and completed by the next writer, when its process is gone', async () => {
      const store = await open(inParts);
      await store.apply(diffSnapshots(EMPTY, generation(1)));
      const work = pack({
        statement: 'write/merge-company',
        parameters: { rows: [{ id: 'late', properties: { id: 'late', name: '迟到' } }] },
        written: 1,
        size: 1,
        weight: 1,
      });
      await run(
        `CREATE (:YuantuLoad {id: 'load', token: 'x', status: 'writing', holder: 'elsewhere 1', lease: timestamp() + 1500, parts: 1})
        CREATE (:YuantuLoadPart {id: 0, work: $work})`,
        { work },
      );
      await expect(store.query('RETURN 1')).rejects.toThrow(expect.objectContaining({ code: 'STORE_BUSY' }));
      const reader = await open({ readOnly: true });
      await expect(reader.read()).rejects.toThrow(expect.objectContaining({ code: 'STORE_BUSY' }));
      await reader.close();
      const { nodes } = await store.read();
      expect(nodes.find(({ id }) => id === 'late')?.properties.name).toBe('迟到');
      expect(await ledger()).toEqual([]);
      await store.close();
    });

    it('that was only written down is forgotten, and readers never wait for it', async () => {
      const store = await open();
      await store.apply(diffSnapshots(EMPTY, smallSnapshot));
      await run(`CREATE (:YuantuLoad {id: 'load', token: 'x', status: 'staging', holder: 'elsewhere 1', lease: timestamp() + 1000})
        WITH 1 AS one UNWIND range(0, 250) AS i CREATE (:YuantuLoadPart {id: i, work: '{}'})`);
      expect((await store.query('MATCH (n:Company) RETURN count(n)')).rows).toEqual([[2]]);
      expect(await store.read()).toEqual(smallSnapshot);
      expect(await ledger()).toEqual([]);
      await store.close();
    });

    it('that deletes commits as it goes, and deletes nothing once another process has it', async () => {
      const store = await open(inParts);
      await store.apply(diffSnapshots(EMPTY, generation(1)));
      const { nodes } = generation(1);
      const session = driver.session({ database: 'neo4j' });
      const remove = inTransactions('write/delete-entities');
      await run("CREATE (:YuantuLoad {id: 'load', token: 'theirs', status: 'writing'})");
      await session.run(remove, { ids: nodes.map(({ id }) => id), token: 'ours' });
      const left = () => run('MATCH (n:Entity) RETURN count(n) AS n');
      expect(await left()).toEqual([{ n: nodes.length }]);
      await session.run(remove, { ids: nodes.map(({ id }) => id), token: 'theirs' });
      expect(await left()).toEqual([{ n: 0 }]);
      await Promise.all([session.close(), store.close()]);
    });

    it('survives the loss of its server', async () => {
      if (server === undefined || process.env.NEO4J_TEST_URI !== undefined) return;
      const store = await open({ limits: { rows: 100, lease: 60_000 } });
      const load = store.apply(diffSnapshots(EMPTY, generation(1))).then(
        () => 'done',
        () => 'failed',
      );
      while ((await ledger()).length === 0) await sleep(5);
      await server.kill();
      await server.start();
      await load;
      const again = await open();
      expect([0, 1]).toContain(numberOf(await again.read()));
      await again.apply(diffSnapshots(await again.read(), generation(2)));
      expect(numberOf(await again.read())).toBe(2);
      await Promise.all([store.close(), again.close()]);
    });
  });

  describe('two builds at the same time', () => {
    it.each([{}, { limits: { rows: 100 } }])('do not undo one another (%j)', async (limits) => {
      const [one, other] = [await open(limits), await open(limits)];
      const [before, same] = [await one.read(), await other.read()];
      await one.apply(diffSnapshots(before, generation(1)));
      await expect(other.apply(diffSnapshots(same, generation(2)))).rejects.toThrow(
        expect.objectContaining({ code: 'STORE_BUSY', message: expect.stringContaining('again') }),
      );
      expect(await ledger()).toEqual([]);
      const now = await other.read();
      expect(now).toEqual(generation(1));
      await other.apply(diffSnapshots(now, generation(2)));
      expect(await one.read()).toEqual(generation(2));
      await Promise.all([one.close(), other.close()]);
    });

    it('of which one only reads do not meet', async () => {
      const store = await open();
      await store.apply(diffSnapshots(await store.read(), generation(1)));
      await store.apply(diffSnapshots(generation(1), generation(2)));
      expect(await store.read()).toEqual(generation(2));
      await store.close();
    });

    it('bear what others write beside the graph', async () => {
      const store = await open();
      const before = await store.read();
      await run('CREATE (:Other {id: 1})');
      await store.apply(diffSnapshots(before, generation(1)));
      expect(await store.read()).toEqual(generation(1));
      await store.close();
    });
  });

  it('lets several writers take turns', async () => {
    // A lease that no slow machine outlasts: who takes turns must not be taken for dead.
    const patient = { limits: { rows: 100, lease: 60_000 } };
    const stores = await Promise.all(Array.from({ length: 8 }, (_, i) => open(i % 2 === 0 ? {} : patient)));
    await Promise.all(stores.map((store) => store.apply(diffSnapshots(EMPTY, generation(7)))));
    const [store] = stores;
    expect(await store?.read()).toEqual(generation(7));
    expect(await run('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: generation(7).nodes.length }]);
    await Promise.all(stores.map((one) => one.close()));
  });

  it.each([
    'CALL dbms.killTransaction("x")',
    'CALL db.createLabel("X")',
    'CALL db.clearQueryCaches()',
    'CALL dbms.listConfig() YIELD name RETURN name',
    'SHOW USERS',
    'MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS RETURN 1',
  ])('does not let a reader %s', async (statement) => {
    const store = await open();
    await expect(store.query(statement)).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/FORBIDDEN|QUERY/) }),
    );
    await store.close();
  });

  it('lets a reader look around', async () => {
    const store = await open();
    for (const statement of [
      'CALL db.labels()',
      'SHOW INDEXES',
      'CALL dbms.components()',
      'PROFILE RETURN 1',
      'EXPLAIN RETURN 1',
    ])
      await store.query(statement);
    await store.close();
  });

  it('stops a query after its time', async () => {
    const store = await open();
    const long = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)';
    await expect(store.query(long, {}, { timeout: 500 })).rejects.toThrow(
      expect.objectContaining({ code: 'LIMIT' }),
    );
    await store.close();
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'no server',
      () => openStore('neo4j://127.0.0.1:1', settings),
      /No Neo4j answers at neo4j:\/\/127.0.0.1:1/,
    ],
    ['a wrong password', () => openStore(url, { user, password: 'wrong' }), /NEO4J_PASSWORD/],
    ['no password', () => openStore(url), /NEO4J_PASSWORD/],
    [
      'a server without TLS',
      () => openStore(url.replace('neo4j:', 'neo4j+s:'), settings),
      /TLS|certificate|encrypt|SSL/i,
    ],
    [
      'a database that is not there',
      () => openStore(url, { ...settings, database: 'nowhere' }),
      /--database/,
    ],
  ])('says clearly: %s', async (_, work, message) => {
    await expect(work()).rejects.toThrow(
      expect.objectContaining({ code: 'STORE', message: expect.stringMatching(message) }),
    );
  });

  it('brings an older schema up to date', async () => {
    const names = async () =>
      (await run('SHOW INDEXES YIELD name RETURN name ORDER BY name')).map(({ name }) => name);
    const whole = await names();
    await run('DROP INDEX names');
    await run('DROP CONSTRAINT fact_id');
    await run('CREATE INDEX fact_id FOR (f:Fact) ON (f.id)');
    const store = await open();
    await expect(store.prepare()).rejects.toThrow(
      expect.objectContaining({ code: 'STORE', message: expect.stringContaining('fact_id') }),
    );
    await run('DROP INDEX fact_id');
    await store.prepare();
    expect(await names()).toEqual(whole);
    await store.apply(diffSnapshots(await store.read(), generation(1)));
    await store.close();
  });

  it('says when another index has our name', async () => {
    await run('DROP INDEX names');
    await run('CREATE FULLTEXT INDEX names FOR (n:Other) ON EACH [n.text]');
    const store = await open();
    await expect(store.prepare()).rejects.toThrow(/DROP INDEX names/);
    await run('DROP INDEX names');
    await store.prepare();
    await store.close();
  });
});
