import { describe, expect, it } from 'vitest';
import { apart } from '../../../web/graph/apart.ts';

const circle = (x: number, y: number, radius: number, isOpen = false) => ({ x, y, radius, isOpen });
type Circle = ReturnType<typeof circle>;

const overlaps = (circles: readonly Circle[]) =>
  circles.flatMap((a, i) =>
    circles.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius - 1e-6),
  ).length;

describe('circles that are pushed apart', () => {
  it('stay where none lies over another', () => {
    const circles = [circle(0, 0, 10), circle(40, 0, 20), circle(0, 60, 30)];
    expect(apart(circles)).toEqual(circles);
  });

  it('no longer overlap, wherever they were, and the large move less', () => {
    const [large, small] = apart([circle(0, 0, 50), circle(30, 0, 10)]) as [Circle, Circle];
    expect(overlaps([large, small])).toBe(0);
    expect(Math.abs(large.x)).toBeLessThan(small.x - 30);
    const crowd = Array.from({ length: 72 }, (_, i) =>
      circle((i * 37) % 200, (i * 61) % 200, 10 + (i % 5) * 12),
    );
    expect(overlaps(crowd)).toBeGreaterThan(100);
    expect(overlaps(apart(crowd))).toBe(0);
    expect(overlaps(apart(crowd.map((one) => ({ ...one, x: 0, y: 0 }))))).toBe(0);
  });

  it('leave an open one where its entities are', () => {
    const [open, closed] = apart([circle(0, 0, 50, true), circle(10, 0, 30)]) as [Circle, Circle];
    expect(open).toEqual(circle(0, 0, 50, true));
    expect(overlaps([open, closed])).toBe(0);
  });
});
