/** A label that wants a place beside its node: centre and radius of the node, and the text's width, all in pixels. */
export interface LabelWish {
  readonly key: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** The greater gets its place first. */
  readonly rank: number;
  /** The font, where it is not that of a name beside a node. */
  readonly font?: string;
  /** Stands on its point, not beside it. */
  readonly isCentred?: boolean;
  /** Goes without a name rather than cover others, however large its disc is. */
  readonly isModest?: boolean;
}

/** Where a label goes: its left edge and vertical middle. */
export interface PlacedLabel extends LabelWish {
  readonly left: number;
  readonly middle: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a label must not cover: another label, or the disc of a node with its radius. */
interface Obstacle extends Rectangle {
  readonly key: number;
  readonly radius: number;
}

/** Pixels between a node and its label. */
const GAP = 4;

/** The radius in pixels from which a node must have its name. */
const HUB = 12;

/** The side of a square of the grid that they are looked up in. */
const CELL = 80;

/**
 * Give each label a place where it covers neither another label nor a node of weight; those that find none are left out.
 * None runs over the sides of the window, nor over its top, nor under what covers them.
 *
 * The name of a large node may cover nodes less than half its size: a hub is ringed by its neighbours, and must have a name.
 * Right of the node is tried first, then left, below, above and aslant. The order of wishes does not matter: the greater rank goes
 * first, then the key, so that a label does not flicker while the camera moves.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  discs: readonly LabelWish[],
  window: { readonly width: number; readonly height: number },
  cover: { readonly left: number; readonly right: number; readonly top: number } = {
    left: 0,
    right: 0,
    top: 0,
  },
): PlacedLabel[] {
  const taken = new Map<number, Obstacle[]>();
  const add = (obstacle: Obstacle) => {
    for (const cell of cellsOf(obstacle)) {
      const others = taken.get(cell);
      if (others) others.push(obstacle);
      else taken.set(cell, [obstacle]);
    }
  };
  const isFree = ({ key, radius }: LabelWish, area: Rectangle, share: number) =>
    cellsOf(area).every((cell) =>
      (taken.get(cell) ?? []).every(
        (other) => other.key === key || other.radius < radius * share || !isOverlap(other, area),
      ),
    );
  for (const { key, x, y, radius } of discs)
    add({ key, radius, left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });

  const placed: PlacedLabel[] = [];
  const order = [...wishes].sort((a, b) => b.rank - a.rank || a.key - b.key);
  for (const wish of order) {
    const spots = spotsOf(wish);
    // A hub among nodes of weight covers one rather than go without a name: leaves around it have theirs.
    const shares = wish.isModest ? [0] : wish.radius > HUB ? [0.5, 0.9] : [0.5];
    const spot = shares
      .flatMap((share) => spots.map((candidate) => ({ share, candidate })))
      .find(({ share, candidate }) => {
        const area = toRectangle(wish, candidate);
        return (
          area.left >= cover.left &&
          area.right <= window.width - cover.right &&
          area.top >= cover.top &&
          isFree(wish, area, share)
        );
      })?.candidate;
    if (!spot) continue;
    add({ key: Number.NaN, radius: Number.POSITIVE_INFINITY, ...toRectangle(wish, spot) });
    placed.push({ ...wish, ...spot });
  }
  return placed;
}

/** Where a label may stand. */
interface Spot {
  readonly left: number;
  readonly middle: number;
}

function spotsOf({ x, y, radius, width, height, isCentred }: LabelWish): Spot[] {
  if (isCentred) return [{ left: x - width / 2, middle: y }];
  const far = radius + GAP;
  return [
    { left: x + far, middle: y },
    { left: x - far - width, middle: y },
    { left: x - width / 2, middle: y + far + height / 2 },
    { left: x - width / 2, middle: y - far - height / 2 },
    ...(radius > HUB
      ? [1, -1].flatMap((down) => [
          { left: x + radius * 0.7, middle: y + down * (radius * 0.7 + height / 2) },
          { left: x - radius * 0.7 - width, middle: y + down * (radius * 0.7 + height / 2) },
        ])
      : []),
  ];
}

function toRectangle({ width, height }: LabelWish, { left, middle }: Spot): Rectangle {
  return { left: left - 2, right: left + width + 2, top: middle - height / 2, bottom: middle + height / 2 };
}

function cellsOf({ left, top, right, bottom }: Rectangle): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) cells.push(x * 4096 + y);
  return cells;
}

function isOverlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
