import { describe, expect, it } from 'vitest';
import { toRows } from '../../src/read/table.ts';

describe('the rows of a table', () => {
  it('have the unit of their column, or of the whole table where the column is of money', () => {
    expect(
      toRows([
        ['白鹭园区项目表（单位：万元）', ''],
        ['项目名称', '总投资', '占地（亩）', '2024年计划投资（亿元）'],
        ['晨星电池项目', '120000', '80', '3.5'],
        ['远山罐头项目', '待定', '约60', '1亿元'],
      ]),
    ).toEqual([
      '白鹭园区项目表（单位：万元）',
      '项目名称：晨星电池项目，总投资：120000万元，占地：80亩，2024年计划投资：3.5亿元。',
      '项目名称：远山罐头项目，总投资：待定，占地：约60，2024年计划投资：1亿元。',
    ]);
  });

  it('go with heads in two rows, and with the titles that part them', () => {
    expect(
      toRows([
        ['序号', '项目名称', '投资（亿元）', ''],
        ['序号', '项目名称', '总投资', '到位资金'],
        ['一、工业项目', '', '', ''],
        ['1', '晨星电池项目', '12亿元', '3亿元'],
      ]),
    ).toEqual(['一、工业项目', '序号：1，项目名称：晨星电池项目，总投资：12亿元，到位资金：3亿元。']);
  });

  it.each([
    [
      [
        ['项目名称', '晨星电池项目'],
        ['投资主体', '晨星科技有限公司'],
        ['总投资（亿元）', '12'],
      ],
    ],
    [
      [
        ['项目名称', '晨星电池项目', '投资主体', '晨星科技有限公司'],
        ['总投资（亿元）', '12', '', ''],
      ],
    ],
  ])('of a form are one: %j', (cells) => {
    expect(toRows(cells)).toEqual(['项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：12亿元。']);
  });

  it('without heads stand as they are', () => {
    expect(
      toRows([
        ['晨星科技有限公司', '12亿元'],
        ['远山食品有限公司', '3亿元'],
      ]),
    ).toEqual(['晨星科技有限公司\t12亿元', '远山食品有限公司\t3亿元']);
  });

  it('have the unit that the line above the table tells', () => {
    const cells = [
      ['项目名称', '总投资'],
      ['晨星电池项目', '56,000'],
    ];
    expect(toRows(cells, '单位：万元')).toEqual(['项目名称：晨星电池项目，总投资：56,000万元。']);
    expect(toRows(cells, `${'园区的项目如下。'.repeat(6)}单位：万元`)).toEqual([
      '项目名称：晨星电池项目，总投资：56,000。',
    ]);
  });

  it('are the columns where those are the things, and what is told of them stands first', () => {
    expect(
      toRows([
        ['项目名称', '晨星电池项目', '远山罐头项目'],
        ['建设单位', '晨星科技有限公司', '远山食品有限公司'],
        ['总投资（亿元）', '12', '3'],
      ]),
    ).toEqual([
      '项目名称：晨星电池项目，建设单位：晨星科技有限公司，总投资：12亿元。',
      '项目名称：远山罐头项目，建设单位：远山食品有限公司，总投资：3亿元。',
    ]);
  });

  it('have the unit of the head that reaches over theirs, and names that narrow cells break are whole', () => {
    const rows = [
      ['项 目 名 称', '建设 单位', '投资额（亿元）', '', '备 注'],
      ['项 目 名 称', '建设 单位', '总投资', '年度计划', '备 注'],
      ['晨星电池项目', '晨星科技有限公司', '12', '3.5', ''],
      ['合 计', '', '12', '3.5', ''],
    ];
    const told = [
      '项目名称：晨星电池项目，建设单位：晨星科技有限公司，总投资：12亿元，年度计划：3.5亿元。',
      '合计，总投资：12亿元，年度计划：3.5亿元。',
    ];
    expect(toRows(rows)).toEqual(told);
    const bare = rows.map((row) => row.map((cell) => cell.replace('（亿元）', '')));
    expect(toRows(bare, '单位：亿元')).toEqual(told);
  });

  it('of a form are one where a name is another than the known ones, or has no cell', () => {
    expect(
      toRows([
        ['项目名称', '晨星电池项目', '投资方', '晨星科技有限公司'],
        ['总投资', '12亿元', '用地面积', '80亩'],
        ['建设地点', '云岭高新区', '联系人', ''],
        ['牵头部门', '招商局', '项目进展', '开工'],
      ]),
    ).toEqual([
      '项目名称：晨星电池项目，投资方：晨星科技有限公司，总投资：12亿元，用地面积：80亩，建设地点：云岭高新区，牵头部门：招商局，项目进展：开工。',
    ]);
  });
});
