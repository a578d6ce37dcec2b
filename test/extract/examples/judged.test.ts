import { describe, expect, it } from 'vitest';
import { toJudgedTexts } from '../../../src/extract/examples/judged.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { catalogueOf } from '../../support/answers.ts';

const { snapshot } = catalogueOf({
  articles: [
    { id: 'a', text: '晨星科技落户云岭高新区，李明任云岭高新区主任。' },
    { id: 'b', text: '云岭高新区产值增长，蓝海公司来访。' },
    { id: 'c', text: '远航科技来访。' },
  ],
  things: { 晨星科技: 'Company', 云岭高新区: 'Zone', 李明: 'Official', 远航科技: 'Company' },
  properties: { 晨星科技: { aliases: ['晨星'] } },
  relations: [
    ['晨星科技 LOCATED_IN 云岭高新区', [['a', '晨星科技落户云岭高新区']]],
    ['李明 HOLDS_POST 云岭高新区', [['a', '李明任云岭高新区主任']], { title: '主任' }],
  ],
});
const signed = { id: 'j', by: '王', at: '2026-01-01T00:00:00Z' };
const judged = (judgement: Omit<Judgement, keyof typeof signed>) =>
  toJudgedTexts(snapshot, [{ ...judgement, ...signed } as Judgement]);

describe('articles that people judged something in', () => {
  it('are annotated with what the graph has of them', () => {
    const [first, ...rest] = judged({
      say: 'wrong',
      what: 'type',
      of: { type: 'Company', name: '晨星科技' },
    } as never);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      id: 'a',
      group: 's',
      text: '晨星科技落户云岭高新区，李明任云岭高新区主任。',
    });
    expect(
      first?.gold.entities.map(({ name, type, aliases, mentions }) => [name, type, aliases, mentions]),
    ).toEqual([
      ['云岭高新区', 'Zone', [], [{ start: 6, end: 11 }]],
      ['晨星科技', 'Company', ['晨星'], [{ start: 0, end: 4 }]],
      ['李明', 'Official', [], [{ start: 12, end: 14 }]],
    ]);
    expect(first?.gold.relations).toMatchObject([
      { type: 'LOCATED_IN', quote: '晨星科技落户云岭高新区', attrs: {} },
      { type: 'HOLDS_POST', quote: '李明任云岭高新区主任', attrs: { title: '主任' } },
    ]);
  });

  it('are those too of which people said that it is right', () => {
    const from = { type: 'Company', name: '晨星科技' };
    const to = { type: 'Zone', name: '云岭高新区' };
    const found = judged({ say: 'right', what: 'relation', from, relation: 'LOCATED_IN', to } as never);
    expect(found.map(({ id }) => id)).toEqual(['a']);
  });

  it('are those too in which nothing is left of what was wrong', () => {
    const found = judged({
      say: 'wrong',
      what: 'entity',
      of: { type: 'Company', name: '蓝海公司' },
    } as never);
    expect(found.map(({ id }) => id)).toEqual(['b']);
    expect(found[0]?.gold.entities.map(({ name }) => name)).toEqual(['云岭高新区']);
  });

  it('are only the article that a judgement names, where it names one', () => {
    const of = { type: 'Zone', name: '云岭高新区', article: 'b' };
    expect(judged({ say: 'wrong', what: 'entity', of } as never).map(({ id }) => id)).toEqual(['b']);
    expect(toJudgedTexts(snapshot, [])).toEqual([]);
  });
});
