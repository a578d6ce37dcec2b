/** How many pixels of the window's sides are covered by what lies over the canvas. */
export interface Cover {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a panel may cover at most of one side: something is always seen. */
const MOST = 0.7;

/** Measure what lies over an element along one of its sides: parts of the page that say so by `data-over`. */
export function coverOf(element: HTMLElement): Cover {
  const box = element.getBoundingClientRect();
  const cover = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const over of document.querySelectorAll('[data-over]')) {
    const { left, right, top, bottom } = over.getBoundingClientRect();
    const [width, height] = [
      Math.min(right, box.right) - Math.max(left, box.left),
      Math.min(bottom, box.bottom) - Math.max(top, box.top),
    ];
    if (width <= 0 || height <= 0) continue;
    const isColumn = width / box.width < height / box.height;
    if (isColumn && left - box.left < box.right - right) cover.left = Math.max(cover.left, width);
    else if (isColumn) cover.right = Math.max(cover.right, width);
    else if (top - box.top < box.bottom - bottom) cover.top = Math.max(cover.top, height);
    else cover.bottom = Math.max(cover.bottom, height);
  }
  const [across, down] = [box.width * MOST, box.height * MOST];
  return {
    left: Math.min(cover.left, across / 2),
    right: Math.min(cover.right, across),
    top: Math.min(cover.top, down / 2),
    bottom: Math.min(cover.bottom, down),
  };
}
