// Learns the weights of `src/resolve/scoring.ts`: logistic regression over the labelled pairs of people of one name in the first
// half, and over pairs of people of two names taken for namesakes, which show what articles share by chance.
//   npm run build && YUANTU_CORPUS=FOLDER node test/bench/weights.mjs
import { openExtractor } from '../../dist/extract/open.js';
import { loadSeeds } from '../../dist/index.js';
import { Gazetteer } from '../../dist/knowledge/gazetteer.js';
import { comparer } from '../../dist/resolve/person.js';
import { viewOf } from '../../dist/resolve/reference.js';
import { Names } from '../../dist/resolve/rules.js';
import { PERSON_WEIGHTS } from '../../dist/resolve/scoring.js';
import { documentsOf, hasTexts, namePairsOf } from '../support/news.mjs';

const folder = process.env.YUANTU_CORPUS;
if (folder === undefined || !hasTexts(folder, 'tune')) {
  console.error('YUANTU_CORPUS names no folder with the files of test/resolve/news-articles.txt');
  process.exit(2);
}
const seeds = loadSeeds();
const divisions = new Gazetteer(seeds.divisions);
const names = new Names(divisions);
const extract = await openExtractor(seeds);
const people = [];
for (const raw of documentsOf(folder, 'tune')) {
  const view = viewOf(await extract(raw), (article) => article, divisions);
  for (const entity of view.extraction.entities)
    if (entity.type === 'Official' || entity.type === 'Executive') people.push(toGroup(view, entity));
}

/** A person of one article as resolution has it, bodies by their names. */
function toGroup(view, entity) {
  const bodies = view.extraction.relations.flatMap(({ from, type, to }) => {
    const body = view.extraction.entities[view.places.get(to) ?? -1];
    if (from !== entity.id || type !== 'HOLDS_POST' || body === undefined) return [];
    return [`${body.type}:${view.divisions.get(to)?.code ?? names.key(body.type, body.name)}`];
  });
  const key = names.key('Person', entity.name);
  return { key, references: [{ view, entity, context: bodies, above: [] }] };
}

const find = ({ name, article }) => {
  const here = people.filter(({ references: [{ view }] }) => view.id === article);
  const entityOf = ({ references: [{ entity }] }) => entity;
  return (
    here.find((one) => entityOf(one).name === name) ??
    here.find((one) => entityOf(one).aliases.includes(name))
  );
};

const compare = comparer(names);
const FEATURES = Object.keys(PERSON_WEIGHTS);
const valuesOf = (a, b) => {
  const { features } = compare(a, b);
  return FEATURES.map((name) => {
    const found = features.find((feature) => feature.name === name);
    return found === undefined ? 0 : found.score / PERSON_WEIGHTS[name];
  });
};

const examples = namePairsOf('tune').flatMap(({ type, same, left, right }) => {
  if (type !== 'Person' || same === null || left.name !== right.name) return [];
  const [a, b] = [find(left), find(right)];
  return a === undefined || b === undefined ? [] : [{ values: valuesOf(a, b), one: same, weight: 1 }];
});
const STRANGERS = 1500;
const STRANGER_WEIGHT = 0.05;
for (let i = 0; i < STRANGERS; i++) {
  const [a, b] = [people[(i * 7919) % people.length], people[(i * 104729 + 31) % people.length]];
  if (a.key === b.key || a.references[0].view === b.references[0].view) continue;
  const values = valuesOf({ ...a, key: '同名' }, { ...b, key: '同名' });
  examples.push({ values, one: false, weight: STRANGER_WEIGHT });
}

const [STEPS, RATE, L2] = [4000, 0.02, 0.3];
const weights = FEATURES.map(() => 0);
for (let step = 0; step < STEPS; step++) {
  const gradient = weights.map((weight) => L2 * weight);
  for (const { values, one, weight } of examples) {
    const odds = values.reduce((sum, value, k) => sum + value * weights[k], 0);
    const error = (1 / (1 + Math.exp(-odds)) - (one ? 1 : 0)) * weight;
    values.forEach((value, k) => {
      gradient[k] += error * value;
    });
  }
  gradient.forEach((value, k) => {
    weights[k] -= RATE * value;
  });
}
console.log(`${examples.length} pairs`);
for (const [k, name] of FEATURES.entries()) console.log(`${name}: ${weights[k].toFixed(2)}`);
