import { describe, expect, it } from 'vitest';
import { toDigest, toUnread } from '../../src/answer/digest.ts';
import type { DigestRow } from '../../src/contract/digest.ts';
import { catalogueOf } from '../support/answers.ts';

const catalogue = catalogueOf({
  articles: [
    { id: '旧', published: '2024-03-01', text: '晨星电池项目开工，总投资四亿元。云岭高新区产值增长。' },
    {
      id: '新',
      published: '2024-06-02',
      text: '云岭双喜\n\n晨星电池项目总投资五亿元。远航科技落户云岭高新区。李明任云岭高新区主任。',
      properties: { title: '云岭双喜', outlet: '云岭日报' },
    },
    { id: '无日期', text: '晨星电池项目总投资九亿元。天海科技来访。' },
  ],
  things: {
    晨星电池项目: 'Project',
    云岭高新区: 'Zone',
    远航科技: 'Company',
    天海科技: 'Company',
    李明: 'Official',
  },
  properties: { 云岭高新区: { aliases: ['云岭高新'] } },
  relations: [
    ['远航科技 LOCATED_IN 云岭高新区', [['新', '远航科技落户云岭高新区。']]],
    ['李明 HOLDS_POST 云岭高新区', [['新', '李明任云岭高新区主任。']], { title: '主任' }],
  ],
  facts: [
    {
      of: '晨星电池项目',
      name: 'investment',
      article: '旧',
      quote: '总投资四亿元',
      properties: { value: 4e8 },
    },
    {
      of: '晨星电池项目',
      name: 'investment',
      article: '新',
      quote: '总投资五亿元',
      properties: { value: 5e8 },
    },
    {
      of: '晨星电池项目',
      name: 'status',
      article: '旧',
      quote: '开工',
      properties: { value: 'construction' },
    },
  ],
});
const told = (rows: readonly DigestRow[]) =>
  rows.map(({ kind, about, other, now, before }) =>
    [kind, about.name, other?.name, before, now].filter((one) => one !== undefined),
  );

describe('what is new', () => {
  it('since a date: articles, things, relations and changed values, each with its sentence', () => {
    const { rows, ...rest } = toDigest(catalogue, '2024-06-01');
    expect(rest).toEqual({
      since: '2024-06-01',
      until: '2024-06-02',
      undated: 1,
      first: '2024-03-01',
      last: '2024-06-02',
    });
    expect(told(rows)).toEqual([
      ['article', '云岭双喜'],
      ['fact', '晨星电池项目', 4e8, 5e8],
      ['thing', '李明'],
      ['relation', '李明', '云岭高新区'],
      ['thing', '远航科技'],
      ['relation', '远航科技', '云岭高新区'],
    ]);
    expect(rows.map(({ quote }) => quote)).toEqual([
      '晨星电池项目总投资五亿元。',
      '晨星电池项目总投资五亿元。',
      '李明任云岭高新区主任。',
      '李明任云岭高新区主任。',
      '远航科技落户云岭高新区。',
      '远航科技落户云岭高新区。',
    ]);
  });

  it('is told in the words of the article, wherever the row points', () => {
    const { rows } = toDigest(catalogue, '2024');
    for (const { quote, span, article } of rows) {
      const text = String(catalogue.getArticle(article.id).properties.text);
      expect(text.slice(span.start, span.end)).toBe(quote);
    }
    expect(rows.length).toBeGreaterThan(6);
  });

  it.each(['云岭高新区', '云岭高新', 'id of 云岭高新区'])('about %s, from its side', (name) => {
    const { rows } = toDigest(catalogue, '2024-06', [name]);
    expect(told(rows)).toEqual([
      ['article', '云岭高新区'],
      ['relation', '云岭高新区', '李明'],
      ['relation', '云岭高新区', '远航科技'],
    ]);
    expect(rows[1]).toMatchObject({ direction: 'in', type: 'HOLDS_POST', title: '主任' });
  });

  it('is nothing when every dated article is older, and of the last thirty days without a date', () => {
    expect(toDigest(catalogue, '2025').rows).toEqual([]);
    expect(toDigest(catalogue).since).toBe('2024-05-03');
  });

  it('reaches back less far where nearly all is of one month', () => {
    const days = Array.from(
      { length: 60 },
      (_, at) => `2024-05-${String(1 + Math.floor(at / 2)).padStart(2, '0')}`,
    );
    const month = catalogueOf({
      articles: days.map((published, at) => ({ id: `${at}`, published, text: '云岭高新区产值增长。' })),
      things: { 云岭高新区: 'Zone' },
    });
    const { since } = toDigest(month);
    expect(since).toBe('2024-05-23');
    expect(days.filter((day) => day >= since).length).toBeLessThanOrEqual(20);
  });

  it('refuses a name that nothing goes by', () => {
    expect(() => toDigest(catalogue, '2024', ['云岭高新区', '远洋科技'])).toThrow(
      'nothing is called 远洋科技;',
    );
  });

  it('to a reader is what the articles that were not read tell, undated ones too', () => {
    const { rows, since } = toUnread(catalogue, ['晨星电池项目'], ['旧', '新']);
    expect([since, told(rows)]).toEqual(['', [['article', '晨星电池项目']]]);
    expect(rows[0]?.quote).toBe('晨星电池项目总投资九亿元。');
    expect(toUnread(catalogue, ['晨星电池项目'], ['旧', '新', '无日期']).rows).toEqual([]);
  });
});
