// How fast the extractor is: articles a second, its time over that of the bare encoder on the same texts, peak memory; then its
// rate by the number of workers, each with a dictionary and a model of its own, up to one a core.
//   npm run build && npm run bench [-- PATH…]
// A PATH is a folder of articles, or a corpus with one article a line: .jsonl, .txt or .txt.gz. Default: seeds/articles.
// The extractor and the encoder run in this one thread, one after the other, over the same texts, as often as fills some seconds.
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { clean } from '../../dist/extract/clean/index.js';
import { createExtractor } from '../../dist/extract/document.js';
import { openReader } from '../../dist/extract/encode/reader.js';
import { MODEL } from '../../dist/extract/open.js';
import { userWords } from '../../dist/extract/segment/dictionary.js';
import { segment } from '../../dist/extract/segment/index.js';
import { createSegmenter } from '../../dist/extract/segment/jieba.js';
import { extractAll, loadSeeds, openExtractor, readSources } from '../../dist/index.js';

const LEAST_SECONDS = 5;
const paths = process.argv.slice(2);

async function readDocuments(path) {
  if (statSync(path).isDirectory() || path.endsWith('.jsonl')) {
    const documents = [];
    for await (const item of readSources([path])) if (!('reason' in item)) documents.push(item);
    return documents;
  }
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({
      id: `bench/${i + 1}`,
      source: 'bench',
      doc: String(i + 1),
      text: line,
      metadata: {},
    }));
}

/** Seconds that one round over all documents takes, and how many rounds were run. */
async function time(documents, work) {
  // What is compiled on the way is no part of the speed.
  for (const document of documents.slice(0, 10)) await work(document);
  const start = performance.now();
  let rounds = 0;
  do {
    for (const document of documents) await work(document);
    rounds++;
  } while (performance.now() - start < LEAST_SECONDS * 1000);
  return (performance.now() - start) / 1000 / rounds;
}

/** Articles a second that so many workers read, from the first answer on. */
async function rateOf(workers, documents, count) {
  const seeds = loadSeeds();
  function* again() {
    for (let i = 0; i < count; i++) yield documents[i % documents.length];
  }
  let start;
  for await (const _ of extractAll(again(), { seeds, workers, open: () => openExtractor(seeds) }))
    start ??= performance.now();
  return ((count - 1) * 1000) / (performance.now() - start);
}

const megabytes = (bytes) => Math.round(bytes / 1e6);

const documents = (await Promise.all((paths.length ? paths : ['seeds/articles']).map(readDocuments))).flat();
const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
const loading = performance.now();
const seeds = loadSeeds();
const reader = await openReader(MODEL, seeds);
const extract = createExtractor(reader, seeds);
const loaded = (performance.now() - loading) / 1000;
const segmenter = createSegmenter(userWords(seeds));
const cut = documents.map((raw) => segment(clean(raw), segmenter));
const bare = await time(cut, reader.encode);
const before = process.memoryUsage().rss;
const own = await time(documents, extract);
// On Linux the peak comes in kilobytes.
const peak = process.resourceUsage().maxRSS * 1024;

console.log(`articles            ${documents.length} (${characters} characters)`);
console.log(`load                ${loaded.toFixed(2)} s`);
console.log(
  `extract             ${(documents.length / own).toFixed(1)} articles/s, ${(characters / own / 1e6).toFixed(2)} M characters/s`,
);
console.log(`bare encoder        ${(documents.length / bare).toFixed(1)} articles/s`);
console.log(`ratio               ${(own / bare).toFixed(2)} times the time of the bare encoder`);
console.log(`memory              peak ${megabytes(peak)} MB, ${megabytes(before)} MB before extracting`);

const count = Math.ceil((documents.length / own) * LEAST_SECONDS * 2);
for (let workers = 2; workers <= availableParallelism(); workers *= 2) {
  const rate = await rateOf(workers, documents, count * workers);
  console.log(`${`${workers} workers`.padEnd(19)} ${rate.toFixed(1)} articles/s`);
}
console.log('what a collection costs, from 1,000 to 100,000 articles: npm run bench:collection');
