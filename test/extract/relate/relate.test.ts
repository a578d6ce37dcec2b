import { describe, expect, it } from 'vitest';
import { findProjectFacts } from '../../../src/extract/relate/fact.ts';
import { relate } from '../../../src/extract/relate/index.ts';
import { relateLocations } from '../../../src/extract/relate/location.ts';
import { relateOwnership } from '../../../src/extract/relate/ownership.ts';
import { findPosts, relatePosts } from '../../../src/extract/relate/post.ts';
import { compileModel } from '../../../src/model/linear.ts';
import { knowledge, linesOf, linkedOf } from '../../support/view.ts';

const owned = (text: string): string[] => {
  const linked = linkedOf(text);
  return linesOf(linked, relateOwnership(linked));
};
const located = (text: string): string[] => {
  const linked = linkedOf(text);
  return linesOf(linked, relateLocations(linked));
};
const posts = (text: string): string[] => {
  const linked = linkedOf(text);
  return linesOf(linked, relatePosts(linked, findPosts(linked, knowledge)));
};
const facts = (text: string): string[] => {
  const linked = linkedOf(text);
  const found = findProjectFacts(linked).map(({ entity, name, value, min, max, currency }) => {
    const said = value ?? (max === undefined ? `≥ ${min}` : `${min ?? ''}–${max}`);
    return [linked.entities[entity]?.forms[0], name, said, currency].filter(Boolean).join(' ');
  });
  return [...new Set(found)].sort();
};

describe('who invests in what', () => {
  it.each([
    ['博远光伏组件项目签约。', ['博远 INVESTS_IN 博远光伏组件项目']],
    ['海拓年产10万吨锂电池负极材料项目开工。', ['海拓 INVESTS_IN 海拓年产10万吨锂电池负极材料项目']],
  ])('%s → %j', (text, expected) => {
    expect(owned(text)).toEqual(expected);
  });

  it('is the firm that 投资建设 speaks of, on either side of the project', () => {
    const line = '晨星科技有限公司 INVESTS_IN 博远光伏组件项目';
    expect(owned('晨星科技有限公司投资建设博远光伏组件项目。')).toContain(line);
    expect(owned('博远光伏组件项目由晨星科技有限公司投资建设。')).toContain(line);
  });

  it('is never the contractor', () => {
    for (const text of [
      '博远光伏组件项目由晨星建工有限公司承建。',
      '晨星建工有限公司承建的博远光伏组件项目封顶。',
    ])
      expect(owned(text)).toEqual(['博远 INVESTS_IN 博远光伏组件项目']);
  });
});

describe('who belongs to whom', () => {
  it.each([
    '海拓科技有限公司是晨星集团有限公司的全资子公司。',
    '晨星集团有限公司旗下海拓科技有限公司落户。',
    '晨星集团有限公司全资子公司海拓科技有限公司落户。',
    '海拓科技有限公司由晨星集团有限公司和蓝岸控股有限公司共同出资组建。',
  ])('%s', (text) => {
    expect(owned(text)).toContain('海拓科技有限公司 SUBSIDIARY_OF 晨星集团有限公司');
  });

  it('is told by the name of a branch', () => {
    expect(owned('晨星科技有限公司松江分公司成立。晨星科技有限公司很好。')).toEqual([
      '晨星科技有限公司松江分公司 SUBSIDIARY_OF 晨星科技有限公司',
    ]);
  });

  it('is no matter of two firms that sign with each other', () => {
    expect(owned('晨星科技有限公司与海拓电子有限公司签署战略合作协议。')).toEqual([
      '晨星科技有限公司 PARTNERS_WITH 海拓电子有限公司',
    ]);
  });
});

