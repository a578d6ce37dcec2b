const LEGAL_END =
  /(?:(?:控股|实业|投资)?集团)?(?:控股)?(?:股份)?(?:有限(?:责任)?公司|股份公司|总公司|公司|集团|股份)$/u;
const PLACE_START = /^(?:中国)?(?:[\p{Script=Han}]{2,3}(?:省|市|县))?/u;

/** A company's name without its legal form, brackets of place folded: 晨星化工(云南)有限公司 → 晨星化工. */
export function stripLegalForm(name: string): string {
  return name.replace(/\([\p{Script=Han}]{2,4}\)/gu, '').replace(LEGAL_END, '');
}

/** … and without the place in front, if what stays is still a name. */
export function stripPlace(name: string, isPlace: (word: string) => boolean): string {
  for (const length of [4, 3, 2]) {
    if (name.length - length >= 2 && isPlace(name.slice(0, length))) return name.slice(length);
  }
  return name.replace(PLACE_START, (head) => (name.length - head.length >= 2 ? '' : head));
}

/** Whether every character of `short` stands in `long` in the same order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at += c.length;
  return at >= short.length;
}
