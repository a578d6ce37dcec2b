import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/document.ts';
import { loadModels } from '../../src/extract/models.ts';
import type { Extraction } from '../../src/model/article.ts';
import { mayJoin } from '../../src/model/relation.ts';
import { rawOf, seeds } from '../support/view.ts';

const extract = createExtractor(seeds, loadModels());

const TEXT = [
  '晨星科技动力电池项目在云岭高新区开工',
  '晨星科技有限公司总投资51.5亿元的晨星动力电池生产基地项目在云岭高新区开工。',
  '云岭高新区管委会主任王建国、晨星科技有限公司董事长张伟出席开工仪式。',
  '云岭高新区引进了海拓电子、博远精密、蓝舟生物等企业。',
].join('\r\n');

const extraction = extract(rawOf(TEXT));

const names = ({ entities }: Extraction): string[] => entities.map(({ type, name }) => `${type} ${name}`);
const lines = ({ entities, relations }: Extraction): string[] => {
  const byId = new Map(entities.map(({ id, name }) => [id, name]));
  return relations.map(({ from, type, to }) => `${byId.get(from)} ${type} ${byId.get(to)}`);
};

describe('an extraction', () => {
  it('names what the text speaks of', () => {
    expect(names(extraction)).toEqual(
      expect.arrayContaining([
        'Zone 云岭高新区',
        'Company 晨星科技有限公司',
        'Project 晨星动力电池生产基地项目',
        'Official 王建国',
        'Executive 张伟',
        'Company 海拓电子',
      ]),
    );
  });

  it('tells how things hang together', () => {
    expect(lines(extraction)).toEqual(
      expect.arrayContaining([
        '王建国 HOLDS_POST 云岭高新区',
        '张伟 HOLDS_POST 晨星科技有限公司',
        '晨星科技有限公司 INVESTS_IN 晨星动力电池生产基地项目',
        '海拓电子 LOCATED_IN 云岭高新区',
      ]),
    );
  });

  it('gives a project its sum and state, and the words that say so', () => {
    const project = extraction.entities.find(({ type }) => type === 'Project');
    expect(project?.attrs).toEqual({ investment: 5_150_000_000, status: 'construction' });
    expect(project?.facts.map(({ name, quote }) => `${name} ${quote}`)).toEqual(
      expect.arrayContaining(['investment 总投资51.5亿元', 'status 开工']),
    );
  });

  it('numbers its entities, and joins only what a relation of the type may join', () => {
    expect(extraction.entities.map(({ id }) => id)).toEqual(extraction.entities.map((_, i) => `e${i + 1}`));
    const types = new Map(extraction.entities.map(({ id, type }) => [id, type]));
    for (const { from, type, to } of extraction.relations) {
      expect(mayJoin(type, types.get(from), types.get(to))).toBe(true);
    }
  });

  it('keeps an industry only where something is in it', () => {
    const { entities, relations } = extract(rawOf('云岭高新区重点发展新能源汽车产业。天气很好。'));
    const used = new Set(relations.flatMap(({ from, to }) => [from, to]));
    for (const { id } of entities.filter(({ type }) => type === 'Industry')) expect(used.has(id)).toBe(true);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction);
  });

  it('of private people names none of them', () => {
    expect(names(extract(rawOf('居民陈大明说生活很方便，记者王小明在现场看到工人李四海正在装配。')))).toEqual(
      [],
    );
  });

  it('of nothing says nothing', () => {
    expect(extract(rawOf(''))).toEqual({
      doc: 'test',
      articles: [{ id: 'test/test', start: 0, end: 0 }],
      entities: [],
      relations: [],
    });
  });
});
