// What so many articles would say, without reading any: the annotated ones over and over, with names drawn from the public lists
// and from made-up firms, people and projects, a few of them in very many articles, as in news; every fifth is a reprint of one
// before it. `node test/support/simulated.mjs COUNT [NAMES]` writes them as lines of `yuantu extract -`, in the order of a seed; needs a
// build. Without NAMES they are news of zones, some twelve names each; with it so many on average, in texts of 650 characters.
import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const GENERAL_LENGTH = 650;

/**
 * @param {import('../../src/model/seeds.ts').Seeds} seeds
 * @param {number} [names] of an article on average; default: all that an annotated one has
 */
export function simulation(seeds, names) {
  const templates = ['test/golden', 'test/annotated/gold'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(ROOT, folder, file), 'utf8'))),
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

  /** Some of what an annotated article names, one after the other. */
  function some(entities) {
    if (names === undefined) return entities;
    const count = Math.floor(2 * names * random() + 0.5);
    const from = below(Math.max(1, entities.length - count));
    return entities.slice(from, from + count);
  }

  function simulate(i, articles) {
    const { entities, relations } = templates[below(templates.length)];
    const id = `bench/${i}.txt`;
    let text = '';
    const named = new Set();
    const made = some(entities).flatMap((entity) => {
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
    if (names !== undefined) while (text.length < GENERAL_LENGTH) text += `${brand(below(100_000))}，`;
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

  /** So many articles, the same ones every time. */
  function collect(count) {
    state = 7676;
    const documents = [];
    for (let i = 0; i < count; i++)
      documents.push(i % 5 === 4 ? reprintOf(documents[below(i)], i) : simulate(i, count));
    return documents;
  }

  return { collect, simulate };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [{ loadSeeds }, { extractorVersion }, { toResultLine }] = await Promise.all([
    import('../../dist/index.js'),
    import('../../dist/extract/version.js'),
    import('../../dist/extract/result.js'),
  ]);
  const seeds = loadSeeds();
  const version = extractorVersion(seeds);
  const [count = '1000', names] = process.argv.slice(2);
  const { collect } = simulation(seeds, names && Number(names));
  for (const { raw, extraction } of collect(Number(count))) {
    const line = Buffer.from(
      toResultLine({ ...raw, doc: raw.id.slice(raw.source.length + 1) }, extraction, version),
    );
    for (let at = 0; at < line.length; ) at += writeSync(1, line, at);
  }
}
