import { describe, expect, it } from 'vitest';
import { resolveLines } from '../support/resolve.ts';

describe('a short form of a firm elsewhere', () => {
  const count = (...documents: readonly (readonly string[])[]) => resolveLines(...documents).length;

  it('is not that of a firm of one place, nor a listed company’s that of another firm', () => {
    expect(count(['Company 晨星汽车科技有限公司 = 晨星汽车'], ['Company 晨星汽车'])).toBe(1);
    expect(count(['Company 晨星汽车科技(南昌)有限公司 = 晨星汽车'], ['Company 晨星汽车'])).toBe(2);
    expect(count(['Company 贵州茅台酒销售有限公司 = 贵州茅台'], ['Company 贵州茅台'])).toBe(2);
  });

  it.each([
    ['without the trade behind', '青岚伟业半导体有限公司', '青岚伟业', 1],
    ['without 集团 behind', '青岚伟业集团', '青岚伟业', 1],
    ['without 中国 in front', '中国青岚电气化局集团', '青岚电气化局', 1],
    ['with the class of the share behind', '青岚汽车', '青岚汽车-W', 1],
    ['of a house that has such firms', '青岚伟业物业有限公司', '青岚伟业', 2],
    ['of a place and two letters', '南昌交投物流有限公司', '南昌交投', 2],
    ['that is another firm’s full name', '青岚控股煤业集团', '青岚控股有限公司', 2],
    ['of an insurer', '青岚伟业财产保险股份有限公司', '青岚伟业财险', 1],
    ['of a house that has an insurer', '中国平安财产保险股份有限公司', '中国平安', 2],
    ['of a body that has such firms', '青岚三局信息科技有限公司', '青岚三局', 2],
    ['of a place, without the house in front', '中国石油南昌油气田公司', '南昌油气田公司', 1],
    ['of a listed company, by the list alone', '上海浦东发展银行股份有限公司', '浦发银行', 1],
    ['of a listed company, without its legal form', '上海浦东发展银行', '浦发银行', 1],
    ['of a listed company, for another of its letters', '上海浦东发展银行有限公司', '浦发银行', 2],
    ['of a listed company, for its parent', '中国建筑集团', '中国建筑', 2],
    ['of a listed company, by its letters', '荣信教育文化产业发展股份有限公司', '荣信文化', 1],
    ['of a listed company, for one of its firms', '欣旺达动力科技股份有限公司', '欣旺达', 2],
    ['of partners', '青岚会计师事务所(特殊普通合伙)', '青岚会计师事务所', 1],
    ['of a house of funds', '青岚基金管理有限公司', '青岚基金', 1],
    ['of a group that holds shares', '青岚投资集团有限公司', '青岚集团', 1],
    ['of a group of a place', '云南青投集团有限公司', '云南青投', 1],
    ['of a firm abroad, with its country', '日本丰田汽车公司', '丰田', 1],
    ['with the legal form of another country', 'Alphabet Inc.', 'Alphabet', 1],
    ['of a branch, by its house', '中国工商银行股份有限公司南昌市分行', '工行南昌分行', 1],
    ['of a branch, for that of another place', '中国工商银行股份有限公司南昌市分行', '工行宜春分行', 2],
    ['of a house at a place, without its level', '国网浠水县供电公司', '浠水供电公司', 1],
    ['of a house at a place, for that of the city', '国网南昌县供电公司', '南昌供电公司', 2],
    ['of a great firm, by the list of their names', '阿里巴巴集团控股有限公司', '阿里', 1],
    ['of a great firm, for one of its own', '阿里巴巴(中国)网络技术有限公司', '阿里', 2],
    ['of a great firm, for its group', '中国石油天然气集团有限公司', '中石油', 2],
    ['of a listed company, for the group that owns it', '东风汽车集团有限公司', '东风汽车股份有限公司', 2],
  ])('is told though no article introduces it: %s', (_, full, short, expected) => {
    expect(count([`Company ${full}`], [`Company ${short}`])).toBe(expected);
  });

  it('leaves a firm its id when an article adds its legal form', () => {
    const idOf = (...documents: readonly (readonly string[])[]) =>
      resolveLines(...documents).map(({ id }) => id);
    const short = idOf(['Company 青岚伟业公司']);
    expect(idOf(['Company 青岚伟业公司'], ['Company 青岚伟业有限公司'])).toEqual(short);
    expect(idOf(['Company 青岚伟业集团有限公司'])).not.toEqual(short);
  });

  it('is one with its trade behind, also where an article has both, if others take them for one', () => {
    const both = ['Company 青岚汽车', 'Company 青岚'];
    expect(count(['Company 青岚汽车 = 青岚'], both)).toBe(1);
    expect(count(['Company 青岚物业 = 青岚'], ['Company 青岚物业', 'Company 青岚'])).toBe(2);
    expect(count(both)).toBe(2);
  });

  it('is nobody’s where two firms have it', () => {
    const firms = ['青岚伟业半导体有限公司', '青岚伟业化工有限公司', '青岚伟业'];
    expect(count(...firms.map((firm) => [`Company ${firm}`]))).toBe(3);
  });

  it('makes one of names that are no more than it, unless another firm has it too', () => {
    const told = [['Company 青岚集团 = 青岚'], ['Company 中国青岚 = 青岚'], ['Company 青岚']];
    expect(count(...told)).toBe(1);
    expect(count(...told, ['Company 青岚伟业化工有限公司 = 青岚'])).toBe(4);
  });

  it('is not another’s where far more articles tell of what goes by it', () => {
    const many = Array.from({ length: 5 }, () => ['Company 青岚伟业']);
    expect(count(['Company 青岚伟业半导体有限公司'], ...many)).toBe(2);
  });
});
