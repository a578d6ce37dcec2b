// How fast each store takes a large graph, after `npm run build`:
//   node --expose-gc test/bench/stores.mjs [ENTITIES] [neo4j://HOST:PORT]
// The database is emptied; NEO4J_USER and NEO4J_PASSWORD as for yuantu. Three relationships with evidence a node. Loads, reads back and
// compares, and loads again, which must write nothing. On Neo4j the bare driver writes the same relationships under other ids, a part
// beside each part of ours, so that both meet the same moments of a busy machine.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { diffSnapshots, isEmptyChange } from '../../dist/graph/diff.js';
import { toBatches } from '../../dist/store/batch.js';
import { openStore } from '../../dist/store/index.js';
import { toNeo4j } from '../../dist/store/neo4j/value.js';
import { getStatement } from '../../dist/store/statements.js';

const [count = '100000', url] = process.argv.slice(2);
const entities = Number(count);
const NOTHING = { upsertNodes: [], upsertRelationships: [], deleteNodes: [], deleteRelationships: [] };
const AT_ONCE = 24_000;
const BARE = 'bare ';
const TYPES = ['PARTNERS_WITH', 'SUBSIDIARY_OF', 'LOCATED_IN'];

const pad = (i) => String(i).padStart(7, '0');
const byId = (a, b) => (a.id < b.id ? -1 : 1);
const graph = {
  nodes: Array.from({ length: entities }, (_, i) => ({
    id: `c${pad(i)}`,
    labels: ['Company', 'Entity'],
    properties: {
      aliases: [`简称${i}`],
      confidence: 1,
      mentions: 3,
      name: `晨星科技${i}有限公司`,
      type: 'Company',
    },
  })),
  relationships: TYPES.flatMap((type, t) =>
    Array.from({ length: entities }, (_, i) => ({
      id: `${type} ${pad(i)}`,
      type,
      from: `c${pad(i)}`,
      // Some are hubs, as zones are.
      to: `c${pad(t === 2 ? i % 100 : (i * 7919 + 1) % entities)}`,
      properties: {
        articles: ['新闻/1.txt', '新闻/2.txt'],
        confidence: 0.9,
        count: 2,
        origin: 'article',
        quotes: [
          '晨星科技有限公司与远图材料股份有限公司签署战略合作协议。',
          '双方将在云岭高新区共建研发中心。',
        ],
        rules: ['partner/sign', 'partner/build'],
        spans: ['310-338', '402-420'],
        stories: 2,
      },
    })),
  ).sort(byId),
};

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

function heap() {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
}

const rate = (n, seconds) => `${Math.round(n / seconds)}/s`;

/** Loads everything; `beside` writes the relationships of each part as well, and gives its seconds. */
async function load(store, beside = async () => 0) {
  const before = heap();
  await store.prepare();
  const [, nodes] = await timed(() => store.apply({ ...NOTHING, upsertNodes: graph.nodes }));
  // The server compiles what it runs often: it has seen the rows once before either is timed.
  if ((await beside(graph.relationships.slice(0, AT_ONCE))) > 0) await removeBare();
  let [ours, theirs] = [0, 0];
  const own = async (part) => {
    ours += (await timed(() => store.apply({ ...NOTHING, upsertRelationships: part })))[1];
  };
  const other = async (part) => {
    theirs += await beside(part);
  };
  for (let at = 0; at < graph.relationships.length; at += AT_ONCE) {
    const part = graph.relationships.slice(at, at + AT_ONCE);
    // Who comes second finds the server warmer.
    for (const write of at % (2 * AT_ONCE) === 0 ? [own, other] : [other, own]) await write(part);
  }
  console.log(
    `${store.kind}: nodes ${rate(entities, nodes)}, relationships ${rate(graph.relationships.length, ours)}`,
  );
  if (theirs > 0) {
    await removeBare();
    console.log(
      `bare driver: relationships ${rate(graph.relationships.length, theirs)}; ours are at ${Math.round((100 * theirs) / ours)} % of it`,
    );
  }
  const [, reading] = await timed(async () => compare(await store.read()));
  const after = heap();
  const [change, again] = await timed(async () => diffSnapshots(await store.read(), graph));
  if (!isEmptyChange(change)) throw new Error('the second load would write');
  console.log(
    `${store.kind}: read back and compared ${reading.toFixed(1)} s, loaded again (nothing written) ${again.toFixed(1)} s; heap ${before} MB before, ${after} MB after, ${heap()} MB after the second`,
  );
}

function compare(read) {
  for (const kind of ['nodes', 'relationships'])
    if (
      read[kind].length !== graph[kind].length ||
      read[kind].some((one, i) => JSON.stringify(one) !== JSON.stringify(graph[kind][i]))
    )
      throw new Error(`the ${kind} read back differ`);
}

/** The same rows by the same statements, one batch after the other, without a ledger, checks or ends looked for. */
async function bare(part) {
  const upsertRelationships = part.map((one) => ({ ...one, id: BARE + one.id }));
  const batches = [...toBatches({ ...NOTHING, upsertRelationships }, () => '')];
  const [, seconds] = await timed(async () => {
    for (const { statement, parameters } of batches) {
      const session = driver.session({ database: 'neo4j' });
      await session.executeWrite((transaction) =>
        transaction.run(getStatement(statement), toNeo4j(parameters)),
      );
      await session.close();
    }
  });
  return seconds;
}

async function remove(what, how) {
  const session = driver.session({ database: 'neo4j' });
  await session.run(`MATCH ${what} CALL (n) { ${how} n } IN TRANSACTIONS OF 5000 ROWS`);
  await session.close();
}

async function empty() {
  await remove('()-[n]->()', 'DELETE');
  await remove('(n)', 'DELETE');
}

const removeBare = () => remove(`()-[n]->() WHERE n.id STARTS WITH '${BARE}'`, 'DELETE');

const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
const driver = url === undefined ? undefined : neo4j.driver(url, neo4j.auth.basic(user, password));
const folder = mkdtempSync(join(tmpdir(), 'yuantu-bench-'));
try {
  const path = join(folder, 'graph.grafeo');
  const embedded = await openStore(`grafeo:${path}`);
  await load(embedded);
  await embedded.close();
  console.log(`grafeo: ${Math.round(statSync(path).size / 2 ** 20)} MB on disk`);
  if (driver !== undefined) {
    await empty();
    const store = await openStore(url, { user, password });
    await load(store, bare);
    await store.close();
    await empty();
  }
} finally {
  await driver?.close();
  rmSync(folder, { recursive: true, force: true });
}
