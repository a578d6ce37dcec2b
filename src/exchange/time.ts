import type { PropertyValue } from '../model/snapshot.ts';

/** The days of a date that may be as rough as a year: its first day, and the day after its last, as ISO days. */
export interface Days {
  readonly start: string;
  readonly after: string;
}

/** The days of an ISO date (`2024`, `2024-05`, `2024-05-28`); undefined when it is none. */
export function toDays(date: PropertyValue | undefined): Days | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(String(date ?? '')) ?? [];
  if (year === undefined) return undefined;
  const start = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const after = new Date(`${start}T00:00:00Z`);
  if (Number.isNaN(after.getTime())) return undefined;
  if (day !== undefined) after.setUTCDate(after.getUTCDate() + 1);
  else if (month !== undefined) after.setUTCMonth(after.getUTCMonth() + 1);
  else after.setUTCFullYear(after.getUTCFullYear() + 1);
  return { start, after: after.toISOString().slice(0, 10) };
}
