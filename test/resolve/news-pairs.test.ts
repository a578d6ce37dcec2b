import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/collect/build.ts';
import { Collection } from '../../src/collect/collection.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { ExtractedDocument } from '../../src/model/resolution.ts';
import { toFirmWords } from '../../src/resolve/firm-words.ts';
import { partFirms } from '../../src/resolve/firms.ts';
import { partWorks } from '../../src/resolve/works.ts';
import {
  articlePairsOf,
  articlesOf,
  documentsOf,
  FURTHER,
  HALVES,
  hasTexts,
  judgeNames,
  namePairsIn,
  namePairsOf,
  rateOf,
  tally,
  toText,
} from '../support/news.mjs';
import { findStories } from '../support/stories.ts';

/** Pairs of names with a clear label that each half has at least. */
const LEAST_NAMES = 450;

/** The folder of the corpus, which is not part of the project. */
const corpus = process.env.YUANTU_CORPUS;

describe.each(HALVES)('labelled pairs of general news: %s', (half) => {
  const here = new Set(articlesOf(half));
  const names = namePairsOf(half);
  const articles = articlePairsOf(half);

  it('are of articles of this half, and each stands there once', () => {
    const others = HALVES.filter((other) => other !== half).flatMap(articlesOf);
    expect(others.filter((id) => here.has(id))).toEqual([]);
    const used = [
      ...names.flatMap(({ left, right }) => [left.article, right.article]),
      ...articles.flatMap(({ left, right }) => [left, right]),
    ];
    expect(used.filter((id) => !here.has(id))).toEqual([]);
    const keys = names.map(({ type, left, right }) =>
      [type, ...[left, right].map(({ name, article }) => `${name}@${article}`).sort()].join(' '),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const pairs = articles.map(({ left, right }) => [left, right].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('say of each why, and of a name that is none nothing more', () => {
    expect(names.filter(({ why }) => why === '')).toEqual([]);
    expect(names.filter(({ noThing, same }) => noThing === true && same !== null)).toEqual([]);
    expect(names.filter(({ same }) => same !== null).length).toBeGreaterThanOrEqual(LEAST_NAMES);
    expect(articles.length).toBeGreaterThanOrEqual(100);
  });

  const isHere = corpus !== undefined && hasTexts(corpus, half);
  if (!isHere)
    console.warn(`YUANTU_CORPUS names no folder with the articles of ${half}: pairs are not measured`);
  const measured = isHere ? it : () => {};
  measured(
    'are mostly joined where they are one, and mostly not where they are not',
    { timeout: 900_000 },
    async () => {
      const seeds = loadSeeds();
      const extract = await openExtractor(seeds);
      const documents: ExtractedDocument[] = [];
      for (const raw of documentsOf(corpus ?? '', half))
        documents.push({ raw, extraction: await extract(raw) });
      const collection = new Collection(seeds);
      collection.update({ come: documents });
      const judged = judgeNames(
        names,
        documents.map(({ raw, extraction }) =>
          partWorks(partFirms(extraction, raw.text, toFirmWords(seeds))),
        ),
        (document, entity) => collection.idOf(document, entity),
      );
      const stories = findStories(documents);
      const reprints = articles.map(({ left, right, label }) => ({
        same: label === 'doubtful' ? null : label === 'reprint',
        joined: stories[left] === stories[right],
      }));
      const rows = { names: tally(judged), articles: tally(reprints) };
      console.table(
        Object.entries(rows).map(([what, { same, different, unread }]) => ({
          what,
          'one: joined': toText(same),
          'not one: joined': toText(different),
          unread,
        })),
      );
      for (const { same, different, unread } of Object.values(rows)) {
        expect(same.share).toBeGreaterThan(0.5);
        expect(different.share).toBeLessThan(0.5);
        expect(unread).toBeLessThan(same.n);
      }
    },
  );
});

describe.each(FURTHER)('further pairs of names: %s', (file) => {
  it('stand there once each, and say why', () => {
    const pairs = namePairsIn(file);
    const keys = pairs.map(({ left, right }) =>
      [left, right]
        .map(({ name, article }) => `${name}@${article}`)
        .sort()
        .join(' '),
    );
    expect(new Set(keys).size).toBe(pairs.length);
    expect(pairs.filter(({ why }) => why === '')).toEqual([]);
    expect(pairs.length).toBeGreaterThan(60);
  });
});

it('a rate comes with its interval', () => {
  expect(toText(rateOf(37, 43))).toBe('0.86 of  43 (0.73 to 0.93)');
  expect(toText(rateOf(0, 0))).toBe('none');
});
