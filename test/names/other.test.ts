import { describe, expect, it } from 'vitest';
import { isClassWord } from '../../src/names/class-word.ts';
import { stemOfIndustry } from '../../src/names/industry.ts';
import { normaliseForm } from '../../src/names/normalise.ts';
import {
  isAssociation,
  isLocalBody,
  isOffice,
  isPartOfBody,
  isPlainOrganization,
} from '../../src/names/organization.ts';
import { LONGEST_PHASE, PHASE } from '../../src/names/phase.ts';
import { isFirmHead, isWeakHead } from '../../src/names/zone-head.ts';

describe('a phase', () => {
  it.each(['一期', '第二期', '3期', '首期', '(十一期)', '（二期）', '(第十一期)'])('%s is one', (text) => {
    expect(new RegExp(`^${PHASE}$`, 'u').test(text)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(LONGEST_PHASE);
  });

  it.each(['期', '同期', '一期一', '工期'])('%s is none', (text) => {
    expect(new RegExp(`^${PHASE}$`, 'u').test(text)).toBe(false);
  });
});

describe('a name of an organization', () => {
  it.each([
    ['科技局', true, true, false, false],
    ['国家税务局', false, false, false, false],
    ['晨星医院', false, true, false, false],
    ['晨星医院分院', false, false, true, false],
    ['云岭商会', false, true, false, true],
  ])('%s: an office %s, one that every place has %s, a part %s, of members %s', (name, ...expected) => {
    expect([isOffice(name), isLocalBody(name), isPartOfBody(name), isAssociation(name)]).toEqual(expected);
  });

  it('says nothing by general words alone', () => {
    expect(['全省重点', '晨星'].map(isPlainOrganization)).toEqual([true, false]);
  });
});

describe('other forms', () => {
  it.each([
    ['新能源产业链', '新能源'],
    ['新能源行业', '新能源'],
    ['产业', ''],
    ['新能源', '新能源'],
  ])('the industry %s is %s', (name, stem) => {
    expect(stemOfIndustry(name)).toBe(stem);
  });

  it.each([
    ['Ａ“晨星” 科技', 'a晨星科技'],
    ['晨星（云岭）', '晨星(云岭)'],
  ])('%s is normally %s', (form, normal) => {
    expect(normaliseForm(form)).toBe(normal);
    expect(normaliseForm(normal)).toBe(normal);
  });

  it('class words are no names', () => {
    expect(['开发区', '双碳', '晨星'].map(isClassWord)).toEqual([true, true, false]);
  });

  it('of zones, some heads need a name in front, and some stay a name before 项目', () => {
    expect(['示范区', '经开区'].map(isWeakHead)).toEqual([true, false]);
    expect(['示范区', '综保区', '经开区'].map(isFirmHead)).toEqual([false, true, true]);
  });
});
