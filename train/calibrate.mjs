// Fits how sure a model's scores are, on articles that it has not seen: node train/calibrate.mjs MODEL TEXTS GOLD > confidence.json
// To the other output go, for each type, how much was said, how much of it is right, and the expected calibration error before
// and after, each half of the articles told by what was fitted on the other.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { matchEntities } from '../dist/eval/match.js';
import { relationKey, spareLocations } from '../dist/eval/score.js';
import { createStages } from '../dist/extract/document.js';
import { confidenceOf, scoreFor } from '../dist/extract/encode/confidence.js';
import { SPAN_TYPES } from '../dist/extract/encode/name.js';
import { openReader } from '../dist/extract/encode/reader.js';
import { idsOf, toExtraction } from '../dist/extract/extraction.js';
import { loadSeeds } from '../dist/knowledge/seeds.js';
import { RELATION_TYPES } from '../dist/model/relation.js';

const AS_IT_IS = { slope: 1, shift: 0 };
const BANDS = 10;

const [model, texts, golds] = process.argv.slice(2);
const seeds = loadSeeds();
const reader = await openReader(model, seeds);
const all = (types) => Object.fromEntries(types.map((type) => [type, AS_IT_IS]));
const raw = { names: all(SPAN_TYPES), relations: all(RELATION_TYPES) };
const read = createStages({ ...reader, card: { ...reader.card, confidence: raw } }, seeds);

// What was said: {article, type, score, right}; of a relation the types and scores of its ends too.
const [names, relations] = [[], []];
const files = readdirSync(golds).filter((name) => name.endsWith('.json'));
for (const [article, file] of files.entries()) {
  const doc = basename(file, '.json');
  const text = readFileSync(join(texts, `${doc}.txt`), 'utf8').replace(/^\uFEFF/u, '');
  const gold = JSON.parse(readFileSync(join(golds, file), 'utf8'));
  const reading = await read({ id: doc, source: 'texts', doc, text, metadata: {} });
  const { entities, findings } = reading;
  const found = toExtraction(reading);
  const { toGold } = matchEntities(gold.entities, found.entities);
  const ids = idsOf(entities, findings);
  const ends = new Map();
  for (const [place, id] of ids) {
    const at = found.entities.findIndex((entity) => entity.id === id);
    const score = Math.max(...entities[place].mentions.map(({ confidence }) => scoreOf(confidence)));
    // Confidences are fitted by the type that names were found as.
    const end = { article, type: entities[place].type, score, right: toGold.has(at), gold: toGold.get(at) };
    ends.set(place, end);
    names.push(end);
  }
  const place = new Map(gold.entities.map(({ id }, i) => [id, i]));
  const told = new Set(
    gold.relations.map(({ from, type, to }) => relationKey(type, place.get(from), place.get(to))),
  );
  const spare = spareLocations(gold, (id) => place.get(id));
  for (const { from, type, to, confidence } of findings.links) {
    const [a, b] = [ends.get(from), ends.get(to)];
    if (!a || !b) continue;
    const key = relationKey(type, a.gold, b.gold);
    const right = told.has(key);
    if (!right && spare.has(key)) continue;
    relations.push({ article, type, score: scoreOf(confidence), right, ends: [a, b] });
  }
}

function scoreOf(confidence) {
  return scoreFor(Math.min(Math.max(confidence, 1e-9), 1 - 1e-9), AS_IT_IS);
}

/** The scale under which what came out is likeliest, drawn a little to another one, so that few rows do not tell much. */
function likeliest(rows, chance, prior) {
  const loss = (scale) => {
    let sum = 4 * ((scale.slope - prior.slope) ** 2 + 0.25 * (scale.shift - prior.shift) ** 2);
    for (const row of rows) {
      const p = Math.min(Math.max(chance(row, scale), 1e-6), 1 - 1e-6);
      sum -= Math.log(row.right ? p : 1 - p);
    }
    return sum;
  };
  let [best, least] = [prior, loss(prior)];
  for (let step = 0.5; step > 0.004; step /= 2)
    for (let moved = true; moved; ) {
      moved = false;
      for (const [slope, shift] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
      ]) {
        const next = { slope: best.slope + slope, shift: best.shift + shift };
        if (next.slope < 0.05) continue;
        const own = loss(next);
        if (own < least - 1e-9) [best, least, moved] = [next, own, true];
      }
    }
  return best;
}

function fitTypes(types, rows, chance) {
  const together = likeliest(rows, chance, AS_IT_IS);
  return Object.fromEntries(
    types.map((type) => [
      type,
      likeliest(
        rows.filter((row) => row.type === type),
        chance,
        together,
      ),
    ]),
  );
}

const chanceOf = (row, scale) => confidenceOf(row.score, scale);
function fitAll(among) {
  const own = names.filter(among);
  const scales = { names: fitTypes(SPAN_TYPES, own, chanceOf) };
  const ends = (row) => row.ends.reduce((product, end) => product * chanceOf(end, scales.names[end.type]), 1);
  return {
    ...scales,
    relations: fitTypes(
      RELATION_TYPES,
      relations.filter(among),
      (row, scale) => chanceOf(row, scale) * ends(row),
    ),
  };
}

const told = (scales) => (row) =>
  row.ends
    ? row.ends.reduce(
        (p, end) => p * chanceOf(end, scales.names[end.type]),
        chanceOf(row, scales.relations[row.type]),
      )
    : chanceOf(row, scales.names[row.type]);

/** How far confidence is from what is right, on average over what was said. */
function calibrationError(rows, confidence) {
  const bands = Array.from({ length: BANDS }, () => ({ said: 0, right: 0 }));
  for (const row of rows) {
    const p = confidence(row);
    const band = bands[Math.min(Math.floor(p * BANDS), BANDS - 1)];
    band.said += p;
    band.right += row.right ? 1 : 0;
  }
  return bands.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / (rows.length || 1);
}

const isEven = ({ article }) => article % 2 === 0;
const [even, odd] = [fitAll(isEven), fitAll((row) => !isEven(row))];
const across = (row) => told(isEven(row) ? odd : even)(row);
const CERTAIN = 0.95;
console.error('type said right share error-before error-after certain right-of-certain');
for (const [what, rows] of [
  ['names', names],
  ['relations', relations],
])
  for (const type of ['all', ...new Set(rows.map((row) => row.type))]) {
    const own = rows.filter((row) => type === 'all' || row.type === type);
    const right = own.filter((row) => row.right).length;
    const certain = own.filter((row) => across(row) >= CERTAIN);
    const figures = [
      ...[right / own.length, calibrationError(own, told(raw)), calibrationError(own, across)].map((n) =>
        n.toFixed(3),
      ),
      certain.length,
      (certain.filter((row) => row.right).length / (certain.length || 1)).toFixed(3),
    ];
    console.error(what, type, own.length, right, ...figures);
  }
const twoPlaces = (scale) => ({
  slope: Math.round(scale.slope * 100) / 100,
  shift: Math.round(scale.shift * 100) / 100,
});
const out = Object.fromEntries(
  Object.entries(fitAll(() => true)).map(([kind, scales]) => [
    kind,
    Object.fromEntries(Object.entries(scales).map(([type, scale]) => [type, twoPlaces(scale)])),
  ]),
);
console.log(JSON.stringify(out, undefined, 2));
