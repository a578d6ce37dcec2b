import { describe, expect, it } from 'vitest';
import type { GraphView, LitName } from '../../src/model/view.ts';
import { curveOf, middleOf } from '../../web/canvas/curve.ts';
import { type LabelWish, placeLabels } from '../../web/canvas/label-places.ts';
import { findEdge, findNode, isInside } from '../../web/canvas/pick.ts';
import { type Filter, isWithin, NO_FILTER, toShown } from '../../web/graph/filter.ts';
import { endsOf, toGraphIndex } from '../../web/graph/graph-index.ts';
import { toLight } from '../../web/graph/light.ts';
import { toTallies } from '../../web/graph/measure.ts';
import { commonNeighbours } from '../../web/graph/neighbours.ts';
import { findPaths } from '../../web/graph/paths.ts';
import { PLAIN, type View } from '../../web/graph/view.ts';
import { faultOf, parametersOf, wishesAt } from '../../web/panels/console/schema.ts';
import { mix } from '../../web/scene/palette.ts';
import { fromFragment, toFragment } from '../../web/state/fragment.ts';
import { toCsv } from '../../web/ui/csv.ts';
import { formatValue, formatYuan } from '../../web/ui/format.ts';
import { toSegments } from '../../web/ui/segments.ts';

const graph: GraphView = {
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
  },
  articles: { published: ['2024-05-28', '2025'], outlet: ['江西日报', ''] },
  events: { node: [0], date: ['2024-10'] },
};
const all: Filter = NO_FILTER;
const shownNodes = (filter: Partial<Filter>) => {
  const { nodes } = toShown(toGraphIndex(graph), { ...all, ...filter });
  return graph.nodes.id.filter((_, node) => nodes[node]).join('');
};
const shownEdges = (filter: Partial<Filter>) => {
  const { edges } = toShown(toGraphIndex(graph), { ...all, ...filter });
  return graph.edges.id.filter((_, edge) => edges[edge]).join(' ');
};

describe('what is drawn', () => {
  const index = toGraphIndex(graph);

  it('bends edges between the same two nodes apart and leaves single ones straight', () => {
    const [ab = 0, ba = 0, bc] = index.bends;
    // The second runs the other way, so an equal sign is the other side.
    expect(ab).toBe(ba);
    expect(ab).not.toBe(0);
    expect(bc).toBe(0);
    expect(endsOf(graph, 1)).toEqual([1, 0]);
  });

  it('counts what a hidden type takes along', () => {
    const tallies = toTallies(index, toShown(index, { ...all, hiddenTypes: new Set(['Zone']) }));
    expect(tallies).toMatchObject({ hiddenEntities: 1, hiddenRelations: 3 });
    expect(tallies.types.get('Zone')).toEqual({ shown: 0, total: 1 });
  });

  it('lights an entity with its neighbours, and a relation with its ends', () => {
    const shown = toShown(index, all);
    expect(toLight(index, shown, { kind: 'entity', id: 'c' }).lit).toEqual({
      nodes: new Set([1, 2]),
      edges: new Set([2]),
    });
    expect(toLight(index, shown, { kind: 'relation', id: 'ab' }).focus).toEqual(new Set([0, 1]));
    expect(toLight(index, shown, { kind: 'entity', id: 'gone' }).lit).toBeUndefined();
  });

  it('lights what two have in common', () => {
    const shown = toShown(index, all);
    expect(commonNeighbours(index, shown, [0, 2])).toEqual([1]);
    expect(toLight(index, shown, { kind: 'common', ids: ['a', 'c'] }).lit?.edges).toEqual(new Set([0, 1, 2]));
  });
});

describe('filters', () => {
  it.each<[string, Partial<Filter>, string, string]>([
    ['nothing', {}, 'abc', 'ab ba bc'],
    ['ids', { only: new Set(['a', 'b']) }, 'ab', 'ab ba'],
    ['single ids', { without: new Set(['a']) }, 'bc', 'bc'],
    ['a relation', { hiddenRelations: new Set(['LOCATED_IN']) }, 'abc', 'ba'],
    ['an outlet; public lists stay', { outlet: '江西日报' }, 'abc', 'ab bc'],
    ['publication', { period: { by: 'published', from: '2025-01' } }, 'bc', 'bc'],
    ['events, with neighbours', { period: { by: 'event', from: '2024-09', to: '2024-12' } }, 'ab', 'ab ba'],
    ['confidence', { confidence: 0.7 }, 'abc', 'ab bc'],
    ['a place, what is in it and in that', { place: 'c' }, 'abc', 'ab ba bc'],
  ])('leave out by %s', (_, filter, nodes, edges) => {
    expect([shownNodes(filter), shownEdges(filter)]).toEqual([nodes, edges]);
  });

  it.each([
    ['2024', '2024-03', undefined, true],
    ['2024', '2025', undefined, false],
    ['2024-05-28', '2024-05-28', '2024-05-28', true],
    ['2024-05', undefined, '2024-04-30', false],
    ['', '2000', undefined, false],
  ])('take a date as exact as it is: %s in %s to %s is %s', (date, from, to, is) => {
    expect(isWithin(date, { by: 'published', ...(from ? { from } : {}), ...(to ? { to } : {}) })).toBe(is);
  });
});

