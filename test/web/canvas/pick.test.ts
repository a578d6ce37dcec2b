import { describe, expect, it } from 'vitest';
import { curveOf, middleOf } from '../../../web/canvas/curve.ts';
import { findEdge, findNode, isInside } from '../../../web/canvas/pick.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { graph } from '../sample-graph.ts';

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
