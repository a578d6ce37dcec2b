import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/extract/open.ts';
import type { Extraction } from '../../src/model/article.ts';
import { mayJoin } from '../../src/model/relation.ts';
import { rawOf, seeds } from '../support/view.ts';

const extract = await openExtractor(seeds);

const TEXT = [
  '云岭高新区引进晨星科技',
  '',
  '　　5月28日，云岭高新区管委会主任李明远与晨星科技有限公司董事长王立新签约。晨星科技有限公司将在云岭高新区投资20亿元，建设晨星科技生产基地项目，主要生产新能源汽车电池。晨星科技生产基地项目总投资20亿元，已经开工。',
  '　　海拓电子有限公司是晨星科技有限公司的子公司，位于云岭省河东市。',
].join('\r\n');

const extraction = await extract(rawOf(TEXT));

const names = ({ entities }: Extraction): string[] => entities.map(({ type, name }) => `${type} ${name}`);

describe('an extraction', () => {
  it('names what the text speaks of', () => {
    expect(names(extraction)).toEqual(
      expect.arrayContaining([
        'Zone 云岭高新区',
        'Company 晨星科技有限公司',
        'Project 晨星科技生产基地项目',
        'Official 李明远',
        'Executive 王立新',
      ]),
    );
  });

  it('tells relations, each of ends that its type may join and believed as far as its ends', () => {
    const { entities, relations } = extraction;
    expect(relations.length).toBeGreaterThan(0);
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    for (const { from, type, to, confidence } of relations) {
      const [a, b] = [byId.get(from), byId.get(to)];
      expect(mayJoin(type, a?.type, b?.type)).toBe(true);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(Math.min(a?.confidence ?? 0, b?.confidence ?? 0) + 0.005);
    }
  });

  it('shows each claim in the text as it came', () => {
    const { entities, relations } = extraction;
    const said = entities.flatMap(({ mentions, facts }) => [
      ...mentions.map(({ start, end, text }) => [TEXT.slice(start, end), text]),
      ...facts.map(({ start, end, quote }) => [TEXT.slice(start, end), quote]),
    ]);
    const shown = relations.flatMap(({ evidence }) =>
      evidence.map(({ start, end, quote }) => [TEXT.slice(start, end), quote]),
    );
    for (const [slice, text] of [...said, ...shown]) expect(text).toBe(slice);
  });

  it('names no place twice under one entity', () => {
    for (const { mentions } of extraction.entities) {
      const places = mentions.map(({ start, end }) => `${start} ${end}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('gives a project its sum and state, and the words that say so', () => {
    const project = extraction.entities.find(({ type }) => type === 'Project');
    expect(project?.attrs).toEqual({ investment: 2_000_000_000, status: 'construction' });
    expect(project?.facts.map(({ name, quote }) => `${name} ${quote}`)).toEqual(
      expect.arrayContaining(['investment 总投资20亿元', 'status 开工']),
    );
  });

  it('gives a zone its figures among the facts', async () => {
    const text = '云岭高新区管委会主任李明远介绍，2023年，云岭高新区完成工业总产值128亿元，同比增长8.2%。';
    const { entities } = await extract(rawOf(text));
    const zone = entities.find(({ name }) => name === '云岭高新区');
    expect(zone?.facts).toMatchObject([
      { name: 'output', value: 12_800_000_000, growth: 8.2, period: '2023', planned: false },
    ]);
  });

  it('numbers its entities', () => {
    expect(extraction.entities.map(({ id }) => id)).toEqual(extraction.entities.map((_, i) => `e${i + 1}`));
  });

  it('keeps an industry only where something is in it', async () => {
    const { entities, relations } = await extract(rawOf('云岭高新区重点发展新能源汽车产业。天气很好。'));
    const used = new Set(relations.flatMap(({ from, to }) => [from, to]));
    for (const { id } of entities.filter(({ type }) => type === 'Industry')) expect(used.has(id)).toBe(true);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction);
  });

  it('of private people names none of them', async () => {
    const private_ = await extract(rawOf('居民陈大明说生活很方便，记者王小明在现场看到工人李四海正在装配。'));
    expect(names(private_)).toEqual([]);
  });

  it('of nothing says nothing', async () => {
    expect(await extract(rawOf(''))).toEqual({
      doc: 'test',
      articles: [{ id: 'test/test', start: 0, end: 0 }],
      entities: [],
      relations: [],
    });
  });
});

describe('the names that the user watches', () => {
  const read = async (text: string, name: string, type: 'Company' | 'Organization' | 'Zone') =>
    (await openExtractor({ ...seeds, lexicon: [{ name, type, aliases: ['蓝芯'] }] }))(rawOf(text));

  it('have the type that the user gives, against the model', async () => {
    const { entities } = await read(TEXT, '海拓电子有限公司', 'Organization');
    const watched = entities.filter(({ name }) => name === '海拓电子有限公司');
    expect(watched.map(({ type }) => type)).toEqual(['Organization']);
    expect(watched[0]?.mentions[0]?.rule).toBe('lexicon');
  });

  it('are found where the model sees no name, with their short forms', async () => {
    const text = '今天天气很好，大家都说明天的月亮会更圆。蓝芯也这么说。';
    const unwatched = (await extract(rawOf(text))).entities.map(({ name }) => name);
    expect(unwatched).not.toContain('明天的月亮');
    const { entities } = await read(text, '明天的月亮', 'Company');
    expect(entities.map(({ type, name, aliases }) => [type, name, aliases])).toEqual([
      ['Company', '明天的月亮', ['蓝芯']],
    ]);
  });

  it('never cut a longer name in two', async () => {
    const { entities } = await read(TEXT, '晨星', 'Zone');
    expect(entities.map(({ name }) => name)).toContain('晨星科技有限公司');
    expect(entities.map(({ name }) => name)).not.toContain('晨星');
  });
});
