import { describe, expect, it } from 'vitest';
import { toCommonAnswer, toPathsAnswer } from '../../src/answer/paths.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import { PATH_LIMITS } from '../../src/contract/limits.ts';
import type { NodeRecord, RelationshipRecord } from '../../src/model/snapshot.ts';

const entity = (id: string): NodeRecord => ({
  id,
  labels: ['Entity', 'Company'],
  properties: { type: 'Company', name: id },
});
const tie = (from: string, type: string, to: string, count = 1): RelationshipRecord => ({
  id: `${from} ${type} ${to}`,
  type,
  from,
  to,
  properties: { count },
});

describe('toPathsAnswer', () => {
  const catalogue = new WholeCatalogue({
    nodes: ['甲', '乙', '丙', '丁', '戊'].map(entity),
    relationships: [
      tie('甲', 'PARTNERS_WITH', '乙'),
      tie('丙', 'SUBSIDIARY_OF', '乙', 3),
      tie('甲', 'PARTNERS_WITH', '丁', 5),
      tie('丁', 'PARTNERS_WITH', '丙', 5),
      tie('丁', 'SUBSIDIARY_OF', '丙', 2),
      tie('乙', 'PARTNERS_WITH', '丁'),
    ],
  });
  const ways = (rule: Parameters<typeof toPathsAnswer>[3], from = '甲', to = '丙') =>
    toPathsAnswer(catalogue, from, to, rule).paths.map(({ nodes, edges }) =>
      nodes.map(({ name }, at) => `${name}${edges[at] ? (edges[at].isForth ? '→' : '←') : ''}`).join(''),
    );

  it('finds the shortest ways in either direction, the best supported first', () => {
    expect(ways({})).toEqual(['甲→丁→丙', '甲→乙←丙']);
  });

  it('finds all ways within some steps, none of which comes by an entity twice', () => {
    expect(ways({ within: 3 })).toEqual(['甲→丁→丙', '甲→乙←丙', '甲→丁←乙←丙', '甲→乙→丁→丙']);
  });

  it('keeps to the allowed relations, and says when there is no way', () => {
    expect(ways({ types: ['PARTNERS_WITH'] })).toEqual(['甲→丁→丙']);
    expect(ways({ types: ['IN_INDUSTRY'] })).toEqual([]);
    expect(ways({}, '甲', '戊')).toEqual([]);
  });

  it('gives up in time where there are too many ways', () => {
    const rungs = Array.from({ length: 60 }, (_, at) => `梯${at}`);
    const wide = new WholeCatalogue({
      nodes: ['甲', '丙', ...rungs].map(entity),
      relationships: rungs.flatMap((rung, at) => [
        tie('甲', 'PARTNERS_WITH', rung),
        tie(rung, 'PARTNERS_WITH', '丙'),
        ...rungs.slice(at + 1).map((other) => tie(rung, 'PARTNERS_WITH', other)),
      ]),
    });
    const { paths, isCut } = toPathsAnswer(wide, '甲', '丙', { within: 5 });
    expect(isCut).toBe(true);
    expect(paths).toHaveLength(PATH_LIMITS.paths);
    expect(paths.slice(0, 60).every(({ edges }) => edges.length === 2)).toBe(true);
  });

  it('finds what several are all tied to', () => {
    expect(toCommonAnswer(catalogue, ['甲', '丙'])).toEqual({
      common: [
        { id: '丁', type: 'Company', name: '丁' },
        { id: '乙', type: 'Company', name: '乙' },
      ],
      total: 2,
    });
    expect(() => toCommonAnswer(catalogue, ['甲', '无'])).toThrow('无');
  });
});
