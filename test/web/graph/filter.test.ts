import { describe, expect, it } from 'vitest';
import { type Filter, isWithin, NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { graph } from '../sample-graph.ts';

const shownNodes = (filter: Partial<Filter>) => {
  const { nodes } = toShown(toGraphIndex(graph), { ...NO_FILTER, ...filter });
  return graph.nodes.id.filter((_, node) => nodes[node]).join('');
};
const shownEdges = (filter: Partial<Filter>) => {
  const { edges } = toShown(toGraphIndex(graph), { ...NO_FILTER, ...filter });
  return graph.edges.id.filter((_, edge) => edges[edge]).join(' ');
};

describe('filters', () => {
  it.each<[string, Partial<Filter>, string, string]>([
    ['nothing', {}, 'abc', 'ab ba bc'],
    ['ids', { only: new Set(['a', 'b']) }, 'ab', 'ab ba'],
    ['single ids', { without: new Set(['a']) }, 'bc', 'bc'],
    ['a relation', { hiddenRelations: new Set(['LOCATED_IN']) }, 'abc', 'ba'],
    ['an outlet; public lists stay', { outlets: new Set(['江西日报']) }, 'abc', 'ab bc'],
    ['publication', { period: { by: 'published', from: '2025-01' } }, 'bc', 'bc'],
    ['events, with neighbours', { period: { by: 'event', from: '2024-09', to: '2024-12' } }, 'ab', 'ab ba'],
    ['confidence', { confidence: 0.7 }, 'abc', 'ab bc'],
    ['several places', { places: new Set(['a', 'c']) }, 'abc', 'ab ba bc'],
    ['the least relations', { ties: 2 }, 'ab', 'ab ba'],
    ['a state that no project has', { states: new Set(['signed']) }, '', ''],
    ['a place, what is in it and in that', { places: new Set(['c']) }, 'abc', 'ab ba bc'],
  ])('leave out by %s', (_, filter, nodes, edges) => {
    expect([shownNodes(filter), shownEdges(filter)]).toEqual([nodes, edges]);
  });

  it.each([
    ['2024', '2024-03', undefined, true],
    ['2024', '2025', undefined, false],
    ['2024-05-28', '2024-05-28', '2024-05-28', true],
    ['2024-05', undefined, '2024-04-30', false],
    ['2024-05-28', undefined, '2024-05', true],
    ['2024-06-01', undefined, '2024-05', false],
    ['', '2000', undefined, false],
    ['2023-08-31', '2023-08', '2023-08', true],
    ['2023-09-01', undefined, '2023-08', false],
    ['2023', undefined, '2023-08-01', true],
  ])('take a date as exact as it is: %s in %s to %s is %s', (date, from, to, is) => {
    expect(isWithin(date, { by: 'published', ...(from ? { from } : {}), ...(to ? { to } : {}) })).toBe(is);
  });
});
