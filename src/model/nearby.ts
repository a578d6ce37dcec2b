/** Names of one thing stand near each other: of more names than this on either side, the nearest are compared. */
const NEARBY = 200;

/** The items of a list in text order that stand no more than 200 places from the `at`-th, itself among them. */
export function nearby<T>(items: readonly T[], at: number): readonly T[] {
  return items.length <= NEARBY ? items : items.slice(Math.max(0, at - NEARBY), at + NEARBY + 1);
}

/** The least of 0..n at which something holds that goes on holding; n where it never does. */
export function lowest(n: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
