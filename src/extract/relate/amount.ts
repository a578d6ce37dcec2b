import type { SumBound } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';
import { PHASE } from '../../names/phase.ts';
import { type Quantity, readQuantity } from './quantity.ts';

/**
 * A sum of investment, with the words that say so: one sum is `value`; a range has `min` and `max`, a bound one of them. In yuan, or
 * in units of `currency` (ISO 4217). Whole numbers. What is told and cannot be a sum (past 10^15, from more to less) has none of them.
 */
export interface Amount extends Span {
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly bound?: SumBound;
  readonly currency?: string;
  readonly role: string;
  /** Whether it is the sum of one phase (首期5亿元): the whole costs more. */
  readonly isPhase: boolean;
}

const YUAN = 'CNY';

/** Money by its words, the longer before what they begin with. */
const CURRENCIES: readonly (readonly [word: string, code: string])[] = [
  ['元人民币', YUAN],
  ['人民币元', YUAN],
  ['人民币', YUAN],
  ['元港币', 'HKD'],
  ['元新台币', 'TWD'],
  ['元', YUAN],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['澳门元', 'MOP'],
  ['韩元', 'KRW'],
  ['英镑', 'GBP'],
  ['卢布', 'RUB'],
  ['卢比', 'INR'],
  ['新加坡元', 'SGD'],
  ['新元', 'SGD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['瑞士法郎', 'CHF'],
  ['泰铢', 'THB'],
  ['林吉特', 'MYR'],
  ['迪拉姆', 'AED'],
];
const SIGNS: readonly (readonly [sign: string, code: string])[] = [
  ['人民币', YUAN],
  ['RMB', YUAN],
  ['CNY', YUAN],
  ['¥', YUAN],
  ['US$', 'USD'],
  ['USD', 'USD'],
  ['HK$', 'HKD'],
  ['HKD', 'HKD'],
  ['NT$', 'TWD'],
  ['$', 'USD'],
  ['EUR', 'EUR'],
  ['€', 'EUR'],
  ['£', 'GBP'],
];

/** Words before a number that make it a bound, the longer before what they begin with; behind it, those of `AFTER`. */
const BEFORE: readonly (readonly [word: string, bound: SumBound])[] = [
  ['不低于', 'atLeast'],
  ['不少于', 'atLeast'],
  ['不超过', 'atMost'],
  ['不高于', 'atMost'],
  ['不多于', 'atMost'],
  ['至少', 'atLeast'],
  ['至多', 'atMost'],
  ['最高', 'atMost'],
  ['最多', 'atMost'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['将近', 'under'],
  ['接近', 'under'],
  ['近', 'under'],
  ['超过', 'over'],
  ['超出', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['超', 'over'],
  ['逾', 'over'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约', 'about'],
  ['上', 'atLeast'],
];
const AFTER: readonly (readonly [word: string, bound: SumBound])[] = [
  ['以上', 'atLeast'],
  ['以下', 'atMost'],
  ['以内', 'atMost'],
  ['之内', 'atMost'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['多', 'over'],
  ['余', 'over'],
];

const [CURRENCY_OF, SIGN_OF, BOUND_BEFORE, BOUND_AFTER] = [
  new Map(CURRENCIES),
  new Map(SIGNS),
  new Map(BEFORE),
  new Map(AFTER),
];

const oneOf = (list: readonly (readonly [string, string])[]): string =>
  list.map(([word]) => word.replace(/[$]/gu, '\\$&')).join('|');

const NUMBER = String.raw`(?:(?<![\d.])\d(?:(?: \d){1,12}(?: ?\. ?\d)?|[\d,]{0,24}(?:\.\d{1,12})?)|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟数几][零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟几点]{0,11})`;
const UNIT = '万亿|亿|千万|百万|万';
/** A phase and what may stand between it and its sum: 一期工程计划, 首期. */
const OF_PHASE = `${PHASE}(?:工程|项目|建设)?(?:计划|预计|拟)?`;
/** What turns one sum into another: 由50亿元调整为42亿元. */
const CHANGED =
  '(?:调整|变更|增加|追加|扩大|提高|提升|上调|增|升|缩减|压缩|减少|降低|下调|降|减|扩)(?:为|至|到)';
const SUM = new RegExp(
  [
    '(?<role>总投资额?|计划总?投资额?|投资总额|固定资产投资|项目投资|追加投资|追加|增资|投资额?|总额|总金额)?(?:金额)?',
    `(?<phase>${OF_PHASE})?`,
    '(?:预计|总计|共计|合计|为|高?达到?|共|:){0,4}',
    `[也则亦已]?(?:(?:由|从)(?:原来?的?|最初的?|此前的?|原定的?)?约?${NUMBER}(?:${UNIT})?(?:${oneOf(CURRENCIES)})?)?(?:${CHANGED})?`,
    // 附近, 最近 and 马上 are no bounds.
    String.raw`(?:(?<![附最邻马])(?<before>${oneOf(BEFORE)}))?(?:达|为|人民币(?=\d)|了){0,2}`,
    `(?<sign>${oneOf(SIGNS)})? ?`,
    `(?:(?<from>${NUMBER}(?:${UNIT})?)(?:${oneOf(CURRENCIES)})?(?:至|到|-|~|—|–){1,2})?`,
    `(?<number>${NUMBER}[多余]?个?(?:${UNIT})?(?:(?<=亿)零?${NUMBER}(?:千万|百万|万))?|(?<=上)亿)(?<more>[多余])?`,
    String.raw`(?:(?<currency>${oneOf(CURRENCIES)})(?![/\p{Lu}])|(?<bare>(?<=亿|[亿万][多余]|\d万)(?=[,。;:、)!?"”]|$|的|以上|左右)))`,
    String.raw`(?:\(含\))?(?<after>${oneOf(AFTER)})?`,
  ].join(''),
  'gu',
);

const OTHER =
  /产值|营收|收入|销售|税|利润|产业规模|GDP|贷款|融资|补贴|奖|贸易|交易|注册资本|成交|完成|到位|累计|年投资|基金|专项|债/u;

const AFTER_PHASE = new RegExp(`${OF_PHASE}$`, 'u');

/** What stands between a sum and the same one in other money, and between the sums of one list. */
const CONVERTED = /^(?:\((?:约?合|折合?|相当于|等值)?|,?(?:约?合|折合|相当于|等值))(?:人民币)?约?$/u;
const LISTED = /^[、,和及]{0,2}$/u;

/** What stands before a sum that is told once more in other money, before a part of one, or before what is paid year by year. */
const AGAIN = /(?:约?合|折合?|相当于|等值)(?:人民币)?约?$|其中[,:]?$|每年?$/u;

/** A sum below this is a price, one above it a slip: no project of a zone costs so much. */
const [LEAST, MOST] = [1e5, 1e15];

/**
 * Sums that are of an investment, in text order. Output value, tax, loans and prices are left out. A sum without 元 counts where the
 * words before it say that it is one (总投资50亿, 人民币50亿); one in yuan that tells again what foreign money is worth does too.
 */
export function findAmounts(text: string, span: Span): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(SUM)) {
    const { role = '', sign, currency, bare, phase } = match.groups ?? {};
    if (bare !== undefined && sign === undefined && (role === '' || !match[0].includes('亿'))) continue;
    const start = span.start + match.index;
    const before = text.slice(Math.max(span.start, start - 8), start);
    if (OTHER.test(before.split(/[,。;、]/u).at(-1) ?? '')) continue;
    const code = CURRENCY_OF.get(currency ?? '') ?? SIGN_OF.get(sign ?? '') ?? YUAN;
    const foreign = code === YUAN ? SIGN_OF.get(sign ?? '') : code;
    const last = amounts.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, start);
    const isConverted = last?.currency !== undefined && code === YUAN && CONVERTED.test(between);
    if (!isConverted && AGAIN.test(before)) continue;
    const isPhase = phase !== undefined || AFTER_PHASE.test(before);
    // Of a list the first says what its sums are: 总投资首期5亿元、二期10亿元.
    const isGoingOn = isConverted || (isPhase && last?.isPhase === true && LISTED.test(between));
    const sum = toSum(match.groups ?? {});
    if (sum === undefined ? role === '' : isPrice(sum)) continue;
    amounts.push({
      start,
      end: start + match[0].length,
      ...(sum === undefined || isBeyond(sum) ? {} : sum),
      ...(isConverted ? { bound: sum?.bound ?? 'about' } : {}),
      ...(foreign === undefined || foreign === YUAN ? {} : { currency: foreign }),
      role: role === '' && isGoingOn ? last.role : role,
      isPhase: isPhase || (isConverted && last.isPhase),
    });
  }
  return amounts;
}

type Sum = Pick<Amount, 'value' | 'min' | 'max' | 'bound'>;

/** What the parts of a match say; undefined for a range that goes down. */
function toSum({
  from,
  number = '',
  before,
  more,
  after,
}: Record<string, string | undefined>): Sum | undefined {
  const bound = BOUND_AFTER.get(after ?? '') ?? (more ? 'over' : undefined) ?? BOUND_BEFORE.get(before ?? '');
  const { isMore, ...last } = readQuantity(number);
  const about = bound === 'about' ? ({ bound } as const) : {};
  if (from !== undefined) {
    const min = lowestOf(readQuantity(from, last.unit));
    return min < last.max ? { min, max: last.max, ...about } : undefined;
  }
  if (last.min < last.max)
    return bound === 'atLeast' || bound === 'over'
      ? { min: last.min, bound }
      : { min: last.min, max: last.max, ...about };
  const said = isMore ? 'over' : bound;
  if (said === 'atLeast' || said === 'over') return { min: last.min, bound: said };
  if (said === 'atMost' || said === 'under') return { max: last.max, bound: said };
  return { value: last.min, ...about };
}

const lowestOf = ({ min }: Quantity): number => min;

const isPrice = ({ value, min, max }: Sum): boolean =>
  [value, min, max].some((one) => one !== undefined && one < LEAST);

const isBeyond = ({ value, min, max }: Sum): boolean =>
  [value, min, max].some((one) => one !== undefined && one > MOST);
