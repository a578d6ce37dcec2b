// Reads articles with a model and writes what each says: node train/predict.mjs MODEL TEXTS OUT [SETTINGS.json]
// With settings, OUT gets a folder for each: {NAME: {names|entities|relations|links: a number for all types, or some types' own; state: a number}}.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createExtractor } from '../dist/extract/document.js';
import { openReader } from '../dist/extract/encode/reader.js';
import { loadSeeds } from '../dist/knowledge/seeds.js';

const [model, texts, out, tried] = process.argv.slice(2);
const seeds = loadSeeds();
const reader = await openReader(model, seeds);
const known = new Map();
const encode = (document) => {
  const { id } = document.raw;
  if (!known.has(id)) known.set(id, reader.encode(document));
  return known.get(id);
};
const { thresholds } = reader.card;
const spread = (own, told) =>
  typeof own === 'number'
    ? told
    : Object.fromEntries(
        Object.keys(own).map((type) => [type, typeof told === 'number' ? told : (told[type] ?? own[type])]),
      );
const runs = tried
  ? Object.entries(JSON.parse(readFileSync(tried, 'utf8'))).map(([name, told]) => ({
      folder: join(out, name),
      thresholds: Object.fromEntries(
        Object.entries(thresholds).map(([kind, own]) => [kind, spread(own, told[kind] ?? own)]),
      ),
    }))
  : [{ folder: out, thresholds }];
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
