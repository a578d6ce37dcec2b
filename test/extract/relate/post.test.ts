import { describe, expect, it } from 'vitest';
import { LinkedDocument } from '../../../src/extract/relate/linked-document.ts';
import { findPosts } from '../../../src/extract/relate/post.ts';
import { documentOf, entitiesOf, marked } from '../../support/view.ts';

/** Person, body, post and what is told of it. */
const posts = (text: string): string[] => {
  const entities = entitiesOf(text);
  const nameOf = (i: number | undefined) => (i === undefined ? '' : entities[i]?.forms[0]);
  return findPosts(new LinkedDocument(documentOf(marked(text).text), entities), []).map(
    ({ person, body, title, state, since, until }) =>
      [nameOf(person), nameOf(body), title, state, since && `从${since}`, until && `至${until}`]
        .filter(Boolean)
        .join(' '),
  );
};

describe('who holds a post, by the words around it', () => {
  it.each([
    ['[Z云岭新区]党工委书记[F江若川]出席。', ['江若川 云岭新区 党工委书记 held']],
    ['[F江若川]说，[Z云岭新区]管委会主任要带头。', []],
    ['2023年4月11日，[F江若川]任[Z云岭新区]管委会主任。', ['江若川 云岭新区 管委会主任 held 从2023-04-11']],
    ['2023年4月，任命[F江若川]为[Z云岭新区]管委会主任。', ['江若川 云岭新区 管委会主任 held 从2023-04']],
    [
      '2023年4月11日召开大会。会议宣布，[F江若川]同志任[Z云岭新区]党工委书记，免去[F许知远]同志的[Z云岭新区]党工委书记、管委会主任职务。',
      [
        '江若川 云岭新区 党工委书记 held 从2023-04-11',
        '许知远 云岭新区 党工委书记、管委会主任 ended 至2023-04-11',
      ],
    ],
    [
      '2023年4月11日，[F许知远]不再担任[Z云岭新区]管委会主任职务。',
      ['许知远 云岭新区 管委会主任 ended 至2023-04-11'],
    ],
    ['原[Z云岭新区]党工委书记[F许知远]参观。', ['许知远 云岭新区 党工委书记 ended']],
    ['[Z云岭新区]原党工委书记[F许知远]参观。', ['许知远 云岭新区 党工委书记 ended']],
    ['目前[Z云岭新区]党工委书记[F许知远]在场。', ['许知远 云岭新区 党工委书记 held']],
    ['时任[Z云岭新区]管委会主任的[F许知远]说。', ['许知远 云岭新区 管委会主任 ended']],
    ['[F许知远]曾任[Z云岭新区]管委会主任。', ['许知远 云岭新区 管委会主任 ended']],
    [
      '[F许知远]2018年5月至2021年9月任[Z云岭新区]管委会主任。',
      ['许知远 云岭新区 管委会主任 ended 从2018-05 至2021-09'],
    ],
    ['[F许知远]自2020年3月起担任[Z云岭新区]党工委书记。', ['许知远 云岭新区 党工委书记 held 从2020-03']],
    [
      '[F许知远]，男，1972年5月生，现任[Z云岭新区]管委会副主任，拟任[Z云岭新区]管委会主任。',
      ['许知远 云岭新区 管委会副主任 held', '许知远 云岭新区 管委会主任 planned'],
    ],
    ['[F许知远]提名为[Z云岭新区]管委会主任人选。', ['许知远 云岭新区 管委会主任 planned']],
    [
      '2023年8月1日，[F许知远]任[Z云岭新区]党工委书记，兼任管委会主任。',
      ['许知远 云岭新区 党工委书记 held 从2023-08-01', '许知远 云岭新区 管委会主任 held 从2023-08-01'],
    ],
    ['[Z云岭新区]管委会副主任(主持工作)[F许知远]调研。', ['许知远 云岭新区 管委会副主任 held']],
    [
      '2023年8月11日，[F顾南舟]辞去[C明峰科技股份有限公司]总经理职务，由[F沈清和]接任。',
      [
        '顾南舟 明峰科技股份有限公司 总经理 ended 至2023-08-11',
        '沈清和 明峰科技股份有限公司 总经理 held 从2023-08-11',
      ],
    ],
    [
      '[C明峰科技股份有限公司]总经理由[F顾南舟]变更为[F沈清和]。',
      ['顾南舟 明峰科技股份有限公司 总经理 ended', '沈清和 明峰科技股份有限公司 总经理 held'],
    ],
    [
      '2023年8月1日，[F罗青]接替[F程砚]任[Z云岭新区]管委会主任。',
      ['罗青 云岭新区 管委会主任 held 从2023-08-01', '程砚 云岭新区 管委会主任 ended 至2023-08-01'],
    ],
    ['[Z云岭新区]管委会主任由[F何知非]担任。', ['何知非 云岭新区 管委会主任 held']],
    ['[L吉水县]委书记[F程砚]出席。', ['程砚 吉水县 县委书记 held']],
  ])('%s → %j', (text, expected) => {
    expect(posts(text)).toEqual(expected);
  });
});
