/** Whether every character of `short` stands in `long` in the same order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at += c.length;
  return at >= short.length;
}
