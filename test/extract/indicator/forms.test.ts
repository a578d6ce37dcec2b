import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { proposeIndicators } from '../../../src/extract/indicator/proposal.ts';
import { Scene } from '../../../src/extract/indicator/scene.ts';
import { type Names, readFigures as read } from '../../support/figures.ts';
import { rawOf } from '../../support/view.ts';

const NAMES: Names = { 晨星股份: 'Company', 云岭高新区: 'Zone', 白石经开区: 'Zone' };

const rows = (text: string, published?: string) =>
  read(text, NAMES, published).map(({ of, name, value, growth }) => [of, name, value, growth]);

describe('sums as company reports tell them', () => {
  it.each([
    [
      '2021-2023年，晨星股份营收分别为14.8/17.1/19.6亿元，同比增长16.3%/15.1%/14.9%',
      [
        ['revenue', 1_480_000_000, 16.3],
        ['revenue', 1_710_000_000, 15.1],
        ['revenue', 1_960_000_000, 14.9],
      ],
    ],
    [
      '晨星股份净利润6亿元/8亿元/9亿元',
      [
        ['profit', 600_000_000, undefined],
        ['profit', 800_000_000, undefined],
        ['profit', 900_000_000, undefined],
      ],
    ],
    ['晨星股份预计营收3.2-3.3亿元，较去年同期增长20%-24%', [['revenue', 320_000_000, 20]]],
    [
      '晨星股份总营收、归母净利润9亿元、4亿元',
      [
        ['revenue', 900_000_000, undefined],
        ['profit', 400_000_000, undefined],
      ],
    ],
    ['晨星股份净利润为2亿元，环比增长5%，同比下降2.4%', [['profit', 200_000_000, -2.4]]],
    ['晨星股份营收12亿元（+10.1%）', [['revenue', 1_200_000_000, 10.1]]],
    ['晨星股份净利润为2亿元人民币（约合2800万美元），同比大跌73%', [['profit', 200_000_000, -73]]],
    [
      '晨星股份净利润为3亿元，相比2022年同期的2亿元增长50%',
      [
        ['profit', 300_000_000, 50],
        ['profit', 200_000_000, undefined],
      ],
    ],
    ['晨星股份合并营收300亿元新台币（当前约66亿元人民币）', [['revenue', 6_600_000_000, undefined]]],
    ['晨星股份去年亏了1200万元', [['profit', -12_000_000, undefined]]],
    ['晨星股份年销售额过了三个亿', [['revenue', 300_000_000, undefined]]],
    ['晨星股份营收破亿', [['revenue', 100_000_000, undefined]]],
    ['晨星股份净利润下滑三成五', [['profit', undefined, -35]]],
  ])('%s', (text, expected) => {
    expect(rows(`${text}。`)).toEqual(expected.map((row) => ['晨星股份', ...row]));
  });
});

describe('figures of a zone', () => {
  it.each([
    [
      '云岭高新区产值80亿元，今年力争突破100亿元',
      [
        ['output', 8_000_000_000, undefined],
        ['output', 10_000_000_000, undefined],
      ],
    ],
    ['云岭高新区建成区扩至13.8平方公里', [['area', 13_800_000, undefined]]],
    ['云岭高新区新增就业2.5万人，比上年同期增长2.5%', [['jobs', 25_000, 2.5]]],
    ['云岭高新区员工总数超56万', [['jobs', 560_000, undefined]]],
    ['云岭高新区实施5000万元以上项目92个', [['projects', 92, undefined]]],
    ['云岭高新区占地万亩', [['area', 6_666_700, undefined]]],
    ['云岭高新区形成甲醇30万吨、乙烯12万吨的生产能力', [['capacity', 120_000, undefined]]],
  ])('%s', (text, expected) => {
    expect(rows(`${text}。`)).toEqual(expected.map((row) => ['云岭高新区', ...row]));
  });

  it('gives each of several zones that are told in turn its own', () => {
    expect(rows('云岭高新区、白石经开区进出口分别为5亿元和3亿元，分别增长16.4%和11.9%。')).toEqual([
      ['云岭高新区', 'trade', 500_000_000, 16.4],
      ['白石经开区', 'trade', 300_000_000, 11.9],
    ]);
  });
});

describe('what no words say the measure of', () => {
  const bare = (text: string) => {
    const document = clean(rawOf(text));
    const mentions = [{ start: 0, end: 5 }];
    const scene = new Scene(document, [{ type: 'Zone', forms: ['云岭高新区'], mentions }]);
    return proposeIndicators(scene)
      .filter(({ reading }) => reading.isBare)
      .map(({ reading: { name, figure } }) => [name, figure?.value]);
  };

  it.each([
    ['云岭高新区九平方公里', ['area', 9_000_000]],
    ['云岭高新区住了39家', ['companies', 39]],
    ['云岭高新区开工11个，最大的在北片', ['startedProjects', 11]],
    ['云岭高新区有8万吨筒仓', ['capacity', 80_000]],
    ['云岭高新区来了六百多人', ['jobs', 600]],
    ['云岭高新区提供岗位需求170个', undefined],
    ['云岭高新区有一间20平方米的展厅', undefined],
  ])('waits for the model: %s', (text, expected) => {
    expect(bare(`${text}。`)).toEqual(expected === undefined ? [] : [expected]);
  });
});
