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
  英镑: 'GBP',
  新台币: 'TWD',
  元新台币: 'TWD',
  韩元: 'KRW',
};
/** Money that stands beside its worth in yuan: 300亿元新台币(约66亿元人民币). */
const FOREIGN = new Set(['TWD', 'KRW']);
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
    '斤',
    'kg',
    '千克',
    '立方米',
    '立方',
    '升',
    '桶',
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
    '枝',
    '株',
    '粒',
    '棒',
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
  ...['吉瓦时', '兆瓦时', '千瓦时', '吉瓦', '兆瓦', '千瓦', '瓦', '千伏安', '度', '标箱', '芯公里', '公里'],
];
const KINDS: ReadonlyMap<string, FigureKind> = new Map([
  ...GOODS.map((unit) => [unit, 'goods'] as const),
  ...Object.keys(MONEY).map((unit) => [unit, 'money'] as const),
  ...COUNTS.map((unit) => [unit, 'count'] as const),
  ...Object.keys(AREAS).map((unit) => [unit, 'area'] as const),
]);

const FIGURE =
  /(?:(?<=GDP)|(?<![\d.A-Za-z第数几]))((?:\d[\d,]{0,14}(?:\.\d{1,6})?)|[零〇一二两三四五六七八九十百千万]{1,9}|(?<=[过超破近上达逾])亿(?=[元,。;、)]))(余|多|来)?(万亿|千亿|百亿|个亿(?!元)|亿|千万|百万|万|千|百)?(余|多|来)?(吉瓦时|兆瓦时|千瓦时|吉瓦|兆瓦|千瓦|千伏安|GWh|Gwh|MWh|KWh|kWh|TWh|GW|MW|KW|kW|平方公里|平方千米|平方米|平米|m2|m²|㎡|立方米|立方|标方|人民币|元新台币|新台币|韩元|英镑|美元|美金|欧元|港元|港币|日元|公顷|公里|公斤|千克|kg|台套|标箱|芯公里|[元个家户名人位项亩平方吨升台套辆件只片颗双支枚剂米条根锭头羽块瓶盒箱艘架座张卷组瓦度斤桶枝株粒棒])?(以上|以内|以下|左右|上下)?/gu;
const SCALES: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  个亿: 1e8,
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
/** Numbers before one that says their unit: 14.8/17.1/19.6亿元, 3.2-3.3亿元. */
const BEFORE = /(?<![\d./A-Za-z-])(?:\d[\d,]{0,9}(?:\.\d{1,4})?(?:万亿|亿|万)? ?(?:[/~-]|至|到) ?){1,5}$/u;
/** 员工超56万: who is counted is said before. */
const PEOPLE = /(?:员工|职工|就业|从业)[^,。;\d]{0,10}$/u;
/** A dash before a sum that stands behind no other number or unit is a minus. */
const MINUS = /[^\da-z%元万亿年月日-]-$/iu;
const FORMER = /(?:从|由)[^,。;、]{0,8}$/u;
/** 从2020年的10亿元: each has a year of its own. */
const YEARLY = /年/u;
const LATTER = /^[^,。;、]{0,3}(?:增|提|扩|升|发展|跃|涨|变|降|减|到|至|的)/u;

