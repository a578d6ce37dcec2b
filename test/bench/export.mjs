// Writes 100,000 nodes and 300,000 edges in every format, each in a process of its own, beside networkx writing the same GEXF and
// GraphML: `npm run build && npm run bench:export [-- NODES]`. Seconds are of the processor, so that other work counts little.
// Memory is the most that the process holds over what it held with the graph.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { EXPORTERS, exportSnapshot } from '../../dist/exchange/write.js';
import { writeWhole } from '../../dist/files/write.js';

const NODES = Number(process.argv[2] ?? 100_000);
const EDGES = 3 * NODES;
const id = (i) => `n${String(i).padStart(7, '0')}`;

/** The graph as lines of JSON, one for each node and edge. */
function* lines() {
  for (let i = 0; i < NODES; i++)
    yield {
      id: id(i),
      labels: ['Company', 'Entity'],
      properties: {
        type: 'Company',
        name: `晨星${i}科技有限公司`,
        confidence: 0.97,
        firstSeen: '2024-05-28',
        x: i,
        y: i / 3,
      },
    };
  for (let i = 0; i < EDGES; i++)
    yield {
      id: `r${String(i).padStart(8, '0')}`,
      type: 'PARTNERS_WITH',
      from: id(i % NODES),
      to: id((i * 7919 + 1) % NODES),
      properties: {
        count: 1,
        quotes: [`晨星${i}与“博远”<签约>`],
        articles: ['news/1.txt'],
        spans: ['300-360'],
      },
    };
}

async function readGraph(file) {
  const [nodes, relationships] = [[], []];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const record = JSON.parse(line);
    (record.from === undefined ? nodes : relationships).push(record);
  }
  return { nodes, relationships };
}

/** Writes one format; runs in a process of its own. */
async function measure(name, file) {
  const snapshot = await readGraph(join(dirname(file), 'graph.jsonl'));
  globalThis.gc();
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let peak = before;
  const start = process.cpuUsage();
  let pieces = 0;
  const watched = (function* () {
    for (const piece of exportSnapshot(snapshot, EXPORTERS[name])) {
      if (++pieces % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      yield piece;
    }
  })();
  await writeWhole(file, watched);
  const { user, system } = process.cpuUsage(start);
  peak = Math.max(peak, process.memoryUsage.rss());
  return { seconds: (user + system) / 1e6, memory: peak - before };
}

if (process.argv[3] !== undefined) {
  console.log(JSON.stringify(await measure(process.argv[3], process.argv[4])));
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'yuantu-bench-'));
await writeWhole(
  join(folder, 'graph.jsonl'),
  (function* () {
    for (const record of lines()) yield `${JSON.stringify(record)}\n`;
  })(),
);

const PYTHON = `
import json, sys, time, networkx as nx
n, folder = int(sys.argv[1]), sys.argv[2]
g = nx.MultiDiGraph()
for i in range(n):
    g.add_node('n%07d' % i, label='晨星%d科技有限公司' % i, labels=':Company:Entity', type='Company', name='晨星%d科技有限公司' % i, confidence=0.97, firstSeen='2024-05-28', x=float(i), y=i / 3)
for i in range(3 * n):
    g.add_edge('n%07d' % (i % n), 'n%07d' % ((i * 7919 + 1) % n), key=i, label='PARTNERS_WITH', weight=1, count=1, quotes='["晨星%d与“博远”<签约>"]' % i, articles='["news/1.txt"]', spans='["300-360"]')
out = {}
for name, write in (('gexf', nx.write_gexf), ('graphml', nx.write_graphml)):
    start = time.process_time()
    write(g, folder + '/networkx.' + name)
    out[name] = time.process_time() - start
print(json.dumps(out))
`;

const python = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import networkx']).status === 0,
);
const theirs =
  python === undefined
    ? {}
    : JSON.parse(
        spawnSync(python, ['-W', 'ignore', '-c', PYTHON, String(NODES), folder], { encoding: 'utf8' }).stdout,
      );

const rows = Object.keys(EXPORTERS).map((name) => {
  const file = join(folder, name);
  const given = ['--expose-gc', process.argv[1], String(NODES), name, file];
  const { seconds, memory } = JSON.parse(spawnSync(process.execPath, given, { encoding: 'utf8' }).stdout);
  return {
    format: name,
    seconds: Number(seconds.toFixed(2)),
    MB: Math.round(statSync(file).size / 1e6),
    'memory over the start, MB': Math.round(memory / 1e6),
    'networkx, seconds': theirs[name] === undefined ? '' : Number(theirs[name].toFixed(2)),
    faster: theirs[name] === undefined ? '' : `${(theirs[name] / seconds).toFixed(1)}×`,
  };
});
console.table(rows);
rmSync(folder, { recursive: true });
