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
      '晨星新能源科技有限公司（以下简称“晨星新能源”）投资建厂。晨星新能源表示将扩产。',
      ['晨星新能源科技有限公司 = 晨星新能源'],
    ],
    [
      '晨星智能装备股份有限公司落户。晨星智能的厂房已经建成,晨星股份还将增资。',
      ['晨星智能装备股份有限公司 = 晨星智能 = 晨星股份'],
    ],
    ['晨星科技有限公司与海拓科技有限公司到场。', ['晨星科技有限公司', '海拓科技有限公司']],
    ['云岭海拓集团有限责任公司成立。云岭海拓集团将增资。', ['云岭海拓集团有限责任公司 = 云岭海拓集团']],
    [
      '徐州市海拓环保科技有限公司投产。海拓环保科技有限公司将扩产。',
      ['徐州市海拓环保科技有限公司 = 海拓环保科技有限公司'],
    ],
    [
      '晨星科技有限公司松江分公司成立。晨星科技有限公司很好。',
      ['晨星科技有限公司松江分公司', '晨星科技有限公司'],
    ],
  ])('%s → %j', (text, expected) => {
    expect(forms(text, 'Company')).toEqual(expected);
  });
});

describe('zones', () => {
  it.each([
    [
      '云岭高新技术产业开发区成绩显著。云岭高新区管委会表示，高新区将继续努力。',
      ['云岭高新技术产业开发区 = 云岭高新区'],
    ],
    [
      '云岭经济技术开发区（松江新区云岭组团）召开大会。云岭经开区很好。',
      ['云岭经济技术开发区 = 松江新区云岭组团 = 云岭经开区 = 云岭组团', '松江新区'],
    ],
    ['项目落户云岭经开区青禾片区。', ['云岭经开区青禾片区 = 青禾片区', '云岭经开区']],
    ['云岭经济技术开发区签约。云岭开发区很好。', ['云岭经济技术开发区 = 云岭开发区']],
    ['云岭产业园区签约。云岭高新区很好。', ['云岭产业园区 = 云岭高新区']],
    ['云岭产业园区签约。云岭高新区与云岭经开区很好。', ['云岭产业园区', '云岭高新区', '云岭经开区']],
    ['云岭高新区与松江高新区结对。', ['云岭高新区', '松江高新区']],
    ['云岭高新区与云岭经开区结对。', ['云岭高新区', '云岭经开区']],
  ])('%s → %j', (text, expected) => {
    const found = forms(text, 'Zone');
    expect(found.toSorted()).toEqual([...expected].sort());
  });
});

describe('projects', () => {
  it.each([
    [
      '云岭高新区引进海拓半导体封装基地项目。海拓半导体封装基地已经封顶。',
      ['海拓半导体封装基地项目 = 海拓半导体封装基地'],
    ],
    [
      '海拓光电显示面板项目一期已投产，海拓光电显示面板项目二期正在建设。',
      ['海拓光电显示面板项目一期 = 海拓光电显示面板项目二期'],
    ],
    [
      '海拓光电有限公司签约。海拓光电项目进展很快，1月，年产10万吨铜箔生产项目落户云岭高新区。',
      ['海拓光电项目 = 年产10万吨铜箔生产项目'],
    ],
    [
      '海拓光电有限公司签约。海拓光电项目进展很快。年产10万吨铜箔生产项目落户云岭高新区。',
      ['海拓光电项目', '年产10万吨铜箔生产项目'],
    ],
    ['海拓光电显示面板项目开工，博远光伏组件项目签约。', ['海拓光电显示面板项目', '博远光伏组件项目']],
  ])('%s → %j', (text, expected) => {
    expect(forms(text, 'Project')).toEqual(expected);
  });
});

describe('places', () => {
  it('go by their name with and without the class word', () => {
    expect(forms('南昌市今天开会,会后南昌签约。', 'Place')).toEqual(['南昌市 = 南昌']);
  });
});

describe('entities', () => {
  it('come in order of first mention, each with its mentions in text order', () => {
    const entities = entitiesOf('云岭高新区引进晨星科技有限公司。晨星科技有限公司在云岭高新区建厂。');
    const starts = entities.map(({ mentions }) => mentions.map((m) => m.start));
    expect(starts.map(([first]) => first)).toEqual(
      starts.map(([first]) => first).toSorted((a = 0, b = 0) => a - b),
    );
    for (const own of starts) expect(own).toEqual(own.toSorted((a, b) => a - b));
    expect(entities.map((e) => e.mentions.length)).toEqual([2, 2]);
  });
});
