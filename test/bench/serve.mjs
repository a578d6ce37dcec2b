// How a server over Neo4j answers, by the size of the graph, after `npm run build`:
//   node test/bench/serve.mjs neo4j://HOST:PORT [ARTICLES…]
// The database is emptied; NEO4J_USER and NEO4J_PASSWORD as for yuantu. The articles are simulated (test/support/simulated.mjs), with
// a made-up place and community each. For every question the first answer and the median of the next five by the clock, and what
// memory the server holds at the beginning, after all of them, and at most.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Collection } from '../../dist/collect/collection.js';
import { loadSeeds, openStore } from '../../dist/index.js';
import { simulation } from '../support/simulated.mjs';

const [url, ...sizes] = process.argv.slice(2);
const { NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const NOTHING = { upsertNodes: [], upsertRelationships: [], deleteNodes: [], deleteRelationships: [] };
const PIECE = 20_000;
const seeds = loadSeeds();
const { collect } = simulation(seeds);

/** The graph, written piece by piece; gives the ids that questions ask about. */
async function fill(articles) {
  const collection = new Collection(seeds);
  collection.update({ come: collect(articles) });
  const { nodes, relationships } = collection.snapshot();
  const store = await openStore(url, { user, password });
  await store.query(
    'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
    {},
    { write: true },
  );
  await store.prepare();
  const placed = nodes.map((node, i) =>
    node.labels.includes('Entity')
      ? {
          ...node,
          properties: { ...node.properties, x: i % 997, y: i % 991, community: i % 300, pageRank: 0.1 },
        }
      : node,
  );
  for (let start = 0; start < placed.length; start += PIECE)
    await store.apply({ ...NOTHING, upsertNodes: placed.slice(start, start + PIECE) });
  for (let start = 0; start < relationships.length; start += PIECE)
    await store.apply({ ...NOTHING, upsertRelationships: relationships.slice(start, start + PIECE) });
  await store.close();
  const entities = nodes.filter(({ labels }) => labels.includes('Entity'));
  const told = ({ properties }) => properties.articles?.length ?? 0;
  const hub = entities.reduce((most, one) => (told(one) > told(most) ? one : most));
  const rare = entities.filter((one) => told(one) === 1);
  const article = nodes.find(({ labels }) => labels.includes('Article'));
  const relation = relationships.find(({ type }) => type === 'INVESTS_IN');
  return { hub, rare, article, relation, nodes: nodes.length, relationships: relationships.length };
}

let address;

function serve() {
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--store', url, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, YUANTU_RATE: '100000' },
  });
  return new Promise((resolve) =>
    child.stdout.once('data', (printed) => {
      [address] = /http:\S+/u.exec(String(printed)) ?? [];
      resolve(child);
    }),
  );
}

function memory(pid, name) {
  const found = new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return `${Math.round(Number(found?.[1]) / 1024)} MB`;
}

async function time(path, body) {
  const start = performance.now();
  const reply = await fetch(`${address}/api/v1${path}`, {
    ...(body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${text.slice(0, 300)}`);
  return { ms: performance.now() - start, kilobytes: text.length / 1024 };
}

for (const size of sizes.length ? sizes.map(Number) : [2000, 20_000]) {
  const { hub, rare, article, relation, nodes, relationships } = await fill(size);
  console.log(`${size} articles, ${nodes} nodes, ${relationships} relationships`);
  const started = performance.now();
  const child = await serve();
  console.log(
    `  ready after ${((performance.now() - started) / 1000).toFixed(1)} s with ${memory(child.pid, 'VmRSS')}`,
  );
  const at = (list, one) => `/${list}/${encodeURIComponent(one.id)}`;
  const search = (words) => `/search?q=${encodeURIComponent(words)}`;
  const [here, there] = [rare[0].id, rare[Math.floor(rare.length / 2)].id];
  const questions = [
    ['health', '/health'],
    ['search a name', search(rare[0].properties.name)],
    ['search 公司', search('公司')],
    ['search by initials', search('yx')],
    ['search by pinyin', search('xincheng')],
    ['entity, one article', at('entities', rare[0])],
    ['entity, most articles', at('entities', hub)],
    ['article', at('articles', article)],
    ['relation', at('relations', relation)],
    ['paths', '/paths', { from: here, to: there }],
    ['page of entities', '/entities?limit=100'],
    ['overview', '/graph'],
    ['overview, from a day', '/graph?asOf=2018-06'],
    ['entity, from a day', `${at('entities', hub)}?asOf=2018-06`],
    ['summary', '/summary'],
  ];
  for (const [name, path, body] of questions) {
    const { ms, kilobytes } = await time(path, body);
    const more = [];
    for (let i = 0; i < 5; i++) more.push((await time(path, body)).ms);
    const median = more.sort((a, b) => a - b)[2];
    console.log(
      `  ${name.padEnd(22)} ${ms.toFixed(0).padStart(7)} ms, then ${median.toFixed(0).padStart(6)} ms ${kilobytes.toFixed(0).padStart(7)} KB`,
    );
  }
  for (const format of ['node-link', 'csv', 'xlsx']) {
    const start = performance.now();
    let bytes = 0;
    for await (const piece of (await fetch(`${address}/api/v1/export?format=${format}&all=true`)).body)
      bytes += piece.length;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `  ${format.padEnd(22)} ${seconds.padStart(7)} s, ${(bytes / 1e6).toFixed(1)} MB; at most ${memory(child.pid, 'VmHWM')} so far`,
    );
  }
  console.log(`  memory ${memory(child.pid, 'VmRSS')}, at most ${memory(child.pid, 'VmHWM')}`);
  child.kill('SIGTERM');
  await new Promise((ended) => child.once('exit', ended));
}
