// Learns the weights of `src/resolve/scoring.ts`: logistic regression over the labelled pairs of people of one name in the first
// half, and over pairs of people of two names taken for namesakes, which show what articles share by chance; and over the
// labelled pairs of articles that are not held out.
//   npm run build && YUANTU_CORPUS=FOLDER node test/bench/weights.mjs
import { openExtractor } from '../../dist/extract/open.js';
import { loadSeeds } from '../../dist/index.js';
import { Gazetteer } from '../../dist/knowledge/gazetteer.js';
import { comparer } from '../../dist/resolve/person.js';
import { viewOf } from '../../dist/resolve/reference.js';
import { Names } from '../../dist/resolve/rules.js';
import { PERSON_WEIGHTS, REPRINT_WEIGHTS } from '../../dist/resolve/scoring.js';
import { compareWording, indexWording, wordingOf } from '../../dist/resolve/wording.js';
import { learn } from '../support/learn.mjs';
import { articlePairsIn, documentsOf, hasTexts, namePairsOf, textsOf } from '../support/news.mjs';

const REPRINT_SETS = [
  'reprints',
  'reprints-held-out',
  'reprints-held-out-2',
  'reprints-joined',
  'news-reprints',
  'reprints-forms',
];

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

const L2 = 0.3;
const print = (what, features, all, weights) => {
  console.log(`${what}: ${all.length} pairs`);
  for (const [k, name] of features.entries()) console.log(`  ${name}: ${weights[k].toFixed(2)}`);
};
print(
  'people',
  FEATURES,
  examples,
  learn(
    examples,
    FEATURES.map(() => L2),
  ),
);

// A wrong reprint spoils more than a missed one.
const WRONG = 3;
const texts = textsOf(folder);
const reprints = REPRINT_SETS.flatMap(articlePairsIn).flatMap(({ left, right, label }) => {
  const likeness = compareWording(indexWording(texts(left)), wordingOf(texts(right)));
  if (label === 'doubtful' || likeness === undefined) return [];
  const one = label === 'reprint';
  return [
    { values: Object.keys(REPRINT_WEIGHTS).map((name) => likeness[name]()), one, weight: one ? 1 : WRONG },
  ];
});
// The first is what holds of any two.
const l2 = Object.keys(REPRINT_WEIGHTS).map((_, i) => (i === 0 ? 0.01 : L2 / 10));
print('articles', Object.keys(REPRINT_WEIGHTS), reprints, learn(reprints, l2));
