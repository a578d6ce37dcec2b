import { packSiblings } from 'd3-hierarchy';
import { type Circle, type Island, merge } from './island.ts';
import type { Position } from './position.ts';

/**
 * Puts islands into one picture, side by side and round the first: largest first packs best. The middle is (0, 0).
 */
export function pack(islands: readonly Island[]): ReadonlyMap<string, Position> {
  if (islands.length === 0) return new Map();
  const circles = packSiblings(islands.map(({ radius }, i) => ({ id: String(i), size: radius, r: radius })));
  return merge(islands, circles satisfies readonly Circle[]).at;
}
