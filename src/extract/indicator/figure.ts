import type { Bound } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import { readQuantity } from '../relate/quantity.ts';

/** What a number counts: money, things or people, land and floors, or what a factory makes. */
export type FigureKind = 'money' | 'count' | 'area' | 'goods';

/** A number with its unit; `value` in whole units. `start` is where the number begins, after words such as 超过. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  readonly value: number;
  readonly unit: string;
  /** The unit as the text has it. */
  readonly said: string;
  readonly bound?: Bound;
  /** Whether it is what was before: 从A到B is B. */
  readonly isFormer: boolean;
  /** Where the words end that may say what it counts: in front of it, or of what was before. */
  readonly lead: number;
}

const MONEY: Readonly<Record<string, string>> = {
  元: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  日元: 'JPY',
};
const COUNTS = ['个', '家', '户', '名', '人', '位', '项'];
const AREAS: Readonly<Record<string, number>> = {
  亩: 666.67,
  公顷: 1e4,
  平方公里: 1e6,
  平方千米: 1e6,
  平方米: 1,
  平米: 1,
  平: 1,
  方: 1,
  'm²': 1,
  '㎡': 1,
  m2: 1,
};
const GOODS = [
  ...[
    '吨',
    '公斤',
    'kg',
    '千克',
    '立方米',
    '升',
    '标方',
    '台套',
    '台',
    '套',
    '辆',
    '件',
    '只',
    '片',
    '颗',
    '双',
    '支',
    '枚',
    '剂',
  ],
  ...[
    '米',
    '条',
    '根',
    '锭',
    '头',
    '羽',
    '块',
    '瓶',
    '盒',
    '箱',
    '艘',
    '架',
    '座',
    '张',
    '卷',
    '组',
    '平方米',
    '万向节',
  ],
  ...['GWh', 'Gwh', 'MWh', 'KWh', 'kWh', 'GW', 'MW', 'KW', 'kW', 'TWh'],
  ...['吉瓦时', '兆瓦时', '千瓦时', '吉瓦', '兆瓦', '千瓦', '瓦', '度', '标箱', '芯公里', '公里'],
];
const KINDS: ReadonlyMap<string, FigureKind> = new Map([
  ...GOODS.map((unit) => [unit, 'goods'] as const),
  ...Object.keys(MONEY).map((unit) => [unit, 'money'] as const),
  ...COUNTS.map((unit) => [unit, 'count'] as const),
  ...Object.keys(AREAS).map((unit) => [unit, 'area'] as const),
]);

const FIGURE =
  /(?:(?<=GDP)|(?<![\d.A-Za-z第数几]))((?:\d[\d,]{0,14}(?:\.\d{1,6})?)|[零〇一二两三四五六七八九十百千万]{1,9})(余|多|来)?(万亿|千亿|百亿|亿|千万|百万|万|千|百)?(余|多|来)?(吉瓦时|兆瓦时|千瓦时|吉瓦|兆瓦|千瓦|GWh|Gwh|MWh|KWh|kWh|TWh|GW|MW|KW|kW|平方公里|平方千米|平方米|平米|m2|m²|㎡|立方米|标方|人民币|美元|美金|欧元|港元|港币|日元|公顷|公里|公斤|千克|kg|台套|标箱|芯公里|[元个家户名人位项亩平方吨升台套辆件只片颗双支枚剂米条根锭头羽块瓶盒箱艘架座张卷组瓦度])?(以上|以内|以下|左右|上下)?/gu;
const SCALES: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
  百: 1e2,
};

const AT_LEAST = /(?:超过?|突破了?|逾|不低于|不少于|至少|高于|多于|过|达上|(?<!规)上)$/u;
const AT_MOST = /(?:不超过|近|接近|不到|不足|最高|最多|至多|低于)$/u;
const ABOUT = /(?:约|大约|约为|约达|大概)$/u;
/** A dash before a sum that stands behind no other number or unit is a minus. */
const MINUS = /[^\da-z%元万亿年月日-]-$/iu;
const FORMER = /(?:从|由)[^,。;、]{0,8}$/u;
const LATTER = /^[^,。;、]{0,3}(?:增|提|扩|升|发展|跃|涨|变|降|减|到|至|的)/u;

/** The numbers with a unit in a stretch of text, in text order. */
export function findFigures(text: string, { start, end }: Span): Figure[] {
  const found: Figure[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(FIGURE)) {
    const [whole, number = '', more = '', scale = '', moreOf = '', said = '', behind = ''] = match;
    const next = part[match.index + whole.length];
    // 184.7亿。 is money though nothing says so.
    const unit =
      said || (/亿$/u.test(scale) && (next === undefined || /[,。;、)]/u.test(next)) ? said || '元' : '');
    const kind = KINDS.get(unit);
    // 一片繁忙, 两条路: small numbers in words make nothing.
    const isWord = kind === 'goods' && scale === '' && /^[一二两三四五六七八九]$/u.test(number);
    if (kind === undefined || isWord || /^[万亿]{1,9}$/u.test(number)) continue;
    const factor = SCALES[scale] ?? 1;
    const isSquare = unit === '方' || unit === '平';
    if (isSquare && factor < 1e4) continue;
    const base = /^\d/u.test(number) ? Number(number.replaceAll(',', '')) : readQuantity(number).min;
    const before = part.slice(Math.max(0, match.index - 12), match.index);
    const twice = /(?<!\d)(\d{1,2})[×xX*]$/u.exec(before)?.[1];
    const size = tidy(base * factor * (kind === 'area' ? (AREAS[unit] ?? 1) : 1) * Number(twice ?? 1));
    if (!Number.isFinite(size) || size <= 0) continue;
    const bound = boundOf(before, `${more}${moreOf}`, behind);
    const from = FORMER.exec(before)?.[0];
    const behindIt = part.slice(match.index + whole.length, match.index + whole.length + 6);
    const isFormer = from !== undefined && LATTER.test(behindIt);
    const isNegative = kind === 'money' && MINUS.test(before);
    const at = start + match.index - (twice === undefined ? (isNegative ? 1 : 0) : twice.length + 1);
    const former = found.at(-1);
    const isLatter = former?.isFormer === true && at - former.end < 12;
    found.push({
      lead: isFormer ? at - from.length : isLatter ? former.lead : at,
      start: at,
      end: start + match.index + whole.length,
      kind,
      said: unit,
      value: isNegative ? -size : size,
      unit:
        kind === 'money'
          ? (MONEY[unit] ?? 'CNY')
          : kind === 'count'
            ? 'count'
            : kind === 'area'
              ? 'm2'
              : unit,
      ...(bound === undefined ? {} : { bound }),
      isFormer,
    });
  }
  return found;
}

function boundOf(before: string, more: string, behind: string): Bound | undefined {
  if (AT_MOST.test(before) || /以内|以下/u.test(behind)) return 'atMost';
  if (AT_LEAST.test(before) || /余|多/u.test(more) || behind === '以上') return 'atLeast';
  return ABOUT.test(before) || more === '来' || /左右|上下/u.test(behind) ? 'about' : undefined;
}

/** Without what floating point adds: 1.1 × 100,000,000 is 110,000,000. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
