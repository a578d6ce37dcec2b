import { itemAt } from '../base/must.ts';
import type { Places } from './places.ts';

/** How far places reach; `top` is greater than `bottom`. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** How far all places reach, at least one wide and high. */
export function extentOf({ x, y }: Places): Extent {
  const [left, right] = rangeOf(x);
  const [bottom, top] = rangeOf(y);
  return { left, right: Math.max(right, left + 1), bottom, top: Math.max(top, bottom + 1) };
}

/** How far some nodes and circles reach; of nothing, one around the middle. */
export function extentOfSome(
  { x, y }: Places,
  nodes: readonly number[],
  circles: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
): Extent {
  const xs = [
    ...nodes.map((node) => itemAt(x, node)),
    ...circles.flatMap((one) => [one.x - one.radius, one.x + one.radius]),
  ];
  const ys = [
    ...nodes.map((node) => itemAt(y, node)),
    ...circles.flatMap((one) => [one.y - one.radius, one.y + one.radius]),
  ];
  return extentOf(xs.length > 0 ? { x: xs, y: ys } : { x: [0], y: [0] });
}

/** The least and the greatest; of none, infinity and its opposite. */
export function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    least = Math.min(least, itemAt(values, at));
    most = Math.max(most, itemAt(values, at));
  }
  return [least, most];
}
