import { describe, expect, it } from 'vitest';
import { entitiesOf } from '../../support/view.ts';

/** The forms of the entities of a type, each entity one line. */
const forms = (text: string, type: string): string[] =>
  entitiesOf(text)
    .filter((entity) => entity.type === type)
    .map((entity) => entity.forms.join(' = '));

describe('companies', () => {
  it.each([
    [
      '[C晨星新能源科技有限公司]（以下简称“晨星新能源”）投资建厂。晨星新能源表示将扩产。',
      ['晨星新能源科技有限公司 = 晨星新能源'],
    ],
    [
      '[C晨星智能装备股份有限公司]落户。晨星智能的厂房已经建成,晨星股份还将增资。',
      ['晨星智能装备股份有限公司 = 晨星智能 = 晨星股份'],
    ],
    ['[C晨星科技有限公司]与[C海拓科技有限公司]到场。', ['晨星科技有限公司', '海拓科技有限公司']],
    ['[C云岭海拓集团有限责任公司]成立。[C云岭海拓集团]将增资。', ['云岭海拓集团有限责任公司 = 云岭海拓集团']],
    [
      '[C徐州市海拓环保科技有限公司]投产。[C海拓环保科技有限公司]将扩产。',
      ['徐州市海拓环保科技有限公司 = 海拓环保科技有限公司'],
    ],
    [
      '[C晨星科技有限公司松江分公司]成立。[C晨星科技有限公司]很好。',
      ['晨星科技有限公司松江分公司', '晨星科技有限公司'],
    ],
  ])('%s → %j', (text, expected) => {
    expect(forms(text, 'Company')).toEqual(expected);
  });
});

it('a short form that the text introduces is no second mention where it was found already', () => {
  const [company] = entitiesOf(
    '[C晨星新能源有限公司]（以下简称“[C晨星能源]”）扩产。[C晨星能源]签约，晨星能源。',
  );
  expect(company?.mentions.map(({ form }) => form)).toEqual([
    '晨星新能源有限公司',
    '晨星能源',
    '晨星能源',
    '晨星能源',
  ]);
});

describe('zones', () => {
  it.each([
    [
      '[Z云岭高新技术产业开发区]成绩显著。[Z云岭高新区]管委会表示，高新区将继续努力。',
      ['云岭高新技术产业开发区 = 云岭高新区'],
    ],
    [
      '[Z云岭经济技术开发区]（[Z[Z松江新区][Z云岭组团]]）召开大会。[Z云岭经开区]很好。',
      ['云岭经济技术开发区 = 松江新区云岭组团 = 云岭经开区 = 云岭组团', '松江新区'],
    ],
    ['项目落户[Z[Z云岭经开区][Z青禾片区]]。', ['云岭经开区青禾片区 = 青禾片区', '云岭经开区']],
    ['[Z云岭经济技术开发区]签约。[Z云岭开发区]很好。', ['云岭经济技术开发区 = 云岭开发区']],
    ['[Z云岭产业园区]签约。[Z云岭高新区]很好。', ['云岭产业园区 = 云岭高新区']],
    ['[Z云岭产业园区]签约。[Z云岭高新区]与[Z云岭经开区]很好。', ['云岭产业园区', '云岭高新区', '云岭经开区']],
    ['[Z云岭高新区]与[Z松江高新区]结对。', ['云岭高新区', '松江高新区']],
    ['[Z云岭高新区]与[Z云岭经开区]结对。', ['云岭高新区', '云岭经开区']],
  ])('%s → %j', (text, expected) => {
    const found = forms(text, 'Zone');
    expect(found.toSorted()).toEqual([...expected].sort());
  });
});

describe('projects', () => {
  it.each([
    [
      '[Z云岭高新区]引进[P[C海拓]半导体封装基地项目]。[P海拓半导体封装基地]已经封顶。',
      ['海拓半导体封装基地项目 = 海拓半导体封装基地'],
    ],
    [
      '[P海拓光电显示面板项目一期]已投产，[P海拓光电显示面板项目二期]正在建设。',
      ['海拓光电显示面板项目一期 = 海拓光电显示面板项目二期'],
    ],
    [
      '[C海拓光电有限公司]签约。[P海拓光电项目]进展很快，1月，[P年产10万吨铜箔生产项目]落户[Z云岭高新区]。',
      ['海拓光电项目 = 年产10万吨铜箔生产项目'],
    ],
    [
      '[C海拓光电有限公司]签约。[P海拓光电项目]进展很快。[P年产10万吨铜箔生产项目]落户[Z云岭高新区]。',
      ['海拓光电项目', '年产10万吨铜箔生产项目'],
    ],
    ['[P海拓光电显示面板项目]开工，[P博远光伏组件项目]签约。', ['海拓光电显示面板项目', '博远光伏组件项目']],
  ])('%s → %j', (text, expected) => {
    expect(forms(text, 'Project')).toEqual(expected);
  });
});

describe('places', () => {
  it('go by their name with and without the class word', () => {
    expect(forms('[L南昌市]今天开会,会后[L南昌]签约。', 'Place')).toEqual(['南昌市 = 南昌']);
  });
});

describe('entities', () => {
  it('come in order of first mention, each with its mentions in text order', () => {
    const entities = entitiesOf(
      '[Z云岭高新区]引进[C晨星科技有限公司]。[C晨星科技有限公司]在[Z云岭高新区]建厂。',
    );
    const starts = entities.map(({ mentions }) => mentions.map((m) => m.start));
    expect(starts.map(([first]) => first)).toEqual(
      starts.map(([first]) => first).toSorted((a = 0, b = 0) => a - b),
    );
    for (const own of starts) expect(own).toEqual(own.toSorted((a, b) => a - b));
    expect(entities.map((e) => e.mentions.length)).toEqual([2, 2]);
  });
});
