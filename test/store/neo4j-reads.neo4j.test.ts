import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { openConsole } from '../../src/store/sandbox/console.ts';
import { findNeo4jJars, type Neo4jServer, neo4jForTests, startNeo4j } from '../support/neo4j.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('a question on Neo4j', () => {
  const { url, user, password } = server ?? { url: '', user: '', password: '' };
  let store: Store;
  let driver: Driver;
  const failure = (statement: string, options = {}) =>
    store.query(statement, {}, options).then(
      ({ rows }) => ({ code: 'none', message: JSON.stringify(rows) }),
      (error: { code: string; message: string }) => error,
    );

  beforeAll(async () => {
    if (server === undefined) return;
    store = await openStore(url, { user, password });
    driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  });
  afterAll(async () => {
    await store?.close();
    await driver?.close();
  });

  it.each([
    'SHOW TRANSACTIONS',
    "SHOW TRANSACTIONS YIELD transactionId AS t, currentQuery AS q WHERE NOT q STARTS WITH 'SHOW' TERMINATE TRANSACTIONS t YIELD message RETURN message",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    'SHOW SETTINGS',
    "SHOW SETTINGS YIELD name WHERE name STARTS WITH 'dbms' RETURN name",
    'SHOW USERS',
    'SHOW DATABASES',
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) CALL (n) { LOAD CSV FROM 'file:///x' AS line RETURN line } RETURN line",
    'USE system RETURN 1',
    'USE neo4j MATCH (n) RETURN n',
    'CALL { USE neo4j MATCH (n) RETURN n } RETURN n',
    'EXPLAIN USE neo4j RETURN 1',
    'RETURN 1 AS one UNION USE neo4j RETURN 2 AS one',
    'CALL db.awaitIndexes(300)',
    'CALL dbms.listConfig()',
    'CALL db.stats.collect("QUERIES")',
    "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {})",
    "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "MATCH (n) WHERE `apoc`.`load`.json('http://127.0.0.1/') = 1 RETURN n",
    'CREATE (n:X)',
    'MATCH (n) DETACH DELETE n',
    'CREATE INDEX other FOR (n:X) ON (n.y)',
    'DROP CONSTRAINT entity_id IF EXISTS',
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
  ])('may not %s', async (statement) => {
    const { code, message } = await failure(statement);
    expect(`${code} ${message}`).toMatch(/^FORBIDDEN /);
    expect(message).toMatch(/MATCH|--write|yuantu/);
  });

  it('does not end the transaction of another', async () => {
    const session = driver.session({ database: 'neo4j' });
    const transaction = session.beginTransaction();
    await transaction.run('RETURN 1');
    await failure(
      'SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message',
    );
    await transaction.run('RETURN 2');
    await transaction.commit();
    await session.close();
  });

  it.each([
    'SHOW INDEXES',
    'SHOW CONSTRAINTS YIELD name RETURN name',
    'SHOW FUNCTIONS',
    'SHOW PROCEDURES',
    'CALL db.labels()',
    'CALL dbms.components()',
    'CALL db.schema.visualization()',
    'MATCH (a)-[*1..3]->(b) RETURN count(*)',
    'MATCH p = SHORTEST 2 (a:X)-[]->+(b:Y) RETURN p',
    'MATCH ((a:X)-[:R]->(b)){1,3} RETURN size(a)',
    'MATCH p = shortestPath((a:X)-[*..4]-(b:Y)) RETURN p',
    'MATCH p = allShortestPaths((a:X)-[*..4]-(b:Y)) RETURN length(p)',
    'MATCH (a:X|Y) WHERE NOT EXISTS { (a)-->(:Z) } RETURN a ORDER BY a.x SKIP 1 LIMIT 2',
    'MATCH (a:X), (b:Y) WHERE a.x = b.x OPTIONAL MATCH (a)-[r]->(b) RETURN DISTINCT a.x, count(r), collect(b)',
    'MATCH (a) RETURN COLLECT { MATCH (a)--(b) RETURN b.id }, COUNT { (a)--() }, [(a)--(b) | b.id]',
    'UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION RETURN -x AS y } RETURN x, y',
    'MATCH (a:X) WHERE (a)-[:R]->() OR (a)-[:S]->() OR a.x IN [1, 2] RETURN a',
    "MATCH (a:X)-[r:R|S]-(b) WHERE a.name CONTAINS 'x' OR b.name STARTS WITH 'y' RETURN r",
    "RETURN date.truncate('month', date('2024-05-28')), duration.between(date('2024-01-01'), date('2024-02-01')), point.distance(point({x: 1, y: 1}), point({x: 2, y: 2}))",
    'MATCH (use) RETURN use',
    'MATCH (a) FINISH',
  ])('may %s', async (statement) => {
    expect(await failure(statement)).toMatchObject({ code: 'none' });
  });

  it('gives its plan, in place of rows', async () => {
    const plan = await store.query('EXPLAIN MATCH (n:X) RETURN n');
    expect([plan.columns, plan.rows.length]).toEqual([['plan'], 1]);
    expect(String(plan.rows[0]?.[0])).toMatch(/NodeByLabelScan/);
    const profile = await store.query('profile MATCH (n:X) RETURN n');
    expect(profile.columns).toEqual(['profile']);
    expect(String(profile.rows[0]?.[0])).toMatch(/DB Hits/i);
    expect(await failure('EXPLAIN CREATE (n:X)')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure('PROFILE CREATE (n:X)')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['RETURN 1\0', /NUL.*\(line 1, column 9\)/],
    ['RETRUN 1', /'RETRUN'.*\(line 1, column 1\)/],
    ['MATCH (n RETURN n', /'RETURN'.*\(line 1, column 10\)/],
    ['MATCH (n)\nRETURN n.name AS', /\(line 2, column 17\)/],
    ["RETURN 'abc", /quotes.*\(line 1, column 8\)/],
    ['PROFILE RETURN unknown', /unknown.*\(line 1, column 16\)/],
    ['EXPLAIN RETURN unknown', /unknown.*\(line 1, column 16\)/],
    ['RETURN unknown', /unknown.*\(line 1, column 8\)/],
  ])('is told where it is wrong: %s', async (statement, message) => {
    const error = await failure(statement);
    expect(error.code).toBe('QUERY');
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(300);
  });

  it('with one list too long for a server is refused', async () => {
    expect(await failure('RETURN range(1, 300000000) AS l')).toMatchObject({ code: 'LIMIT' });
    expect(await failure('UNWIND range(1, 1500000) AS i RETURN count(i)')).toMatchObject({ code: 'none' });
  });
});

