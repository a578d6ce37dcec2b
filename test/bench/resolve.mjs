// How resolution and graph building grow: seconds for 1k, 10k and 100k articles, and peak memory.
//   npm run build && node test/bench/resolve.mjs [ARTICLES…]
// The articles are simulated: the labelled ones over and over, with names that recur in every third of them on average.
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { buildSnapshot } from '../../dist/graph/build.js';
import { diffSnapshots } from '../../dist/graph/diff.js';
import { loadSeeds } from '../../dist/index.js';
import { resolveEntities } from '../../dist/resolve/index.js';

const sizes = process.argv.slice(2).map(Number);
const gold = readdirSync('test/golden')
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`test/golden/${file}`, 'utf8')));

/** A small generator of numbers below n: the same ones every time. */
let state = 7676;
const below = (n) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % n;
};

const NAMED = ['Company', 'Project', 'Official', 'Executive', 'Organization'];
const DIGITS = '甲乙丙丁戊己庚辛壬癸';
const tag = (n) => [...String(n)].map((digit) => DIGITS[digit]).join('');

function simulate(count) {
  return Array.from({ length: count }, (_, i) => {
    const { doc, entities, relations } = gold[i % gold.length];
    const kept = entities.filter(() => below(3) > 0);
    const ids = new Set(kept.map((entity) => entity.id));
    const text = kept.map((entity) => entity.name).join('\n');
    const id = `bench/${i}.txt`;
    let at = 0;
    const extraction = {
      doc,
      articles: [{ id, start: 0, end: text.length, published: `20${10 + below(15)}-0${1 + below(9)}` }],
      entities: kept.map((entity) => {
        const start = at;
        at += entity.name.length + 1;
        const mark = NAMED.includes(entity.type) ? tag(below(1 + count / 3)) : '';
        return {
          ...entity,
          name: mark + entity.name,
          aliases: entity.aliases.map((alias) => mark + alias),
          confidence: 0.9,
          mentions: [{ start, end: start + entity.name.length, text: entity.name, rule: 'bench' }],
          facts: [],
        };
      }),
      relations: relations
        .filter(({ from, to }) => ids.has(from) && ids.has(to))
        .map((relation) => ({
          ...relation,
          confidence: 0.9,
          evidence: [{ start: 0, end: 10, quote: text.slice(0, 10), rule: 'bench' }],
        })),
    };
    return { raw: { id, source: 'bench', doc: id, text, metadata: {} }, extraction };
  });
}

const seeds = loadSeeds();
const seconds = (start) => ((performance.now() - start) / 1000).toFixed(1).padStart(7);
console.log('articles  entities      nodes      edges  resolve   graph    diff   peak MB');
for (const size of sizes.length ? sizes : [1000, 10_000, 100_000]) {
  const documents = simulate(size);
  let start = performance.now();
  const resolution = resolveEntities(
    documents.map(({ extraction }) => extraction),
    seeds,
  );
  const resolved = seconds(start);
  start = performance.now();
  const snapshot = buildSnapshot(documents, resolution, {}, seeds);
  const built = seconds(start);
  start = performance.now();
  diffSnapshots(snapshot, snapshot);
  const compared = seconds(start);
  const cells = [size, resolution.entities.length, snapshot.nodes.length, snapshot.relationships.length];
  const peak = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  console.log(
    ...cells.map((n) => String(n).padStart(9)),
    resolved,
    built,
    compared,
    String(peak).padStart(9),
  );
}
