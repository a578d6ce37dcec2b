import { describe, expect, it } from 'vitest';
import { pairMentions } from '../../src/extract/encode/pair.ts';
import type { ScoredRelation } from '../../src/extract/encode/relation.ts';
import { typesByPost } from '../../src/extract/person-type.ts';
import { joinPlaceChains } from '../../src/extract/place-chain.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { LinkedEntity } from '../../src/model/linked.ts';

const entity = (type: EntityType, form: string, start: number): LinkedEntity => ({
  type,
  forms: [form],
  mentions: [{ start, end: start + form.length, type, form, rule: 'model/name', confidence: 0.9 }],
});

const post = (from: number, to: number, score: number): ScoredRelation => ({
  from,
  type: 'HOLDS_POST',
  to,
  score,
  said: [
    { start: 0, end: 1 },
    { start: 1, end: 2 },
  ],
});

describe('places told in a chain', () => {
  const isPlace = (words: string) => words === '云岭省';

  it('are the last of it', () => {
    const joined = joinPlaceChains(
      [entity('Place', '云岭省河东市', 0), entity('Place', '河东市', 9)],
      isPlace,
    );
    expect(joined.map(({ forms }) => forms)).toEqual([['云岭省河东市', '河东市']]);
    expect(joined[0]?.mentions.map(({ start }) => start)).toEqual([0, 9]);
  });

  it('stay apart where what stands in front is no place', () => {
    const places = [entity('Place', '小河东市', 0), entity('Place', '河东市', 9)];
    expect(joinPlaceChains(places, isPlace)).toHaveLength(2);
  });
});

it('a person with a post in a company or an association is an executive, else an official', () => {
  const entities = [
    entity('Official', '张三', 0),
    entity('Executive', '李四', 3),
    entity('Company', '晨星科技', 6),
    entity('Zone', '云岭高新区', 12),
    entity('Executive', '王五', 20),
  ];
  expect(typesByPost(entities, [post(0, 2, 2), post(0, 3, 1), post(1, 3, 1)]).slice(0, 2)).toEqual([
    'Executive',
    'Official',
  ]);
  expect(typesByPost(entities, [])[4]).toBe('Executive');
});

it('pairs mentions in both directions, near ones and the first of each two things, where types may be related', () => {
  const sentences = Array.from({ length: 6 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 10,
    paragraph: 0,
    article: 0,
  }));
  const { pairs } = pairMentions(60, sentences, [
    { type: 'Company', forms: [], mentions: [{ start: 0, end: 4 }] },
    { type: 'Zone', forms: [], mentions: [{ start: 55, end: 58 }] },
    { type: 'Industry', forms: [], mentions: [{ start: 5, end: 7 }] },
  ]);
  const named = [...pairs].map(({ from, to, known }) => `${from} ${to} ${known[1]} ${known[2]}`);
  // Far apart, but each the first of its thing: five sentences count as four.
  expect(named).toEqual(['0 2 0 1', '0 1 4 1', '1 0 4 2', '1 2 4 2']);
});
