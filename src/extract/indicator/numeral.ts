const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A number in Chinese numerals: 两百五十 is 250, 百 is 100, 一万三千 is 13,000. */
export function fromNumeral(numeral: string): number {
  let [total, sum, digit] = [0, 0, 0];
  for (const c of numeral) {
    const [power, scale] = [POWERS[c], SCALES[c]];
    if (power !== undefined) {
      sum += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    } else if (scale !== undefined) {
      total = (total + sum + digit || 1) * scale;
      [sum, digit] = [0, 0];
    } else digit = DIGITS.indexOf(c === '两' ? '二' : c === '〇' ? '零' : c);
  }
  return total + sum + digit;
}
