import { describe, expect, it } from 'vitest';
import { formsOf, mentionsOf, viewOf } from '../../support/view.ts';

describe('zones', () => {
  it.each([
    ['云岭高新区昨日召开会议。', ['云岭高新区']],
    ['云岭高新技术产业开发区昨日召开会议。', ['云岭高新技术产业开发区']],
    ['云岭经济技术开发区昨日召开会议。', ['云岭经济技术开发区']],
    ['项目落户云岭综合保税区。', ['云岭综合保税区']],
    ['青禾产业园正在招商。', ['青禾产业园']],
    ['赤水湾产业城正在招商。', ['赤水湾产业城']],
    ['松江新区与云岭自贸试验区结对。', ['松江新区', '云岭自贸试验区']],
    ['企业落户云岭经开区青禾片区。', ['云岭经开区青禾片区', '云岭经开区', '青禾片区']],
    ['云岭高新区松江产业园招商。', ['云岭高新区松江产业园', '云岭高新区', '松江产业园']],
  ])('%s → %j', (text, expected) => {
    expect(formsOf(text, 'Zone')).toEqual(expected);
  });

  it.each([
    '高新区今年新增企业30家。',
    '该区的园区扩大了。',
    '国家级高新区和产业园区都要发展。',
    '全区上下齐心协力。',
    '本园区将继续努力。',
    '各开发区要加快建设。',
  ])('never in a bare class word: %s', (text) => {
    expect(formsOf(text, 'Zone')).toEqual([]);
  });
});

describe('companies', () => {
  it.each([
    ['晨星科技有限公司开业。', ['晨星科技有限公司']],
    ['蓝岸控股有限责任公司与博远股份有限公司到场。', ['蓝岸控股有限责任公司', '博远股份有限公司']],
    ['晨星汽车(云岭)有限公司揭牌。', ['晨星汽车(云岭)有限公司']],
    ['晨星汽车（云岭）有限公司揭牌。', ['晨星汽车(云岭)有限公司']],
    ['晨星集团与海拓集团有限公司到场。', ['晨星集团', '海拓集团有限公司']],
    ['晨星重工有限公司华东分公司来了。', ['晨星重工有限公司华东分公司']],
    ['晨星集团西南公司来了。', ['晨星集团西南公司']],
    ['晨星银行出资。', ['晨星银行']],
    ['引进海拓光电、博远精工、蓝岸生物等企业。', ['海拓光电', '博远精工', '蓝岸生物']],
    ['吸引海拓、博远、蓝岸等一批龙头企业入驻。', ['海拓', '博远', '蓝岸']],
    ['云岭高新区晨星科技有限公司开业。', ['晨星科技有限公司']],
  ])('%s → %j', (text, expected) => {
    expect(formsOf(text, 'Company')).toEqual(expected);
  });

  it.each([
    '上市公司和保险公司纷纷到场。',
    '该公司负责人说,公司很好。',
    '我们公司的产品很好。',
    '园区有17家企业和多家公司。',
    '汽车集团要转型。',
  ])('never in words that pick out no one: %s', (text) => {
    expect(formsOf(text, 'Company')).toEqual([]);
  });
});

