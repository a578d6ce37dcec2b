/** A hundred years: more than any news. */
const MOST = 1200;

/** A month as `2024-05`, and how many dates fall in it. */
export interface Month {
  readonly month: string;
  readonly count: number;
}

/** Months from the first to the last of some dates, none left out; a bare year counts in its first. */
export function toMonths(dates: readonly string[]): Month[] {
  const months = dates.filter(Boolean).map((date) => (date.length === 4 ? `${date}-01` : date.slice(0, 7)));
  const tally = new Map<string, number>();
  for (const month of months) tally.set(month, (tally.get(month) ?? 0) + 1);
  const sorted = [...tally.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const result: Month[] = [];
  for (let month = first; month <= last && result.length < MOST; month = after(month))
    result.push({ month, count: tally.get(month) ?? 0 });
  return result;
}

function after(month: string): string {
  const [year, number] = [Number(month.slice(0, -3)), Number(month.slice(-2))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
