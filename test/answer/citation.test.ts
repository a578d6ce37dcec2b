import { describe, expect, it } from 'vitest';
import { toCitationsAnswer } from '../../src/answer/citation.ts';
import { catalogueOf } from '../support/answers.ts';

const catalogue = catalogueOf({
  articles: [
    {
      id: 'news/a_1.txt',
      published: '2024-06-02',
      text: '晨星电池项目总投资5.5亿元,占比100%。晨星科技落户云岭高新区。',
      properties: {
        title: '云岭{双喜} & [签约]',
        outlet: '云岭日报',
        author: '李明',
        url: 'https://news.example/a_1?x=1',
      },
    },
    { id: 'news/b.txt', text: '晨星科技落户云岭高新区。' },
  ],
  things: { 晨星电池项目: 'Project', 云岭高新区: 'Zone', 晨星科技: 'Company' },
  relations: [
    [
      '晨星科技 LOCATED_IN 云岭高新区',
      [
        ['news/a_1.txt', '晨星科技落户云岭高新区。'],
        ['news/b.txt', '晨星科技落户云岭高新区。'],
      ],
    ],
  ],
  facts: [
    {
      of: '晨星电池项目',
      name: 'investment',
      article: 'news/a_1.txt',
      quote: '总投资5.5亿元',
      properties: { value: 5.5e8 },
    },
  ],
});
const cite = (id: string, span?: string) => toCitationsAnswer(catalogue, id, span);

describe('a citation', () => {
  it('of a fact has its words, their place, and the article, in every form', () => {
    const { items, text, markdown, csl, bibtex } = cite('fact 0');
    expect(items).toMatchObject([{ quote: '总投资5.5亿元', span: { start: 6, end: 14 } }]);
    expect(text).toBe(
      '“总投资5.5亿元” 李明. 云岭{双喜} & [签约][N/OL]. 云岭日报, 2024-06-02. https://news.example/a_1?x=1. (news/a_1.txt, 6–14)',
    );
    expect(markdown).toBe(
      '> 总投资5.5亿元\n>\n> — [云岭{双喜} & \\[签约\\]](<https://news.example/a_1?x=1>), 李明, 云岭日报, 2024-06-02 (news/a\\_1.txt, 6–14)',
    );
    expect(csl[0]).toMatchObject({
      type: 'article-newspaper',
      title: '云岭{双喜} & [签约]',
      'container-title': '云岭日报',
      author: [{ literal: '李明' }],
      issued: { 'date-parts': [[2024, 6, 2]] },
      URL: 'https://news.example/a_1?x=1',
      custom: { quote: '总投资5.5亿元', article: 'news/a_1.txt', start: 6, end: 14 },
    });
    expect(bibtex).toContain('title = {{云岭\\{双喜\\} \\& [签约]}}');
    expect(bibtex).toContain('note = {“总投资5.5亿元” (news/a\\_1.txt, 6–14)}');
    expect(bibtex).toContain('url = {https://news.example/a_1?x=1}');
    expect(bibtex).toMatch(/^@article\{yuantu-[\w-]+,\n/u);
  });

  it('of a relation stands for each piece of its evidence, under a key of its own; what is unknown is left out', () => {
    const { items, csl, bibtex } = cite('晨星科技 LOCATED_IN 云岭高新区');
    expect(items.map(({ article }) => article?.id)).toEqual(['news/a_1.txt', 'news/b.txt']);
    expect(new Set(csl.map(({ id }) => id)).size).toBe(2);
    expect(csl[1]).not.toHaveProperty('issued');
    expect(bibtex.split('\n\n')[1]).not.toMatch(/journal|year|url|author/u);
  });

  it('of an entity is the sentence of each article that names it first there', () => {
    expect(cite('id of 晨星科技').items.map(({ quote }) => quote)).toEqual([
      '晨星科技落户云岭高新区。',
      '晨星科技落户云岭高新区。',
    ]);
  });

  it('of an article is the article, or the words at a span of it', () => {
    expect(cite('news/b.txt').text).toBe('news/b.txt[N]. (news/b.txt)');
    expect(cite('news/b.txt', '0-4').text).toBe('“晨星科技” news/b.txt[N]. (news/b.txt, 0–4)');
    expect(() => cite('news/b.txt', '5-500')).toThrow('5-500 is no part of it');
    expect(() => cite('nothing')).toThrow('nothing in the graph has the id nothing');
  });
});
