import { describe, expect, it } from 'vitest';
import { toCsvRow } from '../../src/model/csv.ts';

describe('a row of CSV', () => {
  it.each([
    [['名称', 5, true], '名称,5,true'],
    [['甲"乙",丙', '一\n二'], '"甲""乙"",丙","一\n二"'],
    [[null, undefined, ''], ',,'],
    [['=HYPERLINK("http://example.org")'], '"\'=HYPERLINK(""http://example.org"")"'],
    [['+cmd', '-2+3', '@SUM(1)', '\t=1'], "'+cmd,'-2+3,'@SUM(1),'\t=1"],
    [['＝1+1', '＋1', '－甲', '＠SUM(1)'], "'＝1+1,'＋1,'－甲,'＠SUM(1)"],
    [['-5', '+1.5', '-2e+10', -7], '-5,+1.5,-2e+10,-7'],
  ])('%j → %s', (cells, expected) => {
    expect(toCsvRow(cells)).toBe(`${expected}\r\n`);
  });
});
