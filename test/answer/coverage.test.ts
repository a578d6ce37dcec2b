import { describe, expect, it } from 'vitest';
import { toCoverageAnswer } from '../../src/answer/coverage.ts';
import { catalogueOf } from '../support/answers.ts';

const fact = (article: string, quote: string, name: string, value: string | number, more = {}) => ({
  of: name === 'output' ? '云岭高新区' : '晨星电池项目',
  name,
  article,
  quote,
  properties: { value, ...more },
});

const coverage = toCoverageAnswer(
  catalogueOf({
    articles: [
      {
        id: 'a',
        published: '2023-11-03',
        text: '晨星电池项目总投资4亿元，已开工。该园区产值10亿元。',
        properties: { outlet: '云岭日报' },
      },
      {
        id: 'b',
        published: '2024-02',
        text: '晨星电池项目总投资5亿元。',
        properties: { outlet: '云岭日报' },
      },
      {
        id: 'c',
        published: '2024-02-09',
        text: '晨星电池项目总投资5亿元，已投产。该区域很大。',
        properties: { story: 'b' },
      },
      { id: 'd', text: '云岭高新区产值10亿元。该项目由该公司承建。' },
      { id: 'e', published: '2022', text: '云岭高新区产值12亿元。' },
    ],
    things: { 晨星电池项目: 'Project', 云岭高新区: 'Zone', 该公司: 'Company' },
    relations: [
      ['晨星电池项目 LOCATED_IN 云岭高新区', [['a', '晨星电池项目总投资4亿元']], { stories: 1 }],
      ['该公司 LOCATED_IN 云岭高新区', [], { stories: 0, quotes: ['zones.csv:1'] }],
    ],
    facts: [
      fact('a', '总投资4亿元', 'investment', 4e8),
      fact('b', '总投资5亿元', 'investment', 5e8),
      fact('c', '总投资5亿元', 'investment', 5e8),
      fact('a', '开工', 'status', 'construction'),
      fact('c', '投产', 'status', 'operating'),
      fact('d', '产值10亿元', 'output', 1e9, { period: '2023', planned: false, unit: 'yuan' }),
      fact('e', '产值12亿元', 'output', 1.2e9, { period: '2022', planned: false, unit: 'yuan' }),
    ],
  }),
);

describe('what is not known', () => {
  it('counts articles and stories, and lists those without a date', () => {
    expect([coverage.articles, coverage.stories]).toEqual([5, 4]);
    expect(coverage.undated).toEqual({
      total: 1,
      rows: [{ id: 'd', opening: '云岭高新区产值10亿元。该项目由该公司承建。' }],
    });
  });

  it('shows months without any article, and years where no more is known', () => {
    expect(coverage.months).toEqual([
      { name: '2022', articles: 1 },
      { name: '2023-11', articles: 1 },
      { name: '2023-12', articles: 0 },
      { name: '2024-01', articles: 0 },
      { name: '2024-02', articles: 2 },
    ]);
  });

  it('counts outlets, and articles that name none', () => {
    expect(coverage.outlets).toEqual([{ name: '云岭日报', articles: 2 }]);
    expect(coverage.unnamedOutlet).toBe(3);
  });

  it('lists numbers on which articles differ, not states on the way and not figures of two periods', () => {
    expect(coverage.differing).toMatchObject({
      total: 1,
      rows: [
        {
          about: { name: '晨星电池项目' },
          name: 'investment',
          lowest: 4e8,
          highest: 5e8,
          values: 2,
          articles: 3,
        },
      ],
    });
  });

  it('counts what one story alone tells; a reprint is no second one, and a public list none at all', () => {
    expect(coverage.once).toEqual([
      { kind: 'fact', name: 'investment', total: 2, once: 2 },
      { kind: 'fact', name: 'output', total: 2, once: 2 },
      { kind: 'fact', name: 'status', total: 2, once: 2 },
      { kind: 'relation', name: 'LOCATED_IN', total: 1, once: 1 },
    ]);
  });

  it('finds words that point back and were tied to no name', () => {
    expect(coverage.unresolved.rows.map(({ words, quote }) => [words, quote])).toEqual([
      ['该园区', '该园区产值10亿元。'],
      ['该项目', '该项目由该公司承建。'],
    ]);
  });
});
