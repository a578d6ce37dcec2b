import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/extract/clean/index.ts';
import { openExtractor } from '../../src/extract/open.ts';
import { segment } from '../../src/extract/segment/index.ts';
import type { Span } from '../../src/model/span.ts';
import { inLongRun } from '../support/long.ts';
import { rawOf, seeds, segmenter } from '../support/view.ts';

const extract = await openExtractor(seeds);

const SENTENCES = [
  '云岭高新区管委会主任王建国走进晨星科技有限公司，了解生产情况。',
  '总投资51.5亿元的博远光伏组件项目在松江经济技术开发区（松江经开区）开工！',
  '海拓电子、博远精密、蓝舟生物等企业落户云岭高新区青禾产业园。',
  '晨星新能源有限公司（以下简称“晨星新能源”）是晨星集团的全资子公司；该项目预计明年投产',
  '雲嶺高新區的產業園區裏，這個項目們開工建設，電機廠業務發展很快。',
  'ＡＢＣ公司与５Ｇ实验室签约，总额２０亿元以上',
  '云岭高新区开会。（王明 李海）',
  '责编：某某',
  '云岭日报讯 今天上午，县领导刘国栋、赵建军一同调研。',
];
const ODDITIES = [
  '😀🏭',
  '\ud83d',
  '\udc00',
  '\u200b\ufeff',
  '（（【《“',
  '”》】））',
  '。！？…',
  '、、等企业',
  '\u0000',
  '﷽㎡①',
  '𠮷',
  ' ',
];

/** A sentence with a space inside: between two Han characters, as in text taken out of a PDF. */
const spaced = fc
  .tuple(fc.constantFrom(...SENTENCES.slice(0, 3)), fc.nat(20))
  .map(([text, at]) =>
    text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, (_, i) => (i > at ? '' : ' ')),
  );
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 1, arbitrary: spaced },
  { weight: 2, arbitrary: fc.constantFrom(...ODDITIES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('云', 'A', '0', '（', '、', '产'), fc.integer({ min: 50, max: 400 }))
      .map(([c, n]) => c.repeat(n)),
  },
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('', '\n', '\r\n', '\n\n', '\u3000')), { maxLength: 10 })
  .map((pieces) => pieces.flat().join(''));
/** Lines of which each is whole: it ends with a stop, or is furniture. */
const whole = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...SENTENCES), spaced),
      fc.constantFrom('', '😀🏭', '\ud83d', '\u200b\ufeff', '\u0000', '﷽㎡①', '𠮷', ' '),
      fc.constantFrom('\n', '\r\n', '\n\n', '\u2028'),
    ),
    { maxLength: 10 },
  )
  .map((lines) =>
    lines.map(([line, odd, end]) => (/[。！）某]$/u.test(line) ? line : `${line}${odd}。`) + end).join(''),
  );
const OPTIONS = { numRuns: 60 };

const ARTICLES = readdirSync('seeds/articles')
  .sort()
  .map((file) => [file, readFileSync(`seeds/articles/${file}`, 'utf8').replace(/^\uFEFF/u, '')] as const);

/** Everything that an extraction claims can be read at its place in the original text. */
async function checkEvidence(original: string): Promise<void> {
  const { articles, entities, relations } = await extract(rawOf(original));
  const quotes = [
    ...entities.flatMap((e) => e.mentions.map((m): [Span, string] => [m, m.text])),
    ...entities.flatMap((e) => e.facts.map((f): [Span, string] => [f, f.quote])),
    ...relations.flatMap((r) => r.evidence.map((e): [Span, string] => [e, e.quote])),
  ];
  for (const [{ start, end }, quote] of quotes) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(original.length);
    expect(original.slice(start, end)).toBe(quote);
  }
  for (const { mentions } of entities) expect(mentions.length).toBeGreaterThan(0);
  for (const { evidence } of relations) expect(evidence.length).toBeGreaterThan(0);
  let at = 0;
  for (const { start, end } of articles) {
    expect(start).toBe(at);
    at = end;
  }
  expect(at).toBe(original.length);
}

function checkTokens(original: string): void {
  const document = segment(clean(rawOf(original)), segmenter);
  let at = 0;
  for (const token of document.tokens) {
    if (token.start !== at || document.text.slice(token.start, token.end) !== token.text)
      expect.fail(`a token at ${token.start} where ${at} was due`);
    at = token.end;
  }
  expect(at).toBe(document.text.length);
}

function checkTwice(original: string): void {
  const once = clean(rawOf(original)).text;
  expect(clean(rawOf(once)).text).toBe(once);
}

describe('over the five articles', () => {
  it.each(ARTICLES)('every claim of %s is where it says', (_, original) => checkEvidence(original));

  it.each(ARTICLES)('the tokens of %s tile its text', (_, original) => checkTokens(original));

  it.each(ARTICLES)('cleaning %s twice is cleaning it once', (_, original) => checkTwice(original));

  it('an extraction does not depend on what was extracted before', async () => {
    const [a = '', b = ''] = ARTICLES.map(([, original]) => original);
    const first = JSON.stringify(await extract(rawOf(a)));
    await extract(rawOf(b));
    expect(JSON.stringify(await extract(rawOf(a)))).toBe(first);
  });
});

describe('over any text', () => {
  it('every claim is where it says, and the articles tile the text', async () => {
    await fc.assert(fc.asyncProperty(text, checkEvidence), { numRuns: inLongRun(60, 15) });
  });

  it('tokens tile the cleaned text', () => {
    fc.assert(fc.property(text, checkTokens), OPTIONS);
  });

  it('cleaning whole lines twice is cleaning them once', () => {
    fc.assert(fc.property(whole, checkTwice), OPTIONS);
  });

  it('a span of the cleaned text stands for characters of the original, in order', () => {
    fc.assert(
      fc.property(text, (original) => {
        const document = clean(rawOf(original));
        let last = 0;
        for (let i = 0; i < document.text.length; i++) {
          const { start, end } = document.toOriginal({ start: i, end: i + 1 });
          if (start < last || end < start || end > original.length) expect.fail(`unit ${i}: ${start}-${end}`);
          last = start;
        }
      }),
      OPTIONS,
    );
  });

  it('an extraction does not depend on what was extracted before', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const first = JSON.stringify(await extract(rawOf(a)));
        await extract(rawOf(b));
        expect(JSON.stringify(await extract(rawOf(a)))).toBe(first);
      }),
      { numRuns: inLongRun(25, 5) },
    );
  });

  it.each(['云', 'A', '9', '(', '、', '园', '公司', '项目', '、等', '主任王'])(
    'a very long run of %s is read',
    async (unit) => {
      await checkEvidence(unit.repeat(inLongRun(3000, 600)));
    },
  );
});
