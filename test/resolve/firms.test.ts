import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { toFirmWords } from '../../src/resolve/firm-words.ts';
import { partFirms } from '../../src/resolve/firms.ts';
import { findMixtures } from '../../src/resolve/mixture.ts';
import { sample } from '../support/extraction.ts';

const words = toFirmWords(loadSeeds());

/** The firms that an entity of these forms is parted into, each as its sorted forms. */
function parted(...forms: readonly string[]): string[] {
  const { raw, extraction } = sample('d', [`Company ${forms.join(' = ')}`]);
  return partFirms(extraction, raw.text, words)
    .entities.map(({ name, aliases }) => [name, ...aliases].sort().join(' '))
    .sort();
}

describe('what one article calls by several firms’ names', () => {
  it.each([
    [
      'sisters',
      ['晨星化工有限公司', '晨星地产有限公司', '晨星'],
      ['晨星', '晨星化工有限公司', '晨星地产有限公司'],
    ],
    ['a group and its firm', ['晨星汽车有限公司', '晨星集团', '晨星'], ['晨星 晨星集团', '晨星汽车有限公司']],
    ['a branch and its house', ['晨星银行松江分行', '晨星银行'], ['晨星银行', '晨星银行松江分行']],
    ['two branches', ['国网云岭供电公司', '国网青山供电公司'], ['国网云岭供电公司', '国网青山供电公司']],
    [
      'a listed company and its firm',
      ['中信证券投资有限公司', '中信证券'],
      ['中信证券', '中信证券投资有限公司'],
    ],
    [
      'a listed company and a firm that has its letters',
      ['海通创新证券投资有限公司', '海通证券'],
      ['海通创新证券投资有限公司', '海通证券'],
    ],
    [
      'two firms of a name between them',
      ['晨星汽车集团有限公司', '晨星汽车财务有限公司', '晨星汽车公司'],
      ['晨星汽车公司 晨星汽车集团有限公司', '晨星汽车财务有限公司'],
    ],
    [
      'a great firm and one of its own',
      ['丰田汽车研发中心(中国)有限公司', '丰田汽车', '丰田'],
      ['丰田 丰田汽车', '丰田汽车研发中心(中国)有限公司'],
    ],
    [
      'a great firm by its names',
      ['华为技术有限公司', '华为公司', '华为'],
      ['华为 华为公司 华为技术有限公司'],
    ],
    [
      'a listed firm and its group',
      ['晨星酒股份有限公司', '晨星酒集团'],
      ['晨星酒股份有限公司', '晨星酒集团'],
    ],
    [
      'the firms of a city and of its district',
      ['国网南昌供电公司', '国网南昌市新建区供电公司'],
      ['国网南昌供电公司', '国网南昌市新建区供电公司'],
    ],
    [
      'banks of two places',
      ['江西农村商业联合银行股份有限公司', '江苏农村商业联合银行'],
      ['江苏农村商业联合银行', '江西农村商业联合银行股份有限公司'],
    ],
    [
      'a firm of two houses',
      ['华晨宝马汽车有限公司', '华晨宝马', '宝马'],
      ['华晨宝马 华晨宝马汽车有限公司', '宝马'],
    ],
    ['a firm of two houses, by short names', ['华晨宝马', '宝马'], ['华晨宝马', '宝马']],
    [
      'a group and its firm of another trade, by a short name',
      ['晨星集团有限公司', '晨星太阳能'],
      ['晨星太阳能', '晨星集团有限公司'],
    ],
    [
      'a body and its firm',
      ['晨建三局信息科技有限公司', '晨建三局'],
      ['晨建三局', '晨建三局信息科技有限公司'],
    ],
    [
      'a known firm and another that has its letters',
      ['银河金汇证券资产管理有限公司', '银河证券'],
      ['银河证券', '银河金汇证券资产管理有限公司'],
    ],
    [
      'a known firm of the country and its part',
      ['中国商飞客服公司', '中国商飞'],
      ['中国商飞', '中国商飞客服公司'],
    ],
    ['a house and its firm of a place', ['国网南昌供电公司', '国网'], ['国网', '国网南昌供电公司']],
    [
      'two houses’ branches',
      ['中国晨星保险股份有限公司房山支公司', '启明财险房山支公司'],
      ['中国晨星保险股份有限公司房山支公司', '启明财险房山支公司'],
    ],
  ] as const)('is several: %s', (_, forms, expected) => {
    expect(parted(...forms)).toEqual([...expected].sort());
  });

  it('has each figure with the firm that stands nearest', () => {
    const { raw, extraction } = sample('d', ['Company 晨星化工有限公司 = 晨星地产有限公司']);
    const [entity] = extraction.entities;
    const facts = (entity?.mentions ?? []).map(({ start, end }, i) => {
      const value = i + 1;
      return { name: 'revenue', value, start, end, quote: raw.text.slice(start, end), rule: 'test' };
    });
    const told = { ...extraction, entities: entity ? [{ ...entity, facts }] : [] };
    const named = partFirms(told, raw.text, words).entities.flatMap(({ name, facts: own }) =>
      own.map(({ quote }) => [name, quote]),
    );
    expect(named).toHaveLength(facts.length);
    expect(named.every(([name, quote]) => name === quote)).toBe(true);
  });

  it.each([
    ['a short form', ['晨星化工有限公司', '晨星化工', '晨星']],
    ['a place in front', ['云岭晨星化工有限公司', '晨星化工有限公司']],
    ['letters left out', ['中国机械工业集团有限公司', '国机集团']],
    ['a group with its trade', ['华晨汽车集团控股有限公司', '华晨集团']],
  ] as const)('is one: %s', (_, forms) => {
    expect(parted(...forms)).toHaveLength(1);
  });

  it('goes by what its text introduces', () => {
    const text = '晨星化工有限公司与晨星地产有限公司(以下简称“晨星”)';
    const { extraction } = sample('d', ['Company 晨星化工有限公司 = 晨星地产有限公司 = 晨星']);
    const mentions = ['晨星化工有限公司', '晨星地产有限公司', '晨星'].map((form) => {
      const start = form === '晨星' ? text.indexOf('“晨星”') + 1 : text.indexOf(form);
      return { start, end: start + form.length, text: form, rule: 'test' };
    });
    const entities = extraction.entities.map((entity) => ({ ...entity, mentions }));
    const forms = partFirms({ ...extraction, entities }, text, words).entities.map(({ name, aliases }) => [
      name,
      ...aliases,
    ]);
    expect(forms).toEqual([['晨星化工有限公司'], ['晨星地产有限公司', '晨星']]);
  });

  it('takes relations along with what their evidence names', () => {
    const { raw, extraction } = sample('d', [
      'Company 晨星化工有限公司 = 晨星地产有限公司',
      'Place 云岭',
      '晨星化工有限公司 -LOCATED_IN-> 云岭',
    ]);
    const at = raw.text.indexOf('晨星地产有限公司');
    const evidence = [{ start: at, end: at + 8, quote: '晨星地产有限公司', rule: 'test' }];
    const told = { ...extraction, relations: extraction.relations.map((one) => ({ ...one, evidence })) };
    const { entities, relations } = partFirms(told, raw.text, words);
    expect(entities.find(({ id }) => id === relations[0]?.from)?.name).toBe('晨星地产有限公司');
  });
});

it('a company with two full names of different firms is in doubt', () => {
  const entity = { id: 'x', type: 'Company', types: ['Company'], members: [], merges: [] } as const;
  const mixed = { ...entity, name: '晨星化工有限公司', aliases: ['晨星', '晨星地产有限公司'] };
  expect(findMixtures([mixed]).map(({ names }) => names.map(({ name }) => name))).toEqual([
    ['晨星化工有限公司', '晨星地产有限公司'],
  ]);
  expect(findMixtures([mixed], (name) => name.slice(0, 2))).toEqual([]);
  expect(findMixtures([{ ...entity, name: '云岭晨星有限公司', aliases: ['晨星有限公司'] }])).toEqual([]);
});