describe('paths', () => {
  // a–b–d, a–c–d, and the long way a–b–c–d.
  const square: GraphView = {
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
    } as unknown as GraphView['nodes'],
    edges: {
      id: ['ab', 'ac', 'bd', 'cd', 'bc'],
      type: ['PARTNERS_WITH', 'INVESTS_IN', 'LOCATED_IN', 'LOCATED_IN', 'PARTNERS_WITH'],
      from: [0, 0, 1, 2, 1],
      to: [1, 2, 3, 3, 2],
      count: [1, 5, 1, 1, 1],
      confidence: [1, 1, 1, 1, 1],
      articles: [[], [], [], [], []],
    },
  };
  const index = toGraphIndex(square);
  const ways = (rule: Parameters<typeof findPaths>[2], to = 3) =>
    findPaths(index, toShown(index, all), rule, [0, to]).map(({ nodes }) => nodes.join(''));

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

describe('the address', () => {
  it.each<Partial<View>>([
    {},
    { selection: { kind: 'entity', id: 'a' } },
    { selection: { kind: 'path', from: 'a', to: 'b', within: 4, types: ['PART_OF'] } },
    { selection: { kind: 'compare', ids: ['a', 'b'] } },
    { selection: { kind: 'news', since: '2024-05' } },
    { selection: { kind: 'list' } },
    {
      selection: { kind: 'article', id: 'articles/003.txt#2', at: { start: 3, end: 9 } },
      filter: {
        hiddenTypes: new Set(['Place']),
        hiddenRelations: new Set(['PART_OF']),
        only: new Set(['a', 'b']),
        period: { by: 'event', to: '2024' },
        outlet: '江西日报',
        confidence: 0.7,
        place: 'c',
      },
      picked: new Set(['a', 'c']),
      pins: new Map([['a', { x: 12.5, y: -3 }]]),
      look: { size: 'pageRank', colour: 'community' },
      camera: { x: 0.5, y: 0.25, ratio: 0.7 },
      statement: 'MATCH (n)\nRETURN n',
    },
  ])('brings a view back: %j', (part) => {
    const view = { ...PLAIN, ...part };
    expect(fromFragment(toFragment(view))).toEqual(view);
  });

  it('is empty for the plain overview', () => {
    expect(toFragment(PLAIN)).toBe('');
  });

  it('passes over what it does not know', () => {
    expect(fromFragment('#hide=Castle&at=x&article=a&size=huge&camera=1~x~2&period=x~y')).toEqual({
      ...PLAIN,
      selection: { kind: 'article', id: 'a' },
    });
  });
});

describe('labels', () => {
  const wish = (key: number, x: number, rank: number, radius = 5): LabelWish => ({
    key,
    text: String(key),
    x,
    y: 100,
    radius,
    width: 60,
    height: 15,
    rank,
  });
  const window = { width: 800, height: 600 };

  it('never cover each other', () => {
    const wishes = Array.from({ length: 40 }, (_, at) => wish(at, 100 + at * 9, at));
    const placed = placeLabels(wishes, wishes, window);
    expect(placed.length).toBeGreaterThan(3);
    expect(placed.length).toBeLessThan(40);
    for (const a of placed)
      for (const b of placed) {
        const isApart =
          a.left + a.width <= b.left ||
          b.left + b.width <= a.left ||
          Math.abs(a.middle - b.middle) >= a.height;
        expect(a === b || isApart).toBe(true);
      }
  });

  it('go to the greater rank first, whatever the order', () => {
    const wishes = [wish(1, 100, 1), wish(2, 104, 9)];
    const keys = (list: LabelWish[]) => placeLabels(list, [], window).map(({ key }) => key);
    expect(keys(wishes)).toEqual(keys([...wishes].reverse()));
    expect(keys(wishes)[0]).toBe(2);
  });

  it('stay inside the window', () => {
    const [placed] = placeLabels([wish(1, 790, 1)], [], window);
    expect((placed?.left ?? 0) + 60).toBeLessThanOrEqual(800);
  });
});

describe('text with names', () => {
  const name = (start: number, end: number, id: string): LitName => ({
    start,
    end,
    entity: { id, type: 'Company', name: id },
  });

  it('is tiled by its segments, the innermost name counting', () => {
    const text = '江西国轩二期项目总监李定明';
    const segments = toSegments(
      text,
      10,
      [name(10, 18, '项目'), name(10, 14, '国轩')],
      [{ start: 12, end: 20 }],
    );
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.map((segment) => [segment.text, segment.name?.entity.id, segment.isQuote])).toEqual([
      ['江西', '国轩', false],
      ['国轩', '国轩', true],
      ['二期项目', '项目', true],
      ['总监', undefined, true],
      ['李定明', undefined, false],
    ]);
  });

  it('cuts names that reach out of the passage', () => {
    expect(toSegments('经开区', 5, [name(3, 6, '宜春')], [])).toHaveLength(2);
  });
});

