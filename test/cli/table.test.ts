import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/cli/table.ts';
import { wordsOf } from '../../src/cli/words.ts';
import type { QueryValue } from '../../src/store/store.ts';

const company = { id: 'c', labels: ['Company', 'Entity'], properties: { name: '晨星科技' } };
const zone = { id: 'z', labels: ['Entity', 'Zone'], properties: {} };
const located = { id: 'r', type: 'LOCATED_IN', from: 'c', to: 'z', properties: {} };

const table = (columns: string[], rows: QueryValue[][], truncated = false) =>
  formatTable({ columns, rows, truncated }, wordsOf('en'));

describe('a table', () => {
  it('has columns as wide as Chinese is on a terminal', () => {
    expect(
      table(
        ['园区', 'n'],
        [
          ['云岭高新区', 12],
          ['b', 3],
        ],
      ),
    ).toBe(
      [
        '┌────────────┬────┐',
        '│ 园区       │  n │',
        '├────────────┼────┤',
        '│ 云岭高新区 │ 12 │',
        '│ b          │  3 │',
        '└────────────┴────┘',
        '2 rows',
      ].join('\n'),
    );
  });

  it.each<[string, QueryValue, string]>([
    ['nothing', null, ''],
    ['a list', ['a', 1, null], '[a, 1, ]'],
    ['a map', { b: 1, a: { c: '二' } }, '{b: 1, a: {c: 二}}'],
    ['a node', company, '(:Company 晨星科技)'],
    ['a node without a name', zone, '(:Zone z)'],
    ['a relationship', located, '[:LOCATED_IN]'],
    [
      'a path',
      { nodes: [company, zone], relationships: [located] },
      '(:Company 晨星科技)-[:LOCATED_IN]->(:Zone z)',
    ],
    [
      'a path backwards',
      { nodes: [zone, company], relationships: [located] },
      '(:Zone z)<-[:LOCATED_IN]-(:Company 晨星科技)',
    ],
    ['lines', '一\r\n二\n三\t四', '一⏎二⏎三 四'],
    ['an escape sequence', '\u001b[31mred', ' [31mred'],
  ])('shows %s in a line', (_, value, shown) => {
    expect(
      table(['x'], [[value]])
        .split('\n')[3]
        ?.slice(2, -2)
        .trimEnd(),
    ).toBe(shown);
  });

  it('cuts what is too long, and stays straight', () => {
    const lines = table(['x'], [['长'.repeat(100)], ['👨‍👩‍👧'.repeat(100)], ['b']])
      .split('\n')
      .slice(0, -1);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
    expect(stringWidth(lines[0] ?? '')).toBeLessThanOrEqual(64);
  });

  it('says how many rows there are, and when there are more', () => {
    expect(table(['x'], [[1]], true)).toMatch(/\n1 row, and there are more$/);
    expect(table(['x'], [])).toMatch(/\n0 rows$/);
    expect(table([], [])).toBe('0 rows');
  });
});
