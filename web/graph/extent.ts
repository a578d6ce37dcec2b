import type { Places } from './light.ts';

/** How far places reach; `top` is greater than `bottom`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The box around all places, at least one wide and high. */
export function boxOf({ x, y }: Places): Box {
  const [left, right] = extent(x);
  const [bottom, top] = extent(y);
  return { left, right: Math.max(right, left + 1), bottom, top: Math.max(top, bottom + 1) };
}

/** The least and the greatest. */
export function extent(values: ArrayLike<number>): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    least = Math.min(least, values[at] ?? least);
    most = Math.max(most, values[at] ?? most);
  }
  return [least, most];
}
