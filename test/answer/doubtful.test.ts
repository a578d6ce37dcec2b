import { describe, expect, it } from 'vitest';
import { byChange } from '../../src/answer/doubt.ts';
import { toDoubtfulAnswer } from '../../src/answer/doubtful.ts';
import type { Doubt } from '../../src/model/resolution.ts';
import { catalogueOf } from '../support/answers.ts';

const said = '晨星科技、远航科技、天海科技落户云岭高新区，毗邻江东园。';
const catalogue = catalogueOf({
  articles: [
    { id: 'a', text: said },
    { id: 'b', text: '晨星科技与远航科技合作。' },
  ],
  things: {
    晨星科技: 'Company',
    远航科技: 'Company',
    天海科技: 'Company',
    云岭高新区: 'Zone',
    江东园: 'Zone',
  },
  relations: [
    ['晨星科技 LOCATED_IN 云岭高新区', [['a', said]], { confidence: 0.5 }],
    ['远航科技 LOCATED_IN 云岭高新区', [['a', said]], { confidence: 0.9 }],
    ['天海科技 LOCATED_IN 云岭高新区', [['a', said]], { confidence: 0.4 }],
    ['晨星科技 PARTNERS_WITH 远航科技', [['b', '晨星科技与远航科技合作。']], { confidence: 0.99 }],
    ['江东园 PART_OF 云岭高新区', [['a', said]]],
  ],
});

describe('what is doubtful', () => {
  it('is led by what changes most: likely wrong, and much hangs on it', () => {
    const { total, rows } = toDoubtfulAnswer(catalogue, { limit: 10, offset: 0 });
    // 晨星科技 has four things known of it, 天海科技 two.
    expect(rows.map(({ relation, change }) => [relation.from.name, change])).toEqual([
      ['晨星科技', 2],
      ['天海科技', 1.2],
    ]);
    expect([total, rows[0]?.relation.evidence[0]?.quote]).toEqual([2, said]);
    expect(toDoubtfulAnswer(catalogue, { limit: 1, offset: 1 }).rows).toHaveLength(1);
  });

  it('of pairs is led by the nearest to the edge on which most hangs', () => {
    const pair = (left: string, right: string, score: number) =>
      ({ left: `id of ${left}`, right: `id of ${right}`, score }) as Doubt;
    const doubts = [
      pair('天海科技', '江东园', 0.5),
      pair('晨星科技', '远航科技', 0.6),
      pair('晨星科技', '云岭高新区', 3),
    ];
    expect(byChange(catalogue, doubts).map(({ left, right }) => `${left} ${right}`)).toEqual([
      'id of 晨星科技 id of 远航科技',
      'id of 天海科技 id of 江东园',
      'id of 晨星科技 id of 云岭高新区',
    ]);
  });
});
