import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { userWords } from '../../../src/extract/segment/dictionary.ts';
import { segment } from '../../../src/extract/segment/index.ts';
import type { Segmenter } from '../../../src/extract/segment/jieba.ts';
import { documentOf, rawOf, seeds } from '../../support/view.ts';

const HARD = ['云岭😀高新区。', '𠮷野家来了。', '甲\n\n乙。丙', 'A B C', '', '。。。', '１２３亿元'];

describe('tokens', () => {
  it.each(HARD)('tile %j', (text) => {
    const { text: whole, tokens } = documentOf(text);
    expect(tokens.map((token) => token.text).join('')).toBe(whole);
    let at = 0;
    for (const token of tokens) {
      expect(token.start).toBe(at);
      expect(whole.slice(token.start, token.end)).toBe(token.text);
      at = token.end;
    }
    expect(at).toBe(whole.length);
  });

  it('never reach across a sentence', () => {
    const { sentences, tokens } = documentOf('云岭高新区开会。晨星科技签约！好');
    for (const { end } of sentences) expect(tokens.some((t) => t.start < end && end < t.end)).toBe(false);
  });

  it('are single characters where the segmenter drops some', () => {
    const lossy: Segmenter = { tag: () => [{ word: '高新区', tag: 'n' }] };
    const { tokens } = segment(clean(rawOf('云岭高新区好')), lossy);
    expect(tokens.map(({ text, pos }) => `${text}/${pos}`)).toEqual([
      '云/x',
      '岭/x',
      '高新区/n',
      '好/x',
      '\n/x',
    ]);
  });

  it('leave out words that the segmenter made up', () => {
    const liar: Segmenter = {
      tag: (text) => [
        { word: '松江', tag: 'ns' },
        { word: text, tag: 'n' },
      ],
    };
    expect(segment(clean(rawOf('云岭')), liar).tokens.map((t) => t.text)).toEqual(['云岭', '\n']);
  });
});

describe('the dictionary', () => {
  it('holds the zones of the seeds under their full and short names', () => {
    const words = new Map(userWords(seeds));
    for (const { name, aliases } of seeds.zones.slice(0, 20))
      for (const form of [name, ...aliases]) expect(words.get(form)).toBeDefined();
  });

  it('keeps a listed zone whole', () => {
    const zone = seeds.zones[0]?.name ?? '';
    expect(documentOf(`今天${zone}开会。`).tokens.map((t) => t.text)).toContain(zone);
  });
});
