// How the collection's stages grow: stories, resolution and graph of 1k, 10k and 100k articles, then one article more.
//   npm run build && node test/bench/resolve.mjs [--store] [ARTICLES…]
// --store also writes the graph into an embedded store and times the article more with its write, as a running process does it.
// The articles are simulated: the annotated ones over and over, with names drawn from the public lists and from made-up firms,
// people and projects, a few of them in very many articles, as in news; every fifth is a reprint of one before it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Collection } from '../../dist/collection.js';
import { loadSeeds, openStore, Session } from '../../dist/index.js';

const seeds = loadSeeds();
const withStore = process.argv.includes('--store');
const sizes = process.argv
  .slice(2)
  .filter((word) => /^\d+$/u.test(word))
  .map(Number);
const templates = ['test/golden', 'test/annotated/gold'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);

/** Numbers in [0, 1), the same ones every time. */
let state = 7676;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
/** One of n, the first far more often than the last: about one in log n times the very first. */
const ranked = (n) => Math.min(n - 1, Math.floor(n ** random()) - 1);
const pick = (list) => list[ranked(list.length)];

const SYLLABLES = [
  ...'华创新材欣旺达力元晨星云岭曙光嘉科远东方正泰安信诚明德宏图瑞丰恒通博睿天航海润金源盛世',
];
const PRODUCTS = [
  '锂电池',
  '光伏组件',
  '智能装备',
  '生物医药',
  '新能源汽车零部件',
  '集成电路',
  '半导体材料',
  '电子信息',
];
const surnames = [...seeds.surnames].filter((name) => name.length === 1);
const cities = seeds.divisions
  .filter(({ level }) => level === 'city')
  .map(({ name }) => name.replace(/市$/u, ''));
const syllable = (n) => SYLLABLES[n % SYLLABLES.length];
const brand = (n) => syllable(n) + syllable(Math.floor(n / 50) + 7) + syllable(Math.floor(n / 2500) + 13);

/** Name and aliases of a thing of a type, among as many as so many articles speak of. */
function nameOf(type, articles) {
  const firm = () => {
    const n = ranked(articles / 2 + 50);
    const short = brand(n);
    return { short, full: `${cities[n % cities.length]}${short}${PRODUCTS[n % PRODUCTS.length]}有限公司` };
  };
  if (type === 'Zone') {
    const { name, aliases } = pick(seeds.zones);
    return { name: [name, ...aliases][below(Math.min(3, 1 + aliases.length))], aliases: [] };
  }
  if (type === 'Place') return { name: pick(seeds.divisions).name, aliases: [] };
  if (type === 'Industry') return { name: pick(seeds.words.industries), aliases: [] };
  if (type === 'Organization')
    return {
      name: `${pick(seeds.divisions).name}${['商务局', '工信局', '投促中心'][below(3)]}`,
      aliases: [],
    };
  if (type === 'Official' || type === 'Executive') {
    const n = ranked(articles / 3 + 50);
    return { name: surnames[n % 100] + syllable(n) + syllable(Math.floor(n / 50)), aliases: [] };
  }
  const { short, full } = firm();
  if (type === 'Project') return { name: `${short}${pick(PRODUCTS)}项目`, aliases: [] };
  return below(3) === 0
    ? { name: full, aliases: [short] }
    : { name: below(2) === 0 ? full : short, aliases: [] };
}

const rank = new Map(
  seeds.zones.flatMap(({ name, aliases }, i) => [name, ...aliases].map((form) => [form, i])),
);

/** Zones lie in few others, and articles agree in which: of the drawn pairs only those that a fixed order of zones allows. */
function isLikely(type, text, from, to) {
  const [a, b] = [from, to].map(({ start, end }) => rank.get(text.slice(start, end)));
  if (a === undefined || (b === undefined && type !== 'LOCATED_IN')) return true;
  return b !== undefined && a > b && a % 40 === b % 40;
}

