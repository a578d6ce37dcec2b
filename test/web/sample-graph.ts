import type { GraphAnswer } from '../../src/contract/graph.ts';

/** A company, a zone and a place; two relations between the first two, one each way. */
export const graph: GraphAnswer = {
  version: '1',
  counts: { entities: 3, relations: 3, articles: 2 },
  isWhole: true,
  nodes: {
    id: ['a', 'b', 'c'],
    type: ['Company', 'Zone', 'Place'],
    name: ['甲', '乙', '丙'],
    x: [0, 1, 2],
    y: [0, 1, 2],
    degree: [2, 3, 1],
    pageRank: [0.3, 0.5, 0.2],
    stories: [1, 2, 0],
    confidence: [0.9, 0.9, 1],
    community: [0, 0, 1],
    investment: [null, null, null],
    status: ['', '', ''],
    articles: [[0], [0, 1], []],
  },
  edges: {
    id: ['ab', 'ba', 'bc'],
    type: ['LOCATED_IN', 'PARTNERS_WITH', 'LOCATED_IN'],
    from: [0, 1, 1],
    to: [1, 0, 2],
    count: [1, 1, 1],
    confidence: [0.9, 0.6, 1],
    articles: [[0], [1], []],
    since: ['', '', ''],
    until: ['', '', ''],
  },
  articles: { published: ['2024-05-28', '2025'], outlet: ['江西日报', ''] },
  events: { node: [0], date: ['2024-10'] },
};
