import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels } from '../../../web/canvas/label-places.ts';

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

  it('stay under what covers the top, and are left out where a modest one would cover any disc', () => {
    const small = wish(2, 60, 0, 3);
    const large = { ...wish(1, 0, 9, 15), y: 40 };
    const below = { left: 0, right: 0, top: 40 };
    expect(placeLabels([large], [], window, below).map(({ middle }) => middle >= 47)).toEqual([true]);
    const ring = [60, -60].map((x, at) => ({ ...small, key: at + 2, x: 400 + x }));
    const around = [...ring, ...[30, -30].map((y, at) => ({ ...small, key: at + 9, x: 400, y: 100 + y }))];
    const hub = { ...wish(1, 400, 9, 10), isModest: true };
    expect(placeLabels([hub], around, window)).toEqual([]);
    expect(placeLabels([{ ...hub, isModest: false }], around, window)).toHaveLength(1);
  });

  it('go to the greater rank first, whatever the order', () => {
    const wishes = [wish(1, 100, 1), wish(2, 104, 9)];
    const keys = (list: LabelWish[]) => placeLabels(list, [], window).map(({ key }) => key);
    expect(keys(wishes)).toEqual(keys([...wishes].reverse()));
    expect(keys(wishes)[0]).toBe(2);
  });

  it('are there for every hub, if need be over a lesser one; leaves go without', () => {
    const ring = Array.from({ length: 12 }, (_, at) => {
      const turn = (at / 12) * 2 * Math.PI;
      return { ...wish(at + 1, 400 + 50 * Math.cos(turn), 1, 13), y: 100 + 50 * Math.sin(turn) };
    });
    const hub = wish(0, 400, 99, 20);
    expect(placeLabels([hub], [hub, ...ring], window).map(({ key }) => key)).toEqual([0]);
    const leaf = wish(0, 400, 99, 5);
    expect(placeLabels([leaf], [leaf, ...ring], window)).toEqual([]);
  });

  it('stay inside the window', () => {
    const [placed] = placeLabels([wish(1, 790, 1)], [], window);
    expect((placed?.left ?? 0) + 60).toBeLessThanOrEqual(800);
  });
});
