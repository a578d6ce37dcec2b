/** Months from the first to the last of some dates, as `2024-05`, with how many dates fall in each; a bare year counts in its first. */
export function toMonths(dates: readonly string[]): { readonly month: string; readonly count: number }[] {
  const months = dates.filter(Boolean).map((date) => (date.length === 4 ? `${date}-01` : date.slice(0, 7)));
  const tally = new Map<string, number>();
  for (const month of months) tally.set(month, (tally.get(month) ?? 0) + 1);
  const [first, last] = [[...tally.keys()].sort()[0], [...tally.keys()].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const result: { month: string; count: number }[] = [];
  for (let month = first; month <= last && result.length < MOST; month = after(month))
    result.push({ month, count: tally.get(month) ?? 0 });
  return result;
}

/** A hundred years: more than any news. */
const MOST = 1200;

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
