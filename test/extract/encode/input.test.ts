import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { CHANNELS, createChannels } from '../../../src/extract/encode/channels.ts';
import { toPieces } from '../../../src/extract/encode/pieces.ts';
import { readVocabulary } from '../../../src/extract/encode/vocabulary.ts';
import { toWindows } from '../../../src/extract/encode/window.ts';
import { WordTree } from '../../../src/extract/encode/word-tree.ts';
import { userWords } from '../../../src/extract/segment/dictionary.ts';
import { segment } from '../../../src/extract/segment/index.ts';
import { createSegmenter } from '../../../src/extract/segment/jieba.ts';
import { loadSeeds } from '../../../src/knowledge/seeds.ts';

const vocabulary = readVocabulary(fileURLToPath(new URL('../../../models/vocabulary.tsv', import.meta.url)));
const seeds = loadSeeds();
const segmenter = createSegmenter(userWords(seeds));
const read = (text: string) =>
  segment(clean({ id: 'a', source: 'a', doc: 'a', text, metadata: {} }), segmenter);
const words = new Map([...vocabulary.numbers].map(([piece, number]) => [number, piece]));
const cut = (text: string): string =>
  toPieces(read(text), vocabulary)
    .numbers.map((number) => words.get(number) ?? '?')
    .join(' ');

describe('pieces', () => {
  it('begin a paragraph with a mark of space, and tell characters that no piece holds', () => {
    expect(cut('南昌经开区发展。')).toBe('▁ 南昌 经 开 区 发展 。');
    expect(cut('开工𠮷。')).toContain('?');
  });

  it('have starts that never fall and stay in the text', () => {
    const document = read('在线教育公司ABC Education落户。\n第二段,云岭高新区。');
    const { starts } = toPieces(document, vocabulary);
    expect(starts.every((start, i) => start >= (starts[i - 1] ?? 0) && start < document.text.length)).toBe(
      true,
    );
  });
});

describe('windows', () => {
  it('hold every piece once, whole sentences, and no more than the encoder takes', () => {
    const document = read('云岭高新区新引进的一批装备制造企业昨天签约。'.repeat(120));
    const pieces = toPieces(document, vocabulary);
    const windows = toWindows(document, pieces);
    expect(windows[0]?.first).toBe(0);
    expect(windows.at(-1)?.last).toBe(pieces.numbers.length);
    for (const [i, { first, last, end }] of windows.entries()) {
      expect(last - first).toBeLessThanOrEqual(440);
      expect(first).toBe(windows[i - 1]?.last ?? 0);
      expect(document.sentences.some((sentence) => sentence.end === end)).toBe(true);
    }
  });

  it('cut a sentence that is longer than any window', () => {
    const document = read('云岭高新区新引进企业,'.repeat(200));
    const windows = toWindows(document, toPieces(document, vocabulary));
    expect(windows.length).toBeGreaterThan(2);
    expect(windows.every(({ start }, i) => i === 0 || start === windows[i - 1]?.end)).toBe(true);
  });

  it('hold no more characters than the scores of spans have room for, however long the pieces are', () => {
    const document = read(`云岭${'international cooperation '.repeat(200)}。`);
    const windows = toWindows(document, toPieces(document, vocabulary));
    expect(Math.max(...windows.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1200);
  });
});

describe('channels', () => {
  it('tell words, and the places of a hit', () => {
    const document = read('南昌市领导说');
    const channels = createChannels(seeds)(document);
    const of = (name: string) => [...(channels[CHANNELS.findIndex((one) => one.name === name)] ?? [])];
    expect(of('word').slice(0, 3)).toEqual([1, 2, 3]);
    expect(of('divisions').slice(0, 4)).toEqual([1, 2, 3, 0]);
  });

  it('take the longest word of each list', () => {
    const tree = new WordTree([
      [0, '云岭'],
      [0, '云岭市'],
      [1, '云'],
    ]);
    expect(tree.longestAt('在云岭市里', 1)).toEqual([
      { list: 0, end: 4 },
      { list: 1, end: 2 },
    ]);
  });
});
