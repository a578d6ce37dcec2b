import { describe, expect, it } from 'vitest';
import { formatExplanation } from '../../src/cli/explain.ts';
import { wordsOf } from '../../src/cli/words.ts';
import { createExtractor } from '../../src/extract/document.ts';
import { createExplainer } from '../../src/extract/explain.ts';
import { loadModels } from '../../src/extract/models.ts';
import { rawOf, seeds } from '../support/view.ts';

const models = loadModels();
const extract = createExtractor(seeds, models);
const explain = createExplainer(seeds, models);

const RAW = rawOf(
  [
    '晨星科技有限公司总投资51.5亿元的晨星动力电池生产基地项目在云岭高新区开工。',
    '云岭高新区管委会主任王建国出席。 云岭高新区引进了海拓电子、博远精密等企业。',
  ].join('\r\n'),
);
const extraction = extract(RAW);
const explanation = explain(RAW);
const all = explain(RAW, { least: 0 });
const mentions = explanation.sentences.flatMap((sentence) => sentence.mentions);
const relations = explanation.sentences.flatMap((sentence) => sentence.relations);

describe('an explanation', () => {
  it('takes what the extraction takes, under the same ids', () => {
    const taken = mentions.filter((m) => m.taken && m.entity?.id !== undefined);
    expect(taken.map(({ entity, start, end, type, text }) => [entity?.id, type, start, end, text])).toEqual(
      expect.arrayContaining(
        extraction.entities.flatMap(({ id, type, mentions: found }) =>
          found.map(({ start, end, text }) => [id, type, start, end, text]),
        ),
      ),
    );
    const pairs = relations
      .filter((r) => r.fate === 'taken')
      .map(({ from, type, to }) => `${from.id} ${type} ${to.id}`);
    expect(new Set(pairs)).toEqual(
      new Set(extraction.relations.map(({ from, type, to }) => `${from} ${type} ${to}`)),
    );
  });

  it('tells what weighed, the weightiest first, and what a refused one lost to', () => {
    const company = mentions.find((m) => m.text === '晨星科技有限公司' && m.type === 'Company');
    expect(company?.taken).toBe(true);
    expect(company?.for.length).toBeGreaterThan(0);
    for (const { for: up, against: down } of [...mentions, ...relations]) {
      expect([...up].sort((a, b) => b.weight - a.weight)).toEqual(up);
      expect([...down].sort((a, b) => a.weight - b.weight)).toEqual(down);
    }
    const refused = all.sentences.flatMap((s) => s.mentions).filter((m) => !m.taken);
    expect(refused.some((m) => m.lostTo !== undefined)).toBe(true);
    for (const { lostTo, start, end } of refused)
      if (lostTo) expect(lostTo.start < end && start < lostTo.end).toBe(true);
  });

  it('leaves the most unlikely ones out unless asked for', () => {
    expect(mentions.every((m) => m.taken || m.confidence >= 0.1)).toBe(true);
    expect(all.sentences.flatMap((s) => s.mentions).length).toBeGreaterThan(mentions.length);
  });

  it('survives JSON, and its sentences slice to the text', () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    for (const { start, end, text } of all.sentences) expect(RAW.text.slice(start, end)).toBe(text);
  });

  it('is printed for people, with mentions in brackets, in either language', () => {
    const zh = formatExplanation(explanation, wordsOf('zh'), false);
    expect(zh).toContain('[晨星科技有限公司|企业]总投资51.5亿元的');
    expect(zh).toMatch(/^ {2}\+ 企业 晨星科技有限公司 {2}0\.\d\d {2}company\/legal-form {2}→ e\d/mu);
    expect(zh).toMatch(/^ {6}支持: \S+ \d/mu);
    const en = formatExplanation(explanation, wordsOf('en'), true);
    expect(en).toContain('\u001b[32m[\u001b[0m晨星科技有限公司\u001b[32m|Company]\u001b[0m');
    expect(en).toMatch(/^ {6}for: /mu);
  });
});
