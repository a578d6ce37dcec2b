// How the collection's stages grow: stories, resolution and graph of 1k, 10k and 100k articles, then one article more.
//   npm run build && node test/bench/resolve.mjs [--store | --session] [ARTICLES…]
// --store also writes the graph, without positions and measures, into an embedded store, and each article more as well.
// --session instead lets a running process do all of it, the layout of the first picture too.
// The articles are simulated: the annotated ones over and over, with names drawn from the public lists and from made-up firms,
// people and projects, a few of them in very many articles, as in news; every fifth is a reprint of one before it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Collection } from '../../dist/collect/collection.js';
import { loadSeeds, openStore, Session } from '../../dist/index.js';

const seeds = loadSeeds();
const [withStore, withSession] = ['--store', '--session'].map((flag) => process.argv.includes(flag));
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
/** Does something for each with an embedded store of its own. */
async function withEmbedded(work) {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-bench-'));
  const store = await openStore(`grafeo:${join(folder, 'graph.grafeo')}`);
  try {
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

const NO_CHANGE = { upsertNodes: [], upsertRelationships: [], deleteNodes: [], deleteRelationships: [] };
const PIECE = 20_000;

/** Writes a turn in which everything is new, piece by piece: a store takes a change as a whole, and so does its memory. */
async function writeAll(store, { nodes, relationships }) {
  for (const [name, turns] of [
    ['upsertNodes', nodes],
    ['upsertRelationships', relationships],
  ]) {
    let piece = [];
    const write = async () => {
      await store.apply({ ...NO_CHANGE, [name]: piece });
      piece = [];
    };
    for (const [, { after }] of turns) if (piece.push(after) === PIECE) await write();
    await write();
  }
}

/** What a store has to write after a turn. */
function toChange({ nodes, relationships }) {
  const come = (turns) => [...turns].flatMap(([, { after }]) => after ?? []);
  const gone = (turns) => [...turns].flatMap(([, { before, after }]) => (after ? [] : before));
  return {
    upsertNodes: come(nodes),
    upsertRelationships: come(relationships),
    deleteNodes: gone(nodes),
    deleteRelationships: gone(relationships),
  };
}

/** Seconds of computing, and by the clock, that each of ten more articles takes. */
async function addTen(articles, add, first = articles) {
  const [computing, clock] = [[], []];
  for (let i = 0; i < 10; i++) {
    const more = simulate(first + i, articles);
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    await add(more);
    computing.push(computed(cpu));
    clock.push(seconds(start));
  }
  return { computing, clock };
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const told = ({ computing, clock }) =>
  `${mean(computing).toFixed(2)} s (longest ${Math.max(...computing).toFixed(2)} s) of computing, by the clock ${mean(clock).toFixed(2)} s (longest ${Math.max(...clock).toFixed(2)} s)`;

console.log(
  ' articles     names     nodes     edges   build s     CPU s   peak MB  10 more: CPU s each, longest',
);

for (const size of sizes.length ? sizes : [1000, 10_000, 100_000]) {
  state = 7676;
  const documents = collect(size);
  if (withSession) {
    await timeSession(documents, size);
    continue;
  }
  const names = documents.reduce((sum, { extraction }) => sum + extraction.entities.length, 0);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const collection = new Collection(seeds);
  const turn = collection.update({ come: documents });
  const [nodes, relationships] = [countOf(turn.nodes), countOf(turn.relationships)];
  const [built, worked, most] = [seconds(start), computed(cpu), peak()];
  const row = [size, names, nodes, relationships, built, worked, most].map((value) => cell(value)).join(' ');
  if (withStore) await withEmbedded((store) => timeStore(store, collection, turn, size, row));
  else {
    const { computing } = await addTen(size, (more) => collection.update({ come: [more] }));
    console.log(row, cell(mean(computing), 3), cell(Math.max(...computing), 3));
  }
}

async function timeStore(store, collection, turn, size, row) {
  console.log(row);
  const start = performance.now();
  await store.prepare();
  await writeAll(store, turn);
  console.log(`  embedded store: written in ${seconds(start).toFixed(1)} s`);
  const times = await addTen(size, (more) => store.apply(toChange(collection.update({ come: [more] }))));
  console.log(`  one article more, written: ${told(times)}; peak ${peak()} MB`);
}

/** A process that holds the store open, as a server does. */
async function timeSession(documents, size) {
  const byId = new Map(documents.map((one) => [one.raw.id, one.extraction]));
  await withEmbedded(async (store) => {
    const session = new Session({ store, seeds, extract: (raw) => byId.get(raw.id) });
    const start = performance.now();
    await session.add(documents.map(({ raw }) => raw));
    console.log(
      `  session of ${size}: resolved, arranged and written in ${seconds(start).toFixed(1)} s, peak ${peak()} MB`,
    );
    const add = ({ raw, extraction }) => {
      byId.set(raw.id, extraction);
      return session.add([raw]);
    };
    await addTen(size, add);
    console.log(
      `  one article more, after ten: ${told(await addTen(size, add, size + 10))}; peak ${peak()} MB`,
    );
  });
}
