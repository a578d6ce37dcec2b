import { describe, expect, it } from 'vitest';
import { isCompanyTitle, titlesOf } from '../../src/names/title.ts';

describe('a title', () => {
  it.each([
    ['董事长', true],
    ['理事长', true],
    ['厂长', true],
    ['CEO', true],
    ['党工委书记', false],
    ['教授', false],
  ])('%s: of a company %s', (title, company) => {
    expect(isCompanyTitle(title)).toBe(company);
  });

  it('is several posts, whenever they were held', () => {
    expect(titlesOf('原市委常委、副市长')).toEqual(['市委常委', '副市长']);
  });
});
