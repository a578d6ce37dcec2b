import { describe, expect, it } from 'vitest';
import { type Names, readFigures as read } from '../../support/figures.ts';

const NAMES: Names = {
  云岭高新区: 'Zone',
  北港: 'Place',
  晨星股份: 'Company',
  晨星酒店: 'Company',
  云岭企业促进中心: 'Organization',
  晨星水厂项目: ['Project', 'operating'],
};

const rows = (text: string) => read(text, NAMES).map(({ of, name, value }) => [of, name, value]);

describe('what is no figure of the whole', () => {
  it.each([
    '晨星水厂项目服务面积22平方公里，绿地面积4.5万平方米。',
    '晨星股份销售面积达1409万平方米，结算面积为654万平方米。',
    '今年我国汽车产业营业收入达3万亿元，晨星股份在列。',
    '晨星股份的农牧业务营收为316亿元。',
    '云岭高新区对月销售额10万元以下的商户免税。',
    '云岭高新区招聘会提供岗位170余个，来了34家企业。',
    '云岭高新区“三个一批”项目活动举行。',
    '云岭高新区共41家企业报名。',
    '晨星股份位于云岭高新区，拥有13家直接控股子公司。',
    '云岭高新区出口汽车货值5亿元。',
  ])('%s', (text) => {
    expect(rows(text)).toEqual([]);
  });

  it('leaves out a part of an area beside the whole', () => {
    const text = '晨星水厂项目占地面积3公顷，其中新增用地1公顷，地上建筑面积3万平方米。';
    expect(rows(text)).toEqual([['晨星水厂项目', 'area', 30_000]]);
  });

  it('takes what stands between a firm and its measure for the firm where it is no branch', () => {
    expect(rows('晨星股份业务营收达556亿元，净利9亿元。')).toEqual([
      ['晨星股份', 'revenue', 55_600_000_000],
      ['晨星股份', 'profit', 900_000_000],
    ]);
  });
});

describe('whose a figure is', () => {
  it.each([
    ['晨星股份位于云岭高新区，占地114亩。', '晨星股份', 'area'],
    ['晨星股份（含晨星酒店）营业收入6411万元。', '晨星股份', 'revenue'],
    ['云岭高新区内云岭企业促进中心说，有规上企业149家。', '云岭高新区', 'largeCompanies'],
    ['北港的晨星水厂项目开工。新增城镇就业2786人。', '北港', 'jobs'],
    ['北港总面积6.51万平方公里。', '北港', 'area'],
  ])('%s → %s %s', (text, of, name) => {
    expect(rows(text).map((row) => row.slice(0, 2))).toEqual([[of, name]]);
  });

  it('takes a capacity for the project of the sentence before, and not for where it lies', () => {
    const text = '晨星水厂项目是北港的首个全埋式水厂。一期每天可处理污水7.5万吨。';
    expect(rows(text)).toEqual([['晨星水厂项目', 'capacity', 75_000]]);
  });

  it('counts a few firms where they have settled', () => {
    expect(rows('云岭高新区集聚9家整车企业。')).toEqual([['云岭高新区', 'companies', 9]]);
  });
});
