import { describe, expect, it } from 'vitest';
import {
  bareCompany,
  coreOfCompany,
  dropPlace,
  isBranch,
  isFullCompany,
  plainCompanies,
} from '../../src/names/company.ts';

describe('a name of a company', () => {
  it.each([
    ['晨星科技有限公司', '晨星科技', '晨星科技'],
    ['晨星科技有限责任公司', '晨星科技', '晨星科技'],
    ['晨星化工(云南)股份有限公司', '晨星化工云南', '晨星化工'],
    ['晨星集团股份有限公司', '晨星集团', '晨星'],
    ['晨星投资控股集团有限公司', '晨星投资控股集团', '晨星投资'],
    ['中国晨星工业总公司', '中国晨星工业', '中国晨星工业'],
    ['晨星股份', '晨星股份', '晨星'],
    ['晨星公司', '晨星', '晨星'],
    ['云岭晨星', '云岭晨星', '云岭晨星'],
    ['晨星科技有限公司松江分公司', '晨星科技有限公司松江分公司', '晨星科技有限公司松江分'],
    ['Morning Star Co., Ltd.', 'morningstar', 'Morning Star Co., Ltd.'],
  ])('%s is equal to others under %s; its short names begin with %s', (name, bare, core) => {
    expect(bareCompany(name)).toBe(bare);
    expect(coreOfCompany(name)).toBe(core);
    expect(bareCompany(bare)).toBe(bare);
  });

  it.each([
    ['晨星科技有限公司', true, false],
    ['晨星股份公司', true, false],
    ['晨星科技', false, false],
    ['晨星科技有限公司松江分公司', false, true],
    ['晨星银行松江分行', false, true],
  ])('%s: full %s, a branch %s', (name, full, branch) => {
    expect([isFullCompany(name), isBranch(name)]).toEqual([full, branch]);
  });

  it('goes by a plain form with and without 公司', () => {
    expect(plainCompanies('晨星科技股份有限公司')).toEqual(['晨星科技', '晨星科技公司']);
  });

  it.each([
    ['云岭晨星科技', '晨星科技'],
    ['中国晨星', '晨星'],
    ['青禾县晨星科技', '晨星科技'],
    ['云岭晨', '云岭晨'],
  ])('%s without the place in front is %s', (name, rest) => {
    expect(dropPlace(name, (word) => word === '云岭')).toBe(rest);
  });
});
