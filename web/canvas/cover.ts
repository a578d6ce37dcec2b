/** How many pixels of the window's sides are covered by what lies over the canvas. */
export interface Cover {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** What a panel may cover at most of one side: something is always seen. */
const MOST = 0.76;

/** Measure what lies over an element along one of its sides: parts of the page that say so by `data-over`, along the side that it names or else the nearest. */
export function coverOf(element: HTMLElement): Cover {
  const box = element.getBoundingClientRect();
  const cover = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const over of document.querySelectorAll<HTMLElement>('[data-over]')) {
    const { left, right, top, bottom } = over.getBoundingClientRect();
    const [width, height] = [
      Math.min(right, box.right) - Math.max(left, box.left),
      Math.min(bottom, box.bottom) - Math.max(top, box.top),
    ];
    if (width <= 0 || height <= 0) continue;
    // What stands a little off a side leaves nothing free between them.
    const depths = {
      left: right - box.left,
      right: box.right - left,
      top: bottom - box.top,
      bottom: box.bottom - top,
    };
    const named = SIDES.find((side) => side === over.dataset.over);
    const [near, far] =
      width / box.width < height / box.height ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
    const side = named ?? (depths[near] < depths[far] ? near : far);
    cover[side] = Math.max(cover[side], depths[side]);
  }
  const [across, down] = [box.width * MOST, box.height * MOST];
  return {
    left: Math.min(cover.left, across / 2),
    right: Math.min(cover.right, across),
    top: Math.min(cover.top, down / 2),
    bottom: Math.min(cover.bottom, down),
  };
}
