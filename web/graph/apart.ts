import { itemAt } from '../base/must.ts';
import type { Point } from './view.ts';

interface Circle extends Point {
  readonly radius: number;
  readonly isOpen: boolean;
}

/** Rounds after which pushing has done what it can, and what is left between two circles. */
const [ROUNDS, GAP] = [300, 4];

/** The turn between two directions that are never alike: circles with one middle part each another way. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Push circles apart until none lies over another, the small ones more than the large; those that do not overlap stay where they
 * are. Open ones stay as well, for what is in them is drawn where it is, and two of them may overlap.
 */
export function apart<T extends Circle>(circles: readonly T[]): T[] {
  const places = circles.map(({ x, y }) => ({ x, y }));
  const ease = circles.map(({ radius, isOpen }) => (isOpen ? 0 : 1 / radius));
  const push = (one: number, other: number): boolean => {
    const [a, b] = [itemAt(places, one), itemAt(places, other)];
    const [mine, its] = [itemAt(ease, one), itemAt(ease, other)];
    const wanted = itemAt(circles, one).radius + itemAt(circles, other).radius + GAP;
    const far = Math.hypot(b.x - a.x, b.y - a.y);
    if (far >= wanted || mine + its === 0) return false;
    const [ux, uy] =
      far > 0 ? [(b.x - a.x) / far, (b.y - a.y) / far] : [Math.cos(other * TURN), Math.sin(other * TURN)];
    // A little more than is wanted, so that rounds come to an end.
    const short = wanted - far + GAP / 4;
    const [back, on] = [(short * mine) / (mine + its), (short * its) / (mine + its)];
    places[one] = { x: a.x - ux * back, y: a.y - uy * back };
    places[other] = { x: b.x + ux * on, y: b.y + uy * on };
    return true;
  };
  for (let round = 0, isCalm = false; round < ROUNDS && !isCalm; round++) {
    isCalm = true;
    for (let one = 0; one < circles.length; one++)
      for (let other = one + 1; other < circles.length; other++) if (push(one, other)) isCalm = false;
  }
  return circles.map((circle, at) => ({ ...circle, ...itemAt(places, at) }));
}
