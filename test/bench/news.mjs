// How well names and articles of general news become one, on pairs that were labelled by reading: for each type and stratum the
// share of the pairs that are one which are joined, and of those that are not, with 95 % intervals.
//   npm run build && YUANTU_CORPUS=FOLDER node test/bench/news.mjs [--held-out | --further]
// --further builds the articles of the further pairs of companies and projects, and gives the totals of each file.
// Whoever changes a rule looks at the first half, and at what it lists; --held-out gives the other half's totals and nothing else.
import { Collection } from '../../dist/collect/collection.js';
import { openExtractor } from '../../dist/extract/open.js';
import { loadSeeds } from '../../dist/index.js';
import { toFirmWords } from '../../dist/resolve/firm-words.js';
import { partFirms } from '../../dist/resolve/firms.js';
import { StoryIndex } from '../../dist/resolve/reprint.js';
import { partWorks } from '../../dist/resolve/works.js';
import {
  articlePairsOf,
  documentsIn,
  documentsOf,
  FURTHER,
  hasTexts,
  judgeNames,
  namePairsIn,
  namePairsOf,
  tally,
  toText,
} from '../support/news.mjs';

const isFurther = process.argv.includes('--further');
const half = process.argv.includes('--held-out') ? 'held-out' : 'tune';
const folder = process.env.YUANTU_CORPUS;
if (folder === undefined || !hasTexts(folder, half)) {
  console.error('YUANTU_CORPUS names no folder with the files of test/resolve/news-articles.txt');
  process.exit(2);
}

const seeds = loadSeeds();
const extract = await openExtractor(seeds);
const further = FURTHER.flatMap((file) => namePairsIn(file).map((pair) => ({ ...pair, file })));
const furtherArticles = new Set(further.flatMap(({ left, right }) => [left.article, right.article]));
const documents = [];
for (const raw of isFurther ? documentsIn(folder, [...furtherArticles]) : documentsOf(folder, half))
  documents.push({ raw, extraction: await extract(raw) });
const collection = new Collection(seeds);
collection.update({ come: documents });
const stories = new StoryIndex();
stories.update(
  [],
  documents.flatMap(({ raw, extraction }) => extraction.articles.map((part) => ({ part, source: raw.text }))),
);

const names = judgeNames(
  isFurther ? further : namePairsOf(half),
  documents.map(({ raw, extraction }) => partWorks(partFirms(extraction, raw.text, toFirmWords(seeds)))),
  (document, entity) => collection.idOf(document, entity),
);
const articles = (isFurther ? [] : articlePairsOf(half)).map(({ left, right, label }) => ({
  left: { name: '', article: left },
  right: { name: '', article: right },
  type: 'Article',
  stratum: 'articles',
  why: label,
  same: label === 'doubtful' ? null : label === 'reprint',
  joined: stories.storyOf(left) === stories.storyOf(right),
}));
const all = [...names, ...articles];

/** A row for each value of a key, in the order in which they come. */
function rows(pairs, key) {
  return [...new Set(pairs.map(key))].map((value) => {
    const { same, different, unread } = tally(pairs.filter((pair) => key(pair) === value));
    return { what: value, 'one: joined': toText(same), 'not one: joined': toText(different), unread };
  });
}

console.log(
  `${isFurther ? 'further' : half}: ${documents.length} articles, ${names.length} pairs of names, ${articles.length} of articles`,
);
console.table(rows(all, ({ type, file }) => (file === undefined ? type : `${file} ${type}`)));
if (half === 'tune' && !isFurther) {
  console.table(rows(names, ({ type, stratum }) => `${type} ${stratum}`));
  console.table(rows(all, ({ type, why }) => `${type}: ${why}`));
  const side = ({ name, article }) => `${name}@${article}`;
  for (const { type, left, right, why, same, joined } of all)
    if (same !== null && joined !== undefined && same !== joined)
      console.log(`${same ? 'missed' : 'joined'} ${type}: ${side(left)} / ${side(right)} (${why})`);
}