function simulate(i, articles) {
  const { entities, relations } = templates[below(templates.length)];
  const id = `bench/${i}.txt`;
  let text = '';
  const named = new Set();
  const made = entities.flatMap((entity) => {
    const { name, aliases } = nameOf(entity.type, articles);
    if (named.has(name)) return [];
    named.add(name);
    const start = text.length;
    text += `${name}${brand(below(100_000))}${pick(PRODUCTS)}${below(1000)}万元。`;
    const mentions = [{ start, end: start + name.length, text: name, rule: 'bench' }];
    const facts = entity.attrs.status
      ? [
          {
            name: 'status',
            value: entity.attrs.status,
            start,
            end: text.length,
            quote: text.slice(start),
            rule: 'bench',
          },
        ]
      : [];
    const { id, type, attrs } = entity;
    return [{ id, type, name, aliases, attrs, confidence: 0.9, mentions, facts }];
  });
  const at = new Map(made.map((entity) => [entity.id, entity.mentions[0]]));
  return {
    raw: { id, source: 'bench', doc: String(i), text, metadata: {} },
    extraction: {
      doc: String(i),
      articles: [{ id, start: 0, end: text.length, published: `20${10 + below(15)}-0${1 + below(9)}` }],
      entities: made,
      relations: relations
        .filter(
          ({ from, type, to }) =>
            at.has(from) && at.has(to) && isLikely(type, text, at.get(from), at.get(to)),
        )
        .map((relation) => {
          const { start } = at.get(relation.from);
          const end = Math.min(text.length, start + 40);
          const evidence = [{ start, end, quote: text.slice(start, end), rule: 'bench' }];
          const { from, type, to, attrs } = relation;
          return { from, type, to, attrs, confidence: 0.9, evidence };
        }),
    },
  };
}

function reprintOf({ raw, extraction }, i) {
  const id = `bench/${i}.txt`;
  const articles = extraction.articles.map((part) => ({ ...part, id }));
  return { raw: { ...raw, id, doc: String(i) }, extraction: { ...extraction, doc: String(i), articles } };
}

function collect(count) {
  const documents = [];
  for (let i = 0; i < count; i++)
    documents.push(i % 5 === 4 ? reprintOf(documents[below(i)], i) : simulate(i, count));
  return documents;
}

/** How many records a turn has: all are made once. */
const countOf = (turns) => {
  let count = 0;
  for (const _ of turns) count++;
  return count;
};
const seconds = (start) => (performance.now() - start) / 1000;
const cell = (value, digits = 2) =>
  (Number.isInteger(value) ? String(value) : value.toFixed(digits)).padStart(9);
const peak = () => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
/** Seconds of computing since: beside other work, the clock tells more of that than of ours. */
const computed = (start) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
console.log(
  ' articles     names     nodes     edges   build s     CPU s   peak MB  10 more: CPU s each, longest',
);

for (const size of sizes.length ? sizes : [1000, 10_000, 100_000]) {
  state = 7676;
  const documents = collect(size);
  const names = documents.reduce((sum, { extraction }) => sum + extraction.entities.length, 0);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const collection = new Collection(seeds);
  const turn = collection.update({ come: documents });
  const [nodes, relationships] = [countOf(turn.nodes), countOf(turn.relationships)];
  const [built, worked] = [seconds(start), computed(cpu)];
  const each = Array.from({ length: 10 }, (_, i) => {
    const more = simulate(size + i, size);
    const began = process.cpuUsage();
    collection.update({ come: [more] });
    return computed(began);
  });
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  console.log(
    [size, names, nodes, relationships, built, worked, peak()].map((value) => cell(value)).join(' '),
    cell(mean, 3),
    cell(Math.max(...each), 3),
  );
  if (withStore) await timeStore(documents, size);
}

/** Writes the graph into an embedded store, opens it as a server does, and adds articles one by one. */
async function timeStore(documents, size) {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-bench-'));
  const byId = new Map(documents.map((one) => [one.raw.id, one.extraction]));
  const store = await openStore(`grafeo:${join(folder, 'graph.grafeo')}`);
  try {
    const session = new Session({ store, seeds, extract: (raw) => byId.get(raw.id) });
    let start = performance.now();
    await session.add(documents.map(({ raw }) => raw));
    console.log(`  embedded store: written with positions and measures in ${seconds(start).toFixed(1)} s`);
    const each = [];
    for (let i = 0; i < 10; i++) {
      const more = simulate(2 * size + i, size);
      byId.set(more.raw.id, more.extraction);
      start = performance.now();
      await session.add([more.raw]);
      each.push(seconds(start));
    }
    const sorted = each.slice(1).sort((a, b) => a - b);
    console.log(
      `  one article more, written: first ${each[0].toFixed(2)} s, then ${sorted[4].toFixed(2)} s (longest ${sorted.at(-1).toFixed(2)} s); peak ${peak()} MB`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
