/** A number with its unit, in whole units: one has `min` equal to `max`; 数十, 十几 lie between two. */
export interface Quantity {
  readonly min: number;
  readonly max: number;
  /** What its last figure counts: 1e8 of 50亿, 1 of 5000. */
  readonly unit: number;
  /** Whether 多 or 余 says that there is more (10多亿). */
  readonly isMore: boolean;
}

const UNITS: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4 };
const POWERS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const DIGITS = ['零〇', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];

/** Figures or Chinese numerals, what says that there is more, and a unit. */
const PART = /(\d(?:[\d, .]{0,40}\d)?|[^\d个多余亿万]{1,12})?([多余])?个?(万亿|亿|千万|百万|万|$)/gu;

/**
 * A number as news writes it: 50亿, 1.2万亿, 1亿2000万, 三亿五千万, 伍拾亿, 5 0 亿, 10多亿, 数十亿, 十几亿. Where it has no unit, `unit` is
 * what it counts: the 30 of 30至50亿.
 */
export function readQuantity(text: string, unit = 1): Quantity {
  let [min, max, last, isMore] = [0, 0, 1, false];
  for (const [whole, number = '', more, name = ''] of text.matchAll(PART)) {
    if (whole === '') continue;
    last = UNITS[name] ?? unit;
    const [low, high] = /^\d/u.test(number)
      ? twice(Number(number.replace(/[, ]/gu, '')))
      : fromChinese(number);
    min += low * last;
    max += high * last;
    isMore ||= more !== undefined;
  }
  return { min: Math.round(min), max: Math.round(max), unit: last, isMore };
}

const twice = (one: number): readonly [number, number] => [one, one];

/** A number below ten thousand in Chinese numerals, between two where it is vague: 两百五十 is 250, 百 is 100, 数十 is 10 to 100. */
function fromChinese(numeral: string): readonly [number, number] {
  if (numeral === '') return [1, 1];
  if (/^[数几]/u.test(numeral)) {
    const power = toNumber(numeral.slice(1) || '一');
    return [power, power * 10];
  }
  if (numeral.endsWith('几')) {
    const tens = toNumber(numeral.slice(0, -1));
    return [tens, tens + 10];
  }
  return twice(toNumber(numeral));
}

function toNumber(numeral: string): number {
  const [whole = '', decimals = ''] = numeral.replace(/^零/u, '').split('点');
  let [sum, digit] = [0, 0];
  for (const c of whole) {
    const power = POWERS[c];
    if (power === undefined) digit = digitOf(c);
    else {
      sum += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  const rest = [...decimals].map(digitOf).join('');
  return sum + digit + (rest === '' ? 0 : Number(`0.${rest}`));
}

function digitOf(c: string): number {
  return Math.max(
    0,
    DIGITS.findIndex((forms) => forms.includes(c)),
  );
}
