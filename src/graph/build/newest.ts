import type { PropertyValue } from '../../model/snapshot.ts';

/** A value that some article gives, with the date that it speaks of where that is known: its own, or the article's. */
export interface Claim<T extends PropertyValue> {
  readonly value: T;
  readonly date: string | undefined;
  readonly document: string;
}

/**
 * The value to show among competing ones: of the newest date; of several such, the one that most documents give; then by
 * `order`, the last. What is undated counts as older than anything dated. Nothing claimed is undefined.
 */
export function newest<T extends PropertyValue>(
  claims: readonly Claim<T>[],
  order: (a: T, b: T) => number,
): T | undefined {
  const last = claims.reduce((most, { date = '' }) => (date > most ? date : most), '');
  const documents = new Map<T, Set<string>>();
  for (const { value, date, document } of claims)
    if ((date ?? '') === last) documents.set(value, (documents.get(value) ?? new Set()).add(document));
  return [...documents].sort(([a, x], [b, y]) => x.size - y.size || order(a, b)).at(-1)?.[0];
}

/** First and last date among articles; both absent when none is dated. */
export function seen(dates: Iterable<string | undefined>): { firstSeen?: string; lastSeen?: string } {
  let [firstSeen, lastSeen]: (string | undefined)[] = [];
  for (const date of dates) {
    if (date === undefined) continue;
    if (firstSeen === undefined || date < firstSeen) firstSeen = date;
    if (lastSeen === undefined || date > lastSeen) lastSeen = date;
  }
  return firstSeen === undefined || lastSeen === undefined ? {} : { firstSeen, lastSeen };
}

/** The earliest of some dates; where one is only less exact than another, the exact one: of 2021 and 2021-03-16 the day. */
export function earliest(dates: Iterable<string | undefined>): string | undefined {
  let first: string | undefined;
  const all: string[] = [];
  for (const date of dates) {
    if (date === undefined) continue;
    all.push(date);
    if (first === undefined || date < first) first = date;
  }
  for (;;) {
    const coarse = first;
    const finer = all.filter(
      (date) => coarse !== undefined && date.length > coarse.length && date.startsWith(coarse),
    );
    if (finer.length === 0) return first;
    first = finer.sort()[0];
  }
}
