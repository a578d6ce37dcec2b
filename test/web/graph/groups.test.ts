import { describe, expect, it } from 'vitest';
import type { GraphAnswer } from '../../../src/contract/graph.ts';
import { communitiesOf } from '../../../web/graph/community.ts';
import { type Filter, NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { EVERY, toGrouping } from '../../../web/graph/groups.ts';
import { toPlaces } from '../../../web/graph/places.ts';

/** Communities as stars around a zone of their own, each as large as its number tells; one relation ties each to the next. */
function stars(sizes: readonly number[], loose: number): GraphAnswer {
  const members = sizes.flatMap((size, community) =>
    Array.from({ length: size }, (_, at) => ({ community, at })),
  );
  const ids = [
    ...members.map(({ community, at }) => `${community}-${at}`),
    ...Array.from({ length: loose }, (_, at) => `loose-${at}`),
  ];
  const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
  const edges = [
    ...members.flatMap(({ community, at }, node) =>
      at === 0 ? [] : [[node, starts[community] ?? 0] as const],
    ),
    ...starts.slice(1).map((start, at) => [starts[at] ?? 0, start] as const),
  ];
  const all = <T>(value: T) => ids.map(() => value);
  return {
    version: '1',
    counts: { entities: ids.length, relations: edges.length, articles: 0 },
    isWhole: true,
    nodes: {
      id: ids,
      type: ids.map((id) => (id.endsWith('-0') ? 'Zone' : 'Project')),
      name: ids,
      x: ids.map((_, at) => at),
      y: all(0),
      degree: all(1),
      pageRank: all(0),
      stories: all(1),
      confidence: all(1),
      community: ids.map((_, at) => members[at]?.community ?? sizes.length + at),
      investment: all(null),
      status: all(''),
      articles: all([]),
    },
    edges: {
      id: edges.map((_, at) => `e${at}`),
      type: edges.map(() => 'LOCATED_IN' as const),
      from: edges.map(([from]) => from),
      to: edges.map(([, to]) => to),
      count: edges.map(() => 1),
      confidence: edges.map(() => 1),
      articles: edges.map(() => []),
      since: edges.map(() => ''),
      until: edges.map(() => ''),
    },
    articles: { published: [], outlet: [] },
    events: { node: [], date: [] },
  };
}

function groupingOf(graph: GraphAnswer, opened: readonly string[] = [], filter: Filter = NO_FILTER) {
  const index = toGraphIndex(graph);
  const grouping = toGrouping(
    index,
    toShown(index, filter),
    communitiesOf(index),
    toPlaces(index, { pins: new Map() }),
    { opened: new Set(opened), filter },
  );
  const drawn = graph.nodes.id.filter((_, node) => grouping.drawn.nodes[node]);
  return { ...grouping, ids: drawn };
}

describe('a large graph', () => {
  const graph = stars([400, 200, 3], 40);

  it('is drawn as groups, each called after its zone, the largest first', () => {
    const { groups, ids, ties } = groupingOf(graph);
    expect(groups.map(({ name, nodes }) => [name, nodes.length])).toEqual([
      ['0-0', 400],
      ['1-0', 200],
    ]);
    expect(ids).toEqual([]);
    expect(ties).toEqual([{ from: 0, to: 1, count: 1 }]);
  });

  it('counts what is not drawn: without a relation, and in groups too small', () => {
    const { folded } = groupingOf(graph);
    expect([folded.loose.length, folded.small.length]).toEqual([40, 3]);
  });

  it('draws the entities of an opened group one by one, the others staying as they were', () => {
    const { groups, ids } = groupingOf(graph, ['1-7']);
    expect(groups.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(ids).toHaveLength(200);
  });

  it('draws each by itself when that is asked for, and what has no relation not even then', () => {
    const { groups, ids, folded } = groupingOf(graph, [EVERY]);
    expect([groups.length, ids.length, folded.loose.length]).toEqual([0, 603, 40]);
  });

  it('draws each by itself where a filter leaves few, and whatever was asked for by name', () => {
    const only = new Set(['1-0', '1-1', 'loose-3']);
    expect(groupingOf(graph, [], { ...NO_FILTER, only }).ids).toEqual(['1-0', '1-1', 'loose-3']);
  });
});

it('a small graph is drawn one by one, with the few that have no relation', () => {
  const { ids, groups } = groupingOf(stars([20, 5], 3));
  expect([ids.length, groups.length]).toEqual([28, 0]);
});