describe('values', () => {
  it.each([
    [5_150_000_000, '51.5亿元', '¥5.15 billion'],
    [70_000_000, '7,000万元', '¥70 million'],
    [800, '800元', '¥800'],
  ])('%i yuan is %s', (yuan, zh, en) => {
    expect([formatYuan(yuan, 'zh'), formatYuan(yuan, 'en')]).toEqual([zh, en]);
  });

  it('names states in both languages', () => {
    expect(formatValue('status', 'construction', 'zh')).toBe('建设中');
    expect(formatValue('status', 'construction', 'en')).toBe('Under construction');
    expect(formatValue('confidence', 0.934, 'en')).toBe('93%');
  });

  it('mixes colours', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe('the edge under the mouse', () => {
  const index = toGraphIndex(graph);
  const positions = { x: Float64Array.of(0, 100, 100), y: Float64Array.of(0, 0, 100) };
  const all = Uint8Array.of(1, 1, 1);

  it('is the nearest within reach', () => {
    expect(findEdge(index, positions, { x: 103, y: 50 }, 6, all)).toBe(2);
    expect(findEdge(index, positions, { x: 120, y: 50 }, 6, all)).toBeUndefined();
    expect(findEdge(index, positions, { x: 103, y: 50 }, 6, Uint8Array.of(1, 1, 0))).toBeUndefined();
  });

  it('follows the bend of parallel edges', () => {
    const first = middleOf(curveOf(index, positions, 0));
    expect(Math.abs(first.y)).toBeGreaterThan(3);
    expect(findEdge(index, positions, first, 2, all)).toBe(0);
    expect(findEdge(index, positions, { x: first.x, y: -first.y }, 2, all)).toBe(1);
  });
});

describe('the node under the mouse', () => {
  const places = { x: Float64Array.of(0, 10, 30), y: Float64Array.of(0, 0, 0) };
  const all = Uint8Array.of(1, 1, 1);

  it('is the nearest whose disc holds the point', () => {
    expect(findNode(places, { x: 6, y: 0 }, () => 8, all)).toBe(1);
    expect(findNode(places, { x: 6, y: 0 }, () => 8, Uint8Array.of(1, 0, 1))).toBe(0);
    expect(findNode(places, { x: 20, y: 0 }, () => 8, all)).toBeUndefined();
  });

  it('is picked when a lasso goes round it', () => {
    const line = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 2],
      [0, 10],
    ] as const;
    expect(isInside(1, 5, line)).toBe(true);
    expect(isInside(5, 5, line)).toBe(false);
    expect(isInside(20, 5, line)).toBe(false);
  });
});

describe('a table as CSV', () => {
  it('opens in a spreadsheet: a mark for its encoding, quotes where they are needed, no formula', () => {
    expect(
      toCsv(
        ['名称', '金额'],
        [
          ['甲"乙",丙', 5],
          ['=1+1', undefined],
        ],
      ),
    ).toBe('\ufeff名称,金额\r\n"甲""乙"",丙",5\r\n\'=1+1,\r\n');
  });
});

describe('the console', () => {
  const labels = (text: string) => wishesAt(text)?.wishes.map(({ label }) => label) ?? [];

  it.each([
    ['MATCH (c:Com', 'Company'],
    ['MATCH (c:Company)-[r:INV', 'INVESTS_IN'],
    ['MATCH (c)-[:LOCATED_IN|PA', 'PART_OF'],
    ['MATCH (c) WHERE c.na', 'name'],
    ['MATCH (c {na', 'name'],
    ['MATCH (company) RET', 'RETURN'],
    ['MATCH (company) RETURN com', 'company'],
  ])('offers for %s what may stand there', (text, expected) => {
    expect(labels(text)).toContain(expected);
  });

  it('offers nothing inside a text', () => {
    expect(labels("WHERE c.name = '宜春:")).toEqual([]);
  });

  it('finds the parameters of a statement, each once', () => {
    expect(parametersOf('WHERE a = $zone AND b > $from OR c = $zone')).toEqual(['zone', 'from']);
  });

  it.each([
    ['MATCH (n)\nRETRUN n', 'Invalid input (line 2, column 1 (offset: 10))', 'RETRUN'],
    ['MATCH (n) RETURN m', "Undefined variable 'm'. Did you mean 'n'?", 'm'],
    ['MATCH (名) RETURN 名称', "Undefined variable '名称'", '名称'],
    ['MATCH (n) RETURN n', 'out of memory', ''],
  ])('finds in %j where the message says it is wrong', (statement, message, expected) => {
    const fault = faultOf(statement, message);
    expect(fault ? statement.slice(fault.from, fault.to) : '').toBe(expected);
  });
});
