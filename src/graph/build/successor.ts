import { compareText } from './locate.ts';

/** That a person holds a seat that one person holds at a time: from when, and the last day that it is told as held. */
export interface Holding {
  readonly person: string;
  readonly start: string;
  readonly last: string;
}

/** When the next holder of the seat began after each of its holders, in their order: after the last day that the seat is told as theirs. */
export function startsOfNext(holdings: readonly Holding[]): (string | undefined)[] {
  const begun = [...holdings].sort(
    (a, b) => compareText(a.start, b.start) || compareText(a.person, b.person),
  );
  return holdings.map(
    ({ person, start, last }) =>
      begun.find((other) => other.person !== person && other.start > start && other.start >= last)?.start,
  );
}
