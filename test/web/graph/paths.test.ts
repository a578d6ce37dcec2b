import { describe, expect, it } from 'vitest';
import type { GraphAnswer } from '../../../src/contract/graph.ts';
import { NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { findPaths } from '../../../web/graph/paths.ts';
import { graph } from '../sample-graph.ts';

describe('paths', () => {
  // a–b–d, a–c–d, and the long way a–b–c–d.
  const square: GraphAnswer = {
    ...graph,
    nodes: {
      id: ['a', 'b', 'c', 'd', 'e'],
      type: ['Company', 'Company', 'Company', 'Zone', 'Place'],
      name: ['甲', '乙', '丙', '丁', '戊'],
      ...Object.fromEntries(
        ['x', 'y', 'degree', 'pageRank', 'stories', 'community'].map((key) => [key, [0, 1, 2, 3, 4]]),
      ),
      confidence: [1, 1, 1, 1, 1],
      articles: [[], [], [], [], []],
    } as unknown as GraphAnswer['nodes'],
    edges: {
      id: ['ab', 'ac', 'bd', 'cd', 'bc'],
      type: ['PARTNERS_WITH', 'INVESTS_IN', 'LOCATED_IN', 'LOCATED_IN', 'PARTNERS_WITH'],
      from: [0, 0, 1, 2, 1],
      to: [1, 2, 3, 3, 2],
      count: [1, 5, 1, 1, 1],
      confidence: [1, 1, 1, 1, 1],
      articles: [[], [], [], [], []],
      since: ['', '', '', '', ''],
      until: ['', '', '', '', ''],
    },
  };
  const index = toGraphIndex(square);
  const ways = (rule: Parameters<typeof findPaths>[2], to = 3) =>
    findPaths(index, toShown(index, NO_FILTER), rule, [0, to]).map(({ nodes }) => nodes.join(''));

  it('are the shortest, the better supported first', () => {
    expect(ways({})).toEqual(['023', '013']);
  });

  it('are all within a length, none visiting a node twice', () => {
    expect(ways({ within: 3 })).toEqual(['023', '013', '0213', '0123']);
  });

  it('keep to the relations that are allowed, and may be none', () => {
    expect(ways({ types: ['PARTNERS_WITH', 'LOCATED_IN'] })).toEqual(['013']);
    expect(ways({ types: ['INVESTS_IN'] })).toEqual([]);
    expect(ways({}, 4)).toEqual([]);
  });
});
