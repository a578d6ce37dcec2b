import { describe, expect, it } from 'vitest';
import { entityNamed, headingFor, idsIn, textFor } from '../../../../web/panels/console/cells.ts';
import { graph } from '../../sample-graph.ts';

describe('a cell of an answer', () => {
  it.each([
    ['status', 'planned', '拟建'],
    ['investment', 10_000_000_000, '100亿元'],
    ['p.investment', 10_000_000_000, '100亿元'],
    ['projects', 1200, '1,200'],
    ['type', 'Zone', '园区'],
    ['relation', 'PART_OF', '属于'],
    ['new', true, '是'],
    ['name', '晨星科技', '晨星科技'],
  ] as const)('reads in %s %s as %s', (column, value, expected) => {
    expect(textFor(column, value, 'zh')).toBe(expected);
  });

  it('has a heading in the language of the page, its own where nobody named it', () => {
    expect(['zone', 'p.investment', 'myColumn'].map((column) => headingFor(column, 'zh'))).toEqual([
      '园区',
      '总投资',
      'myColumn',
    ]);
  });

  it('leads to what it names, and all that are named are of the answer’s graph', () => {
    expect(entityNamed('zone', '乙', graph)).toBe('b');
    expect(entityNamed('zone', '无', graph)).toBeUndefined();
    const answer = { columns: ['zone', 'names'], rows: [['乙', ['甲', '无']]], truncated: false };
    expect([...idsIn(answer, graph)]).toEqual(['b', 'a']);
  });
});
