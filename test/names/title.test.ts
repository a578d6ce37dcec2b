import { describe, expect, it } from 'vitest';
import {
  isCompanyTitle,
  isGovernmentTitle,
  leadsCompany,
  levelOfTitle,
  startsTitle,
  titlePattern,
} from '../../src/names/title.ts';

const GOVERNMENT = ['书记', '主任', '市长', '理事长'];

describe('a title', () => {
  it.each([
    ['董事长', true, false, true],
    ['党工委书记', false, true, false],
    ['理事长', true, false, false],
    ['厂长', true, false, false],
    ['CEO', true, false, true],
    ['教授', false, false, false],
  ])('%s: of a company %s, of government %s, leads a firm %s', (title, company, government, leads) => {
    expect([isCompanyTitle(title), isGovernmentTitle(title, GOVERNMENT), leadsCompany(title)]).toEqual([
      company,
      government,
      leads,
    ]);
  });

  it.each([
    ['副省长', 'province'],
    ['自治区主席', 'province'],
    ['市委书记', 'city'],
    ['副县长', 'county'],
    ['区长', 'district'],
    ['园区主任', 'zone'],
    ['经开区党工委书记', 'zone'],
    ['主任', undefined],
  ])('%s is a post of a %s', (title, level) => {
    expect(levelOfTitle(title)).toBe(level);
  });

  it.each([
    ['原市委书记李明', '书记'],
    ['党组副书记李明', '党组副书记'],
    ['首席技术主任李明', '技术主任'],
    ['主任助理李明', '主任助理'],
  ])('of %s is found as %s, with its rank', (text, found) => {
    expect(text.match(titlePattern(['书记', '主任']))).toEqual([found]);
  });

  it('of a firm begins with a word that a firm does not end in', () => {
    expect(['总裁', '项目经理', '科技'].map(startsTitle)).toEqual([true, true, false]);
  });
});
