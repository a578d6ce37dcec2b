import { describe, expect, it } from 'vitest';
import type { ProjectStatus } from '../../../src/model/entity.ts';
import { type Names, readFigures as read } from '../../support/figures.ts';

const ZONE: Names = { 云岭高新区: 'Zone' };

describe('findIndicators', () => {
  it('reads value, growth and period of a zone, and carries its name on', () => {
    const text =
      '2023年，云岭高新区完成工业总产值1,286.5亿元，同比增长8.2%；实现税收35亿元，下降1.5%。规上企业达到211家，从业人员4.2万人。';
    expect(read(text, ZONE)).toEqual([
      {
        ...{ of: '云岭高新区', name: 'output', value: 128_650_000_000, unit: 'CNY', growth: 8.2 },
        ...{ period: '2023', planned: false, quote: '工业总产值1,286.5亿元,同比增长8.2%' },
      },
      {
        ...{ of: '云岭高新区', name: 'tax', value: 3_500_000_000, unit: 'CNY', growth: -1.5 },
        ...{ period: '2023', planned: false, quote: '税收35亿元,下降1.5%' },
      },
      expect.objectContaining({ of: '云岭高新区', name: 'largeCompanies', value: 211, unit: 'count' }),
      expect.objectContaining({ of: '云岭高新区', name: 'jobs', value: 42_000, unit: 'count' }),
    ]);
  });

  it.each([
    ['云岭高新区集聚企业3000余家。', 'companies', 3000, 'atLeast'],
    ['云岭高新区已入驻高新技术企业近80家。', 'highTechCompanies', 80, 'atMost'],
    ['云岭高新区营业收入突破千亿元。', 'revenue', 100_000_000_000, 'atLeast'],
    ['云岭高新区实现地区生产总值约三百二十亿元。', 'gdp', 32_000_000_000, 'about'],
    ['云岭高新区产值由80亿元增至120亿元。', 'output', 12_000_000_000, undefined],
    ['云岭高新区规划面积12.5平方公里。', 'area', 12_500_000, undefined],
    ['云岭高新区整车产能达到30万辆。', 'capacity', 300_000, undefined],
    ['云岭高新区利用外资2.5亿美元。', 'foreignInvestment', 250_000_000, undefined],
    ['云岭高新区有60万辆整车产能。', 'capacity', 600_000, undefined],
    ['云岭高新区电站每年可提供约160亿度电。', 'capacity', 16_000_000_000, 'about'],
    ['云岭高新区建成30万平方米仓库。', 'area', 300_000, undefined],
    ['云岭高新区内企业的年进出口总额超过24亿美元。', 'trade', 2_400_000_000, 'atLeast'],
    ['云岭高新区一般公共预算收入累计完成57亿元。', 'fiscalRevenue', 5_700_000_000, undefined],
    ['云岭高新区现有规上57家。', 'largeCompanies', 57, undefined],
    ['去年云岭高新区工业产值才刚过百亿元。', 'output', 10_000_000_000, 'atLeast'],
  ])('%s → %s %d %s', (text, name, value, bound) => {
    const [first, ...others] = read(text, ZONE);
    expect(first).toMatchObject({ of: '云岭高新区', name, value });
    expect(first?.bound).toBe(bound);
    expect(others).toEqual([]);
  });

  it.each([
    ['今年上半年，云岭高新区规上工业增加值同比增长7.7%。', '2024-H1'],
    ['前三季度，云岭高新区规上工业增加值同比增长7.7%。', '2024-01/2024-09'],
    ['1-8月，云岭高新区规上工业增加值同比增长7.7%。', '2024-01/2024-08'],
    ['一季度，云岭高新区规上工业增加值同比增长7.7%。', '2024-Q1'],
    ['去年，云岭高新区规上工业增加值同比增长7.7%。', '2023'],
    ['近年来，云岭高新区规上工业增加值同比增长7.7%。', undefined],
  ])('%s counts from the day of the article: %s', (text, period) => {
    const [only] = read(text, ZONE, '2024-10-08');
    expect(only).toMatchObject({ name: 'valueAdded', growth: 7.7, unit: 'CNY' });
    expect(only).not.toHaveProperty('value');
    expect(only?.period).toBe(period);
  });

  it('knows no year where neither date nor words tell it', () => {
    expect(read('上半年，云岭高新区完成产值80亿元。', ZONE)[0]).not.toHaveProperty('period');
  });

  it('counts projects by what became of them, and their sum', () => {
    const text = '云岭高新区新签约项目46个，总投资320亿元；15个重点项目开工，7个项目竣工投产，在建项目27个。';
    expect(read(text, ZONE).map(({ name, value }) => [name, value])).toEqual([
      ['signedProjects', 46],
      ['signedInvestment', 32_000_000_000],
      ['startedProjects', 15],
      ['completedProjects', 7],
      ['projects', 27],
    ]);
  });

  it('tells what is to be from what is', () => {
    const names: Names = { ...ZONE, 晨星储能基地项目: ['Project', 'construction'] };
    const text =
      '云岭高新区力争全年产值突破500亿元。晨星储能基地项目占地120亩，建筑面积8万平方米，建成后年产储能电池5GWh，可实现年产值30亿元，提供就业岗位800个。';
    expect(read(text, names).map(({ of, name, value, planned }) => [of, name, value, planned])).toEqual([
      ['云岭高新区', 'output', 50_000_000_000, true],
      ['晨星储能基地项目', 'area', 80_000.4, false],
      ['晨星储能基地项目', 'area', 80_000, true],
      ['晨星储能基地项目', 'capacity', 5, true],
      ['晨星储能基地项目', 'output', 3_000_000_000, true],
      ['晨星储能基地项目', 'jobs', 800, true],
    ]);
    expect(read(text, names)[3]).toMatchObject({ unit: 'GWh', product: '储能电池' });
  });

  it('reads the capacity in the name of a project, as built once it runs', () => {
    const of = (status: ProjectStatus) =>
      read('晨星年产3万吨负极材料项目现场一片繁忙。', { 晨星年产3万吨负极材料项目: ['Project', status] });
    expect(of('construction')).toMatchObject([
      { name: 'capacity', value: 30_000, unit: '吨', product: '负极材料', planned: true },
    ]);
    expect(of('operating')).toMatchObject([{ planned: false }]);
  });

  it('gives each of several that are told together its own', () => {
    const text = '云岭综保区、南屏综保区、北港综保区进出口分别同比增长9.1%、4.2%和33%。';
    const names: Names = { 云岭综保区: 'Zone', 南屏综保区: 'Zone', 北港综保区: 'Zone' };
    expect(read(text, names).map(({ of, name, growth }) => [of, name, growth])).toEqual([
      ['云岭综保区', 'trade', 9.1],
      ['南屏综保区', 'trade', 4.2],
      ['北港综保区', 'trade', 33],
    ]);
  });

  it.each([
    '云岭高新区汽车产业完成产值2482亿元。',
    '云岭高新区民营企业进出口额80亿元。',
    '云岭高新区组织8000多家企业参展。',
    '云岭高新区与5家企业深度对接。',
    '云岭高新区获得贷款20亿元。',
    '云岭高新区的水稻种植面积12万亩。',
  ])('%s holds no figure of the whole', (text) => {
    expect(read(text, ZONE)).toEqual([]);
  });

  it('says nothing of what no name stands for', () => {
    expect(read('全年完成产值80亿元。', {})).toEqual([]);
  });

  it('takes time that grows with the text alone', () => {
    const text = '云岭高新区完成产值80亿元、税收3亿元，企业达30家，'.repeat(4000);
    expect(read(text, ZONE)).toHaveLength(3);
  });

  it('takes a loss for a profit below nothing', () => {
    expect(read('晨星科技去年亏损4326万元，上年盈利2.7亿元。', { 晨星科技: 'Company' })).toMatchObject([
      { of: '晨星科技', name: 'profit', value: -43_260_000 },
      { of: '晨星科技', name: 'profit', value: 270_000_000 },
    ]);
  });

  it('gives what it is put before a figure that leads on to a name', () => {
    const names: Names = { 云岭高新区: 'Zone', 晨星灭菌中心: 'Project' };
    expect(read('云岭高新区有占地220亩的晨星灭菌中心。', names)).toMatchObject([
      { of: '晨星灭菌中心', name: 'area' },
    ]);
    expect(read('云岭高新区里14万平方米的晨星灭菌中心。', names)).toMatchObject([
      { of: '晨星灭菌中心', name: 'area', value: 140_000 },
    ]);
  });

  it('passes over a handful of firms, and months', () => {
    expect(read('云岭高新区引进两家配套企业，三个月未开工的项目清退。', ZONE)).toEqual([]);
  });
});
