// General news of the summer of 2023 (CRUD_RAG, documents_dup_part_FILE, an article a line) as two collections that share no
// article, and what readers said of names and of articles in them. The news itself is no part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FOLDER = 'test/resolve';
export const HALVES = ['tune', 'held-out'];

const linesOf = (file) => readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
const suffixOf = (half) => (half === 'tune' ? '' : '-held-out');

/** The articles of a half by id: the file of the corpus, a colon, and the line, from 1. */
export function articlesOf(half) {
  return linesOf('news-articles.txt').flatMap((line) => {
    const [of, id] = line.split(' ');
    return of === half ? [id] : [];
  });
}

/**
 * Pairs of names of further news: of companies that were not joined though alike, and of projects, half of them held out; and of
 * both, drawn last, in articles that nothing else is of.
 */
export const FURTHER = [
  'news-firms',
  'news-projects',
  'news-projects-held-out',
  'news-names-held-out',
  'news-names-2',
  'news-names-held-out-2',
];

/** The labelled pairs of names of a file. */
export function namePairsIn(file) {
  return linesOf(`${file}.jsonl`).map((line) => JSON.parse(line));
}

/** The labelled pairs of names of a half. */
export function namePairsOf(half) {
  return namePairsIn(`news-pairs${suffixOf(half)}`);
}

/** The labelled pairs of articles of a half. */
export function articlePairsOf(half) {
  return articlePairsIn(`news-reprints${suffixOf(half)}`);
}

/** The labelled pairs of articles of a file. */
export function articlePairsIn(file) {
  return linesOf(`${file}.jsonl`).map((line) => JSON.parse(line));
}

/** Where a file of the corpus lies in a folder, packed or not; undefined where it does not. */
function pathOf(folder, file) {
  return [`documents_dup_part_${file}`, `news-part-${file}.txt.gz`]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Whether a folder has every file that the articles of a half lie in. */
export function hasTexts(folder, half) {
  const files = new Set(articlesOf(half).map((id) => id.split(':')[0]));
  return [...files].every((file) => pathOf(folder, file) !== undefined);
}

/** What gives the line of an article of the corpus: a date, where there is one, `，正文：` and the text. */
function linesIn(folder) {
  const files = new Map();
  return (id) => {
    const [file, number] = id.split(':');
    if (!files.has(file)) {
      const path = pathOf(folder, file);
      const bytes = readFileSync(path);
      files.set(file, (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n'));
    }
    return files.get(file)[number - 1];
  };
}

const startOf = (line) => line.indexOf('正文：') + 3;

/** What gives the text of an article of the corpus. */
export function textsOf(folder) {
  const lineOf = linesIn(folder);
  return (id) => lineOf(id).slice(startOf(lineOf(id)));
}

/** The articles of a half as documents. */
export function documentsOf(folder, half) {
  return documentsIn(folder, articlesOf(half));
}

/** Articles of the corpus as documents. */
export function documentsIn(folder, ids) {
  const lineOf = linesIn(folder);
  return ids.map((id) => {
    const line = lineOf(id);
    const start = startOf(line);
    const published = /\d{4}-\d{2}-\d{2}/u.exec(line.slice(0, start))?.[0];
    return {
      id,
      source: 'news',
      doc: id,
      text: line.slice(start),
      metadata: published === undefined ? {} : { published },
    };
  });
}

const typesOf = (type) => (type === 'Person' ? ['Official', 'Executive'] : [type]);

/**
 * Each pair of names with whether the program takes them for one; `joined` is undefined where the program does not read one of
 * the names in its article. `idOf` gives the collection's entity for a document's.
 */
export function judgeNames(pairs, extractions, idOf) {
  const byArticle = new Map(extractions.map((one) => [one.articles[0].id, one]));
  const find = (type, { name, article }) => {
    const own = (byArticle.get(article)?.entities ?? []).filter((one) => typesOf(type).includes(one.type));
    const entity = own.find((one) => one.name === name) ?? own.find(({ aliases }) => aliases.includes(name));
    return entity && idOf(article, entity.id);
  };
  return pairs.map((pair) => {
    const [left, right] = [pair.left, pair.right].map((side) => find(pair.type, side));
    return { ...pair, joined: left === undefined || right === undefined ? undefined : left === right };
  });
}

/** The share k of n with its 95 % interval. Source: Wilson, Probable inference (1927). */
export function rateOf(k, n) {
  if (n === 0) return { k, n, share: undefined, low: 0, high: 1 };
  const z = 1.96;
  const [share, a] = [k / n, (z * z) / n];
  const middle = (share + a / 2) / (1 + a);
  const reach = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + a);
  return { k, n, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** A rate as text: 0.86 of 43 (0.73 to 0.93). */
export function toText({ n, share, low, high }) {
  return n === 0
    ? 'none'
    : `${share.toFixed(2)} of ${String(n).padStart(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** Of the pairs that readers were sure of: the share of those that are one that were joined, and of those that are not. */
export function tally(judged) {
  const read = judged.filter(({ same, joined }) => same !== null && joined !== undefined);
  const rate = (same) => {
    const own = read.filter((pair) => pair.same === same);
    return rateOf(own.filter(({ joined }) => joined).length, own.length);
  };
  const unread = judged.filter(({ same, joined }) => same !== null && joined === undefined).length;
  return { same: rate(true), different: rate(false), unread };
}
