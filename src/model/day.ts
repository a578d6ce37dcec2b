/** A date as ISO text, as exact as its parts tell (2024, 2024-05, 2024-05-28); undefined for a month or a day that does not exist. */
export function toIsoDate(year: number, month?: number, day?: number): string | undefined {
  const two = (part: number): string => String(part).padStart(2, '0');
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${text}-${two(month)}`;
  // The day before the first of the next month is the last of this one.
  const last = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day < 1 || day > (month === 2 && !isLeap ? 28 : last)) return undefined;
  return `${text}-${two(month)}-${two(day)}`;
}