describe('where things are', () => {
  it.each([
    ['晨星科技有限公司位于云岭高新区。', ['晨星科技有限公司 LOCATED_IN 云岭高新区']],
    ['云岭高新区引进晨星科技有限公司。', ['晨星科技有限公司 LOCATED_IN 云岭高新区']],
    ['企业落户云岭经开区青禾片区。', ['云岭经开区青禾片区 PART_OF 云岭经开区']],
    ['云岭高新区松江产业园招商。', ['云岭高新区松江产业园 PART_OF 云岭高新区']],
    ['云岭高新区的青禾产业园正在招商。', ['青禾产业园 PART_OF 云岭高新区']],
    ['南昌市的云岭高新区开会。', ['云岭高新区 LOCATED_IN 南昌市']],
  ])('%s → %j', (text, expected) => {
    expect(located(text)).toEqual(expected);
  });
});

describe('posts', () => {
  it.each([
    ['云岭高新区管委会主任王建国介绍。', ['王建国 HOLDS_POST 云岭高新区 as 管委会主任']],
    ['晨星科技有限公司生产部经理李建华说。', ['李建华 HOLDS_POST 晨星科技有限公司 as 生产部经理']],
    ['云岭高新区经发局局长李建华走访企业。', ['李建华 HOLDS_POST 云岭高新区经发局 as 局长']],
    ['晨星科技有限公司到场。公司董事长陈思远介绍。', ['陈思远 HOLDS_POST 晨星科技有限公司 as 董事长']],
    ['云岭高新区昨天开会。管委会主任王建国主持。', ['王建国 HOLDS_POST 云岭高新区 as 管委会主任']],
    [
      '晨星科技有限公司董事长张伟、总经理李建华出席。',
      ['张伟 HOLDS_POST 晨星科技有限公司 as 董事长', '李建华 HOLDS_POST 晨星科技有限公司 as 总经理'],
    ],
  ])('%s → %j', (text, expected) => {
    expect(posts(text)).toEqual([...expected].sort());
  });
});

describe('what is said of a project', () => {
  it.each([
    [
      '总投资12亿元的博远光伏组件项目已经封顶。',
      ['博远光伏组件项目 investment 1200000000', '博远光伏组件项目 status topped_out'],
    ],
    ['博远光伏组件项目总投资百亿元。', ['博远光伏组件项目 investment 10000000000']],
    ['博远光伏组件项目总投资20亿元以上。', ['博远光伏组件项目 investment ≥ 2000000000']],
    ['博远光伏组件项目总投资30亿元至50亿元。', ['博远光伏组件项目 investment 3000000000–5000000000']],
    ['博远光伏组件项目总投资5亿美元。', ['博远光伏组件项目 investment 500000000 USD']],
    ['博远光伏组件项目尚未开工。', []],
    ['博远光伏组件项目总投资约250亿元，达产后年产值300亿元。', ['博远光伏组件项目 investment 25000000000']],
    [
      '博远光伏组件项目签约。该项目总投资6亿元。',
      ['博远光伏组件项目 investment 600000000', '博远光伏组件项目 status signed'],
    ],
  ])('%s → %j', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('the whole stage', () => {
  it('takes up a candidate only when the model believes it, and tells an official from an executive', () => {
    const text =
      '云岭高新区管委会主任王建国、晨星科技有限公司董事长张伟到场，晨星科技有限公司位于云岭高新区。';
    const { document, entities } = linkedOf(text);
    const run = (bias: number) => relate(document, entities, knowledge, compileModel({ bias, weights: {} }));
    expect(run(-9).links.map(({ type }) => type)).toEqual(['HOLDS_POST', 'HOLDS_POST']);
    expect(run(9).links.some(({ type }) => type === 'LOCATED_IN')).toBe(true);
    const kinds = entities.map(({ forms }, i) => `${forms[0]} ${run(-9).types[i]}`);
    expect(kinds).toContain('王建国 Official');
    expect(kinds).toContain('张伟 Executive');
  });

  it('keeps to sentences in what it cites', () => {
    const { document, entities } = linkedOf('晨星科技有限公司位于云岭高新区。今天天气好。');
    const { links } = relate(document, entities, knowledge, compileModel({ bias: 9, weights: {} }));
    const edges = new Set(document.sentences.flatMap(({ start, end }) => [start, end]));
    expect(links.length).toBeGreaterThan(0);
    for (const { span } of links) expect([span.start, span.end].every((at) => edges.has(at))).toBe(true);
  });
});