/** The numbers with a unit in a stretch of text, in text order. */
export function findFigures(text: string, { start, end }: Span): Figure[] {
  const found: Figure[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(FIGURE)) {
    const [whole, number = '', more = '', scale = '', moreOf = '', said = '', behind = ''] = match;
    const before = part.slice(Math.max(0, match.index - 80), match.index);
    const unit = said || unsaid(number + scale, before, part[match.index + whole.length]);
    const kind = KINDS.get(unit);
    // 一片繁忙, 两条路: small numbers in words make nothing.
    const isWord = kind === 'goods' && scale === '' && /^[一二两三四五六七八九]$/u.test(number);
    if (kind === undefined || isWord || /^[万亿]{2,9}$/u.test(number)) continue;
    if (number === '万' && kind === 'money') continue;
    const factor = SCALES[scale] ?? 1;
    const isSquare = unit === '方' || unit === '平';
    if (isSquare && factor < 1e4) continue;
    const base = /^\d/u.test(number) ? Number(number.replaceAll(',', '')) : readQuantity(number).min;
    const twice = /(?<!\d)(\d{1,2})[×xX*]$/u.exec(before)?.[1];
    const worth = kind === 'area' ? (AREAS[unit] ?? 1) : 1;
    const size = tidy(base * factor * worth * Number(twice ?? 1));
    if (!Number.isFinite(size) || size <= 0) continue;
    const joined = BEFORE.exec(before)?.[0] ?? '';
    const shared = (found.at(-1)?.end ?? 0) > start + match.index - joined.length ? '' : joined;
    const lead = before.slice(0, before.length - shared.length).slice(-12);
    const bound = boundOf(lead, `${more}${moreOf}`, behind);
    const from = FORMER.exec(lead)?.[0];
    const behindIt = part.slice(match.index + whole.length, match.index + whole.length + 6);
    const isFormer = from !== undefined && LATTER.test(behindIt) && !YEARLY.test(from);
    const isNegative = kind === 'money' && MINUS.test(lead);
    const first = start + match.index - shared.length;
    const at = first - (twice === undefined ? (isNegative ? 1 : 0) : twice.length + 1);
    const former = found.at(-1);
    const isLatter = former?.isFormer === true && at - former.end < 12;
    const own = {
      lead: isFormer ? at - from.length : isLatter ? former.lead : at,
      ...{ kind, said: unit, unit: unitOf(kind, unit), isFormer },
      ...(bound === undefined ? {} : { bound }),
    };
    // The others count what it counts.
    for (const each of shared.matchAll(/(\d[\d,]{0,9}(?:\.\d{1,4})?)(万亿|亿|万)?/gu)) {
      const value = tidy(Number(each[1]?.replaceAll(',', '')) * (SCALES[each[2] ?? scale] ?? 1) * worth);
      const begins = first + each.index;
      const span = { start: each.index === 0 ? at : begins, end: begins + each[0].length };
      if (value > 0)
        found.push({
          ...own,
          ...span,
          lead: each.index === 0 ? own.lead : begins,
          value: isNegative ? -value : value,
        });
    }
    const begins = shared === '' ? at : start + match.index;
    found.push({
      ...{
        ...own,
        lead: shared === '' ? own.lead : begins,
        start: begins,
        end: start + match.index + whole.length,
      },
      value: isNegative ? -size : size,
    });
  }
  return found.flatMap((figure, i) => {
    if (isToldInYuan(text, figure, found[i + 1])) return [];
    const before = found[i - 1];
    return before && isToldInYuan(text, before, figure) ? { ...figure, lead: before.lead } : figure;
  });
}

/** What a number counts that has no unit: 184.7亿。 is money though nothing says so. */
function unsaid(number: string, before: string, next: string | undefined): string {
  if (/[亿万]$/u.test(number) && PEOPLE.test(before)) return '人';
  return /亿$/u.test(number) && (next === undefined || /[,。;、)至到~-]/u.test(next)) ? '元' : '';
}

function unitOf(kind: FigureKind, unit: string): string {
  return kind === 'money'
    ? (MONEY[unit] ?? 'CNY')
    : kind === 'count'
      ? 'count'
      : kind === 'area'
        ? 'm2'
        : unit;
}

function isToldInYuan(text: string, { unit, end }: Figure, next: Figure | undefined): boolean {
  return (
    FOREIGN.has(unit) &&
    next?.unit === 'CNY' &&
    /^[^()\d]{0,4}\([^()\d]{0,16}$/u.test(text.slice(end, next.start))
  );
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
