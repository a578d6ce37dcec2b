/** Names of so many letters that begin and end alike may be one, with a word more in one of them. */
const LONGEST_WORD = 4;
const ALIKE = 6;
const BETWEEN = '|';

/** What a long name has in common with one that says a word more: how it begins and ends. Undefined of a short one. */
export function nearKey(bare: string): string | undefined {
  return bare.length < 2 * ALIKE ? undefined : `${bare.slice(0, ALIKE)}${BETWEEN}${bare.slice(-ALIKE)}`;
}

/** Whether a form is what two long names may have in common. */
export function isNearKey(form: string): boolean {
  return form.length === 2 * ALIKE + BETWEEN.length && form[ALIKE] === BETWEEN;
}

/** What tells one of several: a section, a phase, a number, a side, another building. */
const TELLS =
  /[\d零一二三四五六七八九十百东西南北中上下左右前后内外新老旧第期段标号改扩至线站桥区县市镇()~—-]/u;

/** Whether one of two long names is the other with a word more, which tells of no other thing: 松江大桥云岭(口岸)货物转运站. */
export function isNearName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more === 0 || more > LONGEST_WORD || short.length < 2 * ALIKE) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  return short.slice(start) === long.slice(start + more) && !TELLS.test(long.slice(start, start + more));
}
