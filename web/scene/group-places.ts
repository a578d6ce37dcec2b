import type { Group } from '../graph/groups.ts';
import type { Point } from '../graph/view.ts';
import type { Drawing } from './scene.ts';

/** Where a group lies in the window, and its radius, in pixels. */
export function groupInWindow(
  { frame }: Drawing,
  { x, y, radius }: Group,
): Point & { readonly radius: number } {
  const { left, top, grain } = frame;
  return { x: left + x * grain, y: top - y * grain, radius: radius * grain };
}

/** The group under a point of the window: a closed one by its disc, an open one by the name over its circle. */
export function groupUnder(drawing: Drawing, point: Point): Group | undefined {
  return drawing.scene.grouping.groups.find((group) => {
    const { x, y, radius } = groupInWindow(drawing, group);
    if (!group.isOpen) return Math.hypot(point.x - x, point.y - y) <= radius;
    return Math.abs(point.x - x) < 70 && Math.abs(point.y - (y - radius - 12)) < 12;
  });
}
