import { describe, expect, it } from 'vitest';
import { stemOfIndustry } from '../../src/names/industry.ts';
import { normaliseForm } from '../../src/names/normalise.ts';
import { isLocalBody, isPartOfBody } from '../../src/names/organization.ts';
import { PHASE } from '../../src/names/phase.ts';

describe('a phase', () => {
  it.each(['一期', '第二期', '3期', '首期', '(十一期)', '（二期）', '(第十一期)'])('%s is one', (text) => {
    expect(new RegExp(`^${PHASE}$`, 'u').test(text)).toBe(true);
  });

  it.each(['期', '同期', '一期一', '工期'])('%s is none', (text) => {
    expect(new RegExp(`^${PHASE}$`, 'u').test(text)).toBe(false);
  });
});

describe('a name of an organization', () => {
  it.each([
    ['科技局', true, false],
    ['国家税务局', false, false],
    ['晨星医院', true, false],
    ['晨星医院分院', false, true],
    ['云岭商会', true, false],
  ])('%s: one that every place has %s, a part %s', (name, ...expected) => {
    expect([isLocalBody(name), isPartOfBody(name)]).toEqual(expected);
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
});
