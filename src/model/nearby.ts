import type { Span } from './span.ts';

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

/** Of spans in text order, the first that begins at or after an offset; how many there are where none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  return lowest(spans.length, (i) => (spans[i] as Span).start >= offset);
}

/** Of spans in text order that do not overlap much, the last that ends at or before an offset. */
export function lastEndingBy<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let last = firstFrom(spans, offset) - 1;
  while (last >= 0 && (spans[last] as T).end > offset) last--;
  return spans[last];
}
