import type { Span } from '../../model/span.ts';

/** A sum of investment in yuan, with the words that say so. */
export interface Amount extends Span {
  readonly yuan: number;
  readonly role: string;
}

const SUM =
  /(总投资额?|计划总?投资额?|投资总额|固定资产投资|项目投资|追加投资|追加|增资|投资额?|总额|总金额)?(?:金额)?(?:为|达到?|约|近|共|人民币|:){0,4}((?<!\d)\d[\d,]{0,24}(?:\.\d{1,12})?(?:多|余)?|[一二两三四五六七八九十百千]{1,8})(?:个)?(万亿|亿|千万|百万|万)?(元(?!\/)|美元|欧元|日元|港元|港币)(人民币)?(以上|以下|左右)?/gu;
const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const UNITS: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4 };
const OTHER =
  /产值|营收|收入|销售|税|利润|产业规模|GDP|贷款|融资|补贴|奖|贸易|交易|注册资本|成交|完成|到位|累计|年投资|基金|专项|债/u;

/** Sums in yuan that are of an investment: output value, tax, loans and open bounds (以上, 超) are left out; foreign currency too. */
export function findAmounts(text: string, span: Span): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(SUM)) {
    const [whole, role = '', number = '', unit = '', currency = '', , bound] = match;
    if (currency !== '元' || bound === '以上' || bound === '以下') continue;
    const start = span.start + match.index;
    const before = text.slice(Math.max(span.start, start - 8), start);
    if (
      OTHER.test(before.split(/[,。;、]/u).at(-1) ?? '') ||
      /(?:超|超过|不低于|不少于|近|每年|每)$/u.test(before)
    )
      continue;
    const value = /^\d/u.test(number) ? Number(number.replace(/[,多余]/gu, '')) : fromChinese(number);
    const yuan = Math.round(value * (UNITS[unit] ?? 1));
    if (Number.isFinite(yuan) && yuan >= 1e5) amounts.push({ start, end: start + whole.length, yuan, role });
  }
  return amounts;
}

/** A number below ten thousand in Chinese numerals: 两百五十 is 250, 百 is 100. */
function fromChinese(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const c of numeral) {
    const power = POWERS[c];
    if (power === undefined) digit = DIGITS.indexOf(c === '两' ? '二' : c);
    else {
      sum += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  return sum + digit;
}
