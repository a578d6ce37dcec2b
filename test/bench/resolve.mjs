// How the collection's stages grow: stories, resolution and graph of 1k, 10k and 100k articles, then one article more.
//   npm run build && node test/bench/resolve.mjs [--store | --session] [ARTICLES…]
// --store also writes the graph, without positions and measures, into an embedded store, and each article more as well.
// --session instead lets a running process do all of it, the layout of the first picture too.
// The articles are simulated (test/support/simulated.mjs).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Collection } from '../../dist/collect/collection.js';
import { loadSeeds, openStore, Session } from '../../dist/index.js';
import { simulation } from '../support/simulated.mjs';

const seeds = loadSeeds();
const [withStore, withSession] = ['--store', '--session'].map((flag) => process.argv.includes(flag));
const sizes = process.argv
  .slice(2)
  .filter((word) => /^\d+$/u.test(word))
  .map(Number);
const { collect, simulate } = simulation(seeds);

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
