import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { openConsole } from '../../src/store/sandbox/console.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';

const ENDLESS = 'UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(*) AS n';
const RUNNING =
  "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 10000000)' RETURN currentQuery";

const server = await neo4jForTests();

describe.runIf(server !== undefined)('the console of Neo4j', () => {
  let store: Store;
  const running = async () => (await store.query(RUNNING, {}, { write: true })).rows.length;

  beforeAll(async () => {
    if (server === undefined) return;
    const { url, user, password } = server;
    await emptyNeo4j(server);
    store = await openStore(url, { user, password });
    await store.prepare();
  });
  afterAll(() => store?.close());

  it('stops a question that takes too long, and answers the others meanwhile', async () => {
    const console = openConsole(store, { timeout: 8_000, atOnce: 2 });
    let over = false;
    const endless = console.ask(ENDLESS).catch((error: unknown) => {
      over = true;
      return error;
    });
    for (let i = 0; i < 3; i++) expect((await console.ask('RETURN 1 AS one')).rows).toEqual([[1]]);
    expect(over).toBe(false);
    expect(await endless).toMatchObject({ code: 'LIMIT' });
    await expect.poll(running).toBe(0);
  });

  it('gives a question up on the server too', async () => {
    const stop = new AbortController();
    const asked = openConsole(store).ask(ENDLESS, {}, { signal: stop.signal });
    const ended = expect(asked).rejects.toThrow('given up');
    await expect.poll(running).toBe(1);
    stop.abort(new Error('given up'));
    await ended;
    await expect.poll(running).toBe(0);
  });

  it('says how many rows there are past the limit', async () => {
    const { rows, total } = await openConsole(store, { rows: 2 }).ask('UNWIND range(1, 500) AS i RETURN i');
    expect([rows.length, total]).toEqual([2, 500]);
    const many = await openConsole(store, { rows: 2 }).ask('UNWIND range(1, 200000) AS i RETURN i');
    expect([many.rows.length, many.truncated, many.total]).toEqual([2, true, undefined]);
  });

  it('refuses an answer that is too large', async () => {
    await expect(
      openConsole(store, { answer: 2 ** 20 }).ask('RETURN range(1, 1000000) AS all'),
    ).rejects.toMatchObject({ code: 'LIMIT' });
  });

  it.each(['CREATE (n:X)', 'CREATE INDEX other FOR (n:X) ON (n.y)', 'CALL dbms.listConfig()', 'SHOW USERS'])(
    'may not %s',
    async (statement) => {
      await expect(openConsole(store).ask(statement)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    },
  );
});