const jars = findNeo4jJars();

describe.runIf(jars !== undefined)('a Neo4j that limits, vanishes and cannot be interrupted', () => {
  let own: Neo4jServer;
  let store: Store;
  beforeAll(async () => {
    own = await startNeo4j(jars ?? '');
    store = await openStore(own.url, own);
  });
  afterAll(async () => {
    await own?.stop();
    await store?.close();
  });

  it('gives a question no more memory than it is set to', async () => {
    const hungry = 'UNWIND range(1, 20000000) AS x RETURN size(collect(x)) AS n';
    await expect(store.query(hungry)).rejects.toMatchObject({
      code: 'LIMIT',
      message: expect.stringMatching(/memory/),
    });
  });

  it('is told soon where it is gone', async () => {
    await own.kill();
    const asked = store.query('RETURN 1').then(
      () => 'answered',
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
    expect(await Promise.race([asked, sleep(3000, 'nothing within three seconds')])).toMatch(
      /^STORE No Neo4j answers/,
    );
    await own.start();
    expect((await store.query('RETURN 1')).rows).toEqual([[1]]);
  });

  // Hours of work in one expression, in little memory: only the end of the server, the last thing here, ends it.
  it('has a question ended by a timer of ours where it cannot end it', async () => {
    const endless =
      'RETURN size([x IN range(1, 1000000) | size([y IN range(1, 1000) | size([z IN range(1, 1000) | z])])]) AS n';
    await expect(store.query(endless, {}, { timeout: 3000 })).rejects.toMatchObject({
      code: 'LIMIT',
      message: expect.stringMatching(/the server had not stopped it/),
    });
    expect(await openConsole(store).ask('RETURN 1 AS one')).toMatchObject({ rows: [[1]] });
  });
});
