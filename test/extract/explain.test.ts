import { describe, expect, it } from 'vitest';
import { formatExplanation } from '../../src/cli/explain.ts';
import { wordsOf } from '../../src/cli/words.ts';
import type { Explanation } from '../../src/extract/explain.ts';
import { openExplainer, openExtractor } from '../../src/extract/open.ts';
import { rawOf, seeds } from '../support/view.ts';

const extract = await openExtractor(seeds);
const explain = await openExplainer(seeds);

const RAW = rawOf(
  [
    '晨星科技有限公司总投资51.5亿元的晨星动力电池生产基地项目在云岭高新区开工。',
    '云岭高新区管委会主任王建国出席。 云岭高新区引进了海拓电子、博远精密等企业。',
  ].join('\r\n'),
);
const extraction = await extract(RAW);
const explanation = await explain(RAW);
const all = await explain(RAW, { least: 0.001 });
const mentionsOf = ({ sentences }: Explanation) => sentences.flatMap(({ mentions }) => mentions);
const relationsOf = ({ sentences }: Explanation) => sentences.flatMap(({ relations }) => relations);

describe('an explanation', () => {
  it('takes what the extraction takes, under the same ids', () => {
    const taken = mentionsOf(explanation).filter(({ fate }) => fate === 'taken');
    expect(
      taken
        .map(({ entity, start, end, type, text, rule }) => [entity?.id, type, start, end, text, rule])
        .sort(),
    ).toEqual(
      extraction.entities
        .flatMap(({ id, type, mentions: found }) =>
          found.map(({ start, end, text, rule }) => [id, type, start, end, text, rule]),
        )
        .sort(),
    );
    const pairs = relationsOf(explanation)
      .filter(({ fate }) => fate === 'taken')
      .map(({ from, type, to }) => `${from.id} ${type} ${to.id}`);
    expect(new Set(pairs)).toEqual(
      new Set(extraction.relations.map(({ from, type, to }) => `${from} ${type} ${to}`)),
    );
  });

  it('tells how likely each is, what it might be instead, its words, and the lists that hold them', () => {
    const zone = mentionsOf(explanation).find(({ text }) => text === '云岭高新区');
    expect(zone).toMatchObject({ type: 'Zone', fate: 'taken', rule: 'model/name' });
    expect(zone?.runnerUp?.type).not.toBe('Zone');
    expect(zone?.runnerUp?.confidence).toBeLessThan(zone?.confidence ?? 0);
    expect(zone?.words.map(({ text }) => text).join('')).toContain('高新区');
    expect(zone?.lists).toContainEqual({ list: 'generic-words', text: '高新区' });
  });

  it('tells what dropped the rest', () => {
    const refused = mentionsOf(all).filter(({ fate }) => fate !== 'taken');
    expect(refused.length).toBeGreaterThan(0);
    for (const { fate, confidence, least, lostTo, start, end } of refused) {
      if (fate === 'unlikely') expect(confidence).toBeLessThanOrEqual(least);
      if (lostTo) expect(lostTo.start < end && start < lostTo.end).toBe(true);
    }
    for (const { fate, confidence, least } of relationsOf(all))
      expect(confidence > least).toBe(fate !== 'unlikely');
  });

  it('leaves the most unlikely ones out unless asked for', () => {
    const told = mentionsOf(explanation);
    expect(told.every(({ fate, confidence }) => fate === 'taken' || confidence >= 0.1)).toBe(true);
    expect(mentionsOf(all).length).toBeGreaterThan(told.length);
    expect(relationsOf(all).length).toBeGreaterThan(relationsOf(explanation).length);
  });

  it('tells what a name that the user watches displaced', async () => {
    const lexicon = [{ name: '星科技有限公司总', type: 'Company', aliases: [] } as const];
    const mentions = mentionsOf(await (await openExplainer({ ...seeds, lexicon }))(RAW));
    const lost = mentions.find(({ text }) => text === '晨星科技有限公司');
    expect(lost).toMatchObject({ fate: 'lost', lostTo: { text: '星科技有限公司总', type: 'Company' } });
  });

  it('survives JSON, and its sentences slice to the text', () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    for (const { start, end, text } of all.sentences) expect(RAW.text.slice(start, end)).toBe(text);
  });

  it('is printed for people, with mentions in brackets, in either language', () => {
    const zh = formatExplanation(explanation, wordsOf('zh'), false);
    expect(zh).toContain('[晨星科技有限公司|企业]总投资51.5亿元的');
    expect(zh).toMatch(/^ {2}\+ 企业 晨星科技有限公司 {2}\d\.\d\d {2}model\/name {2}→ e\d/mu);
    expect(zh).toMatch(/^ {6}其次 \S+ \d\.\d\d · 分词 \S/mu);
    const en = formatExplanation(all, wordsOf('en'), true);
    expect(en).toContain('\u001b[32m[\u001b[0m晨星科技有限公司\u001b[32m|Company]\u001b[0m');
    expect(en).toMatch(/too unlikely \(must pass 0\.\d\d\)/u);
  });
});
