import { describe, expect, it } from 'vitest';
import type { GraphView, LitName } from '../../src/model/view.ts';
import { endsOf, toDisplay, toGraphIndex, toTallies } from '../../web/display.ts';
import { formatValue, formatYuan } from '../../web/format.ts';
import { fromFragment, toFragment } from '../../web/fragment.ts';
import { mix } from '../../web/palette.ts';
import { findEdge, middleOf } from '../../web/pick.ts';
import { type LabelWish, placeLabels } from '../../web/place.ts';
import { toSegments } from '../../web/segment.ts';
import type { Filter } from '../../web/state.ts';

const graph: GraphView = {
  version: '1',
  counts: { entities: 3, relations: 3, articles: 1 },
  nodes: {
    id: ['a', 'b', 'c'],
    type: ['Company', 'Zone', 'Place'],
    name: ['甲', '乙', '丙'],
    x: [0, 1, 2],
    y: [0, 1, 2],
    degree: [2, 3, 1],
    community: [0, 0, 1],
  },
  edges: {
    id: ['ab', 'ba', 'bc'],
    type: ['LOCATED_IN', 'PARTNERS_WITH', 'LOCATED_IN'],
    from: [0, 1, 1],
    to: [1, 0, 2],
    count: [1, 1, 1],
  },
};
const all: Filter = { hiddenTypes: new Set(), hiddenRelations: new Set() };

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
    const display = toDisplay(index, { ...all, hiddenTypes: new Set(['Zone']) }, undefined);
    const tallies = toTallies(index, display);
    expect(tallies).toMatchObject({ hiddenEntities: 1, hiddenRelations: 3 });
    expect(tallies.types.get('Zone')).toEqual({ shown: 0, total: 1 });
  });

  it('lights an entity with its neighbours, and a relation with its ends', () => {
    expect(toDisplay(index, all, { kind: 'entity', id: 'c' }).lit).toEqual({
      nodes: new Set([1, 2]),
      edges: new Set([2]),
    });
    expect(toDisplay(index, all, { kind: 'relation', id: 'ab' }).focus).toEqual(new Set([0, 1]));
    expect(toDisplay(index, all, { kind: 'entity', id: 'gone' }).lit).toBeUndefined();
  });

  it('keeps only what is asked for', () => {
    const display = toDisplay(index, { ...all, only: new Set(['a', 'b']) }, undefined);
    expect([0, 1, 2].filter(display.isNodeShown)).toEqual([0, 1]);
    expect([0, 1, 2].filter(display.isEdgeShown)).toEqual([0, 1]);
  });
});

describe('the address', () => {
  it.each([
    { selection: undefined, filter: all },
    { selection: { kind: 'entity', id: 'a' } as const, filter: all },
    {
      selection: { kind: 'article', id: 'articles/003.txt#2', at: { start: 3, end: 9 } } as const,
      filter: {
        hiddenTypes: new Set(['Place'] as const),
        hiddenRelations: new Set(['PART_OF'] as const),
        only: new Set(['a', 'b']),
      },
    },
  ])('brings a view back: %j', (state) => {
    expect(fromFragment(toFragment(state))).toEqual(state);
  });

  it('passes over what it does not know', () => {
    expect(fromFragment('#hide=Castle&at=x&article=a')).toEqual({
      selection: { kind: 'article', id: 'a' },
      filter: all,
    });
  });
});

describe('labels', () => {
  const wish = (key: string, x: number, rank: number, radius = 5): LabelWish => ({
    key,
    text: key,
    x,
    y: 100,
    radius,
    width: 60,
    height: 15,
    rank,
  });
  const window = { width: 800, height: 600 };

  it('never cover each other', () => {
    const wishes = Array.from({ length: 40 }, (_, at) => wish(`n${at}`, 100 + at * 9, at));
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
    const wishes = [wish('small', 100, 1), wish('large', 104, 9)];
    const keys = (list: LabelWish[]) => placeLabels(list, [], window).map(({ key }) => key);
    expect(keys(wishes)).toEqual(keys([...wishes].reverse()));
    expect(keys(wishes)[0]).toBe('large');
  });

  it('stay inside the window', () => {
    const [placed] = placeLabels([wish('edge', 790, 1)], [], window);
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
  const positions = { x: [0, 100, 100], y: [0, 0, 100] };
  const all = () => true;

  it('is the nearest within reach', () => {
    expect(findEdge(index, positions, { x: 103, y: 50 }, 6, all)).toBe(2);
    expect(findEdge(index, positions, { x: 120, y: 50 }, 6, all)).toBeUndefined();
    expect(findEdge(index, positions, { x: 103, y: 50 }, 6, (edge) => edge !== 2)).toBeUndefined();
  });

  it('follows the bend of parallel edges', () => {
    const line = { ax: 0, ay: 0, bx: 100, by: 0 };
    const first = middleOf(line, index.bends[0] ?? 0);
    expect(Math.abs(first.y)).toBeGreaterThan(3);
    expect(findEdge(index, positions, first, 2, all)).toBe(0);
    expect(findEdge(index, positions, { x: first.x, y: -first.y }, 2, all)).toBe(1);
  });
});
