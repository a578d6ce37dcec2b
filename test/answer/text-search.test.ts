import { describe, expect, it } from 'vitest';
import { TextIndex } from '../../src/answer/text-search.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { NodeRecord } from '../../src/model/snapshot.ts';

const article = (id: string, text: string, properties = {}): NodeRecord => ({
  id,
  labels: ['Article'],
  properties: { text, source: 'test', ...properties },
});

const NEWS = [
  article('a', '白鹭园区党工委书记李明调研。晨星科技总投资100亿元的新能源项目开工。', {
    published: '2026-01-02',
  }),
  article('b', '晨星科技在云岭落户。\n\n白鹭园区的新能源产业链。', { published: '2026-03-01' }),
  article('c', '雲嶺高新區引進ＡＢＣ集成電路項目，新\u200b能 源車輛下線。', { published: '2025-01-01' }),
];

const open = (nodes: readonly NodeRecord[] = NEWS) => {
  const catalogue = new WholeCatalogue({ nodes, relationships: [] });
  const index = new TextIndex(catalogue);
  const idsFor = async (question: string) =>
    (await index.find(question, 10)).hits.map(({ article: { id } }) => id);
  return { catalogue, index, idsFor };
};

describe('a search in the texts of articles', () => {
  it.each([
    ['党工委书记', ['a']],
    ['晨星科技 新能源', ['a', 'b']],
    ['新能源 晨星科技 没有的词', []],
    ['100亿', ['a']],
    ['云岭', ['b', 'c']],
    ['雲嶺', ['b', 'c']],
    ['abc集成电路', ['c']],
    ['新能源', ['b', 'a', 'c']],
    ['新', []],
    ['  ', []],
  ])('finds %s in %j', async (question, ids) => {
    expect(await open().idsFor(question)).toEqual(ids);
  });

  it('puts what one sentence says before what several do, and a title first', async () => {
    const news = [
      ...NEWS,
      article('d', '别的内容。晨星科技。新能源。', { title: '晨星科技投建新能源基地', published: '2020' }),
    ];
    expect(await open(news).idsFor('晨星科技 新能源')).toEqual(['d', 'a', 'b']);
  });

  it('gives the sentences with the words in them, as they stand in the text', async () => {
    const { hits, total } = await open().index.find('新能源 晨星', 1);
    expect(total).toBe(2);
    const [passage] = hits[0]?.passages ?? [];
    expect(passage?.text).toBe('晨星科技总投资100亿元的新能源项目开工。');
    const { start = 0, text = '', quotes = [] } = passage ?? {};
    expect(quotes.map((one) => text.slice(one.start - start, one.end - start))).toEqual(['晨星', '新能源']);
    const spaced = await open().index.find('新能源车', 1);
    expect(spaced.hits[0]?.passages[0]?.text).toContain('新\u200b能 源車輛');
  });

  it('follows what is written', async () => {
    const { catalogue, index, idsFor } = open();
    expect(await idsFor('开工')).toEqual(['a']);
    const change = {
      upsertNodes: [article('b', '二期也开工了。', { published: '2026-03-01' })],
      upsertRelationships: [],
      deleteNodes: [{ id: 'a', labels: ['Article'] }],
      deleteRelationships: [],
    };
    catalogue.follow(change);
    index.follow(change);
    expect(await idsFor('开工')).toEqual(['b']);
    expect(await idsFor('新能源')).toEqual(['c']);
  });
});