describe('people', () => {
  const posts = (text: string): string[] =>
    mentionsOf(text).flatMap(({ form, title }) => (title === undefined ? [] : [`${form} ${title}`]));

  it.each([
    ['云岭高新区管委会主任王建国介绍了情况。', ['王建国 管委会主任']],
    ['云岭高新区党工委书记、管委会主任李志强出席活动。', ['李志强 党工委书记、管委会主任']],
    ['晨星科技有限公司董事长张伟、总经理李建华出席。', ['张伟 董事长', '李建华 总经理']],
    ['晨星科技有限公司常务副总经理、总工程师王志强说。', ['王志强 常务副总经理、总工程师']],
    ['县领导刘国栋、赵建军、孙志远参加会议。', ['刘国栋 县领导', '赵建军 县领导', '孙志远 县领导']],
    [
      '市委书记张国强、市长李建华、副市长王海涛一同调研。',
      ['张国强 市委书记', '李建华 市长', '王海涛 副市长'],
    ],
    ['云岭经开区管委会副主任欧阳志远介绍。', ['欧阳志远 管委会副主任']],
    ['项目负责人陈思远告诉大家。', ['陈思远 项目负责人']],
  ])('%s → %j', (text, expected) => {
    expect(posts(text)).toEqual(expected);
  });

  it.each([
    '记者张三丰在现场看到,工人李四海正在装配。',
    '居民陈大明说生活很方便。',
    '村民李大山说。',
    '云岭日报讯 记者王小明报道,今天开工。',
    '王建国和李志强来了。',
    '管委会主任办公会议今天召开。',
  ])('without a post are never found: %s', (text) => {
    expect(posts(text)).toEqual([]);
  });
});

describe('projects', () => {
  it.each([
    ['海拓年产10万吨锂电池负极材料项目开工建设。', ['海拓年产10万吨锂电池负极材料项目']],
    ['总投资12亿元的海拓储能电池生产基地项目开工。', ['海拓储能电池生产基地项目']],
    ['投资3.6亿元的博远光伏组件项目签约。', ['博远光伏组件项目']],
    ['正在建设的海拓半导体封装项目进展顺利。', ['海拓半导体封装项目']],
    ['云岭大道改造工程已完工。', ['云岭大道改造工程']],
    ['海拓光电显示面板项目一期已投产。', ['海拓光电显示面板项目一期']],
  ])('%s → %j', (text, expected) => {
    expect(formsOf(text, 'Project')).toEqual(expected);
  });

  it.each([
    '云岭高新区38个项目集中开工。',
    '38个重大项目集中签约,总投资200亿元。',
    '该项目总投资20亿元。',
    '一批项目落地,多个工程完工。',
    '项目建设如火如荼。',
  ])('are never counts nor bare class words: %s', (text) => {
    expect(formsOf(text, 'Project')).toEqual([]);
  });

  it('have their builder at the head as a company of its own', () => {
    const found = mentionsOf('博远光伏组件项目签约。').map(({ type, form, start }) => [type, form, start]);
    expect(found).toEqual([
      ['Project', '博远光伏组件项目', 0],
      ['Company', '博远', 0],
    ]);
  });
});

describe('industries, organisations and places', () => {
  it('finds industries before 产业 and 产业链, and no class across sectors', () => {
    expect(formsOf('新能源汽车产业、生物医药产业链蓬勃发展。', 'Industry')).toEqual([
      '新能源汽车',
      '生物医药',
    ]);
    expect(formsOf('战略性新兴产业和高新技术产业占比提高。', 'Industry')).toEqual([]);
  });

  it.each([
    ['云岭高新区经发局今天开会。', ['云岭高新区经发局']],
    ['云岭大学与云岭半导体研究院合作。', ['云岭大学', '云岭半导体研究院']],
    ['高等学校与重点医院合作。', []],
  ])('%s → organisations %j', (text, expected) => {
    expect(formsOf(text, 'Organization')).toEqual(expected);
  });

  it('finds the divisions of the list', () => {
    expect(formsOf('江西省南昌市青山湖区的企业很多。', 'Place')).toEqual(['江西省', '南昌市', '青山湖区']);
  });
});

describe('every mention', () => {
  it('slices to its form, in text order', () => {
    const text =
      '云岭高新区管委会主任王建国走进晨星科技有限公司，总投资12亿元的海拓储能电池生产基地项目正在建设。';
    const view = viewOf(text);
    const found = mentionsOf(text);
    expect(found.length).toBeGreaterThan(3);
    for (const { start, end, form } of found) expect(view.text.slice(start, end)).toBe(form);
    expect(found.map((m) => m.start)).toEqual(found.map((m) => m.start).sort((a, b) => a - b));
  });
});
