// Reads articles with a model and writes what each says: node train/predict.mjs MODEL TEXTS OUT [NAMES,RELATIONS …]
// With thresholds, all types have the given ones, and OUT gets a folder for each pair of them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createExtractor } from '../dist/extract/document.js';
import { openReader } from '../dist/extract/encode/reader.js';
import { loadSeeds } from '../dist/knowledge/seeds.js';

const [model, texts, out, ...tried] = process.argv.slice(2);
const seeds = loadSeeds();
const reader = await openReader(model, seeds);
const known = new Map();
const encode = (document) => {
  const { id } = document.raw;
  if (!known.has(id)) known.set(id, reader.encode(document));
  return known.get(id);
};
const all = (thresholds, value) => Object.fromEntries(Object.keys(thresholds).map((type) => [type, value]));
const { names, entities, relations } = reader.card.thresholds;
const settings = tried.map((pair) => pair.split(',').map(Number));
const runs = settings.length
  ? settings.map(([n, r]) => ({
      folder: join(out, `${n}_${r}`),
      thresholds: { names: all(names, n), entities, relations: all(relations, r) },
    }))
  : [{ folder: out, thresholds: reader.card.thresholds }];
for (const { folder, thresholds } of runs) {
  const read = createExtractor({ ...reader, encode, card: { ...reader.card, thresholds } }, seeds);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(texts).filter((name) => name.endsWith('.txt'))) {
    const doc = basename(file, '.txt');
    const text = readFileSync(join(texts, file), 'utf8').replace(/^\uFEFF/u, '');
    const found = await read({ id: `texts/${doc}`, source: 'texts', doc, text, metadata: {} });
    writeFileSync(join(folder, `${doc}.json`), `${JSON.stringify(found, undefined, 1)}\n`);
  }
}
