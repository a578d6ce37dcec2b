import { packEnclose } from 'd3-hierarchy';
import type { Position } from './position.ts';

/** A part of the picture by itself: its nodes around (0, 0), in a circle that holds all of them with room to the next. */
export interface Island {
  readonly at: ReadonlyMap<string, Position>;
  readonly radius: number;
}

/** A node or an island as a circle; `id` is its own, or that of its first node. */
export interface Circle extends Position {
  readonly id: string;
  readonly size: number;
}

/** Room between an island and the next. */
const SHORE = 14;

/** Circles as an island: the least circle around them becomes its shore. */
export function toIsland(circles: readonly Circle[]): Island {
  const { x, y, r } = packEnclose(circles.map((circle) => ({ ...circle, r: circle.size })));
  return {
    at: new Map(circles.map((circle) => [circle.id, { x: circle.x - x, y: circle.y - y }])),
    radius: r + SHORE,
  };
}

/** Islands that have their places, as one; `circles` are theirs, in the same order. */
export function merge(islands: readonly Island[], circles: readonly Circle[]): Island {
  const whole = toIsland(circles);
  const at = islands.flatMap((island, i) => {
    const middle = whole.at.get(circles[i]?.id ?? '') ?? { x: 0, y: 0 };
    return [...island.at].map(([id, { x, y }]): [string, Position] => [
      id,
      { x: x + middle.x, y: y + middle.y },
    ]);
  });
  return { at: new Map(at), radius: whole.radius };
}
