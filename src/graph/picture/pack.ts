import type { Position } from './position.ts';

const GAP = 40;

/** A part of the picture by itself: positions of its nodes, wherever they lie. */
export type Island = ReadonlyMap<string, Position>;

/**
 * Puts islands into one picture: the first, then the others in rows under it, in the order given, each as the box around it.
 * Largest first packs best, and what is taller than wide lies down, as screens do. Rows are as wide as the first island, or as makes the picture about square. The middle is (0, 0).
 */
export function pack(upright: readonly Island[]): Map<string, Position> {
  const islands = upright.map(lieDown);
  const boxes = islands.map(boxOf);
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const across = Math.max(boxes[0]?.width ?? 0, Math.sqrt(area));
  const packed = new Map<string, Position>();
  let [x, y, rowHeight] = [0, 0, 0];
  islands.forEach((island, i) => {
    const { left, top, width, height } = boxes[i] as Box;
    if (x > 0 && x + width > across) [x, y, rowHeight] = [0, y + rowHeight, 0];
    for (const [id, at] of island) packed.set(id, { x: at.x - left + x, y: at.y - top + y });
    x += width;
    rowHeight = Math.max(rowHeight, height);
  });
  const whole = boxOf(packed);
  const shift = { x: whole.left + whole.width / 2, y: whole.top + whole.height / 2 };
  return new Map([...packed].map(([id, at]) => [id, { x: at.x - shift.x, y: at.y - shift.y }]));
}

function lieDown(island: Island): Island {
  const { width, height } = boxOf(island);
  return height > width ? new Map([...island].map(([id, { x, y }]) => [id, { x: y, y: x }])) : island;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The box around an island, with half a gap on every side. */
function boxOf(island: Island): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of island.values()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left: left - GAP / 2, top: top - GAP / 2, width: right - left + GAP, height: bottom - top + GAP };
}
