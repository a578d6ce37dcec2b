import { firstFrom } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** How much something grew, year on year, in percent; `all` holds each of several that are told together (分别). */
export interface Growth extends Span {
  readonly percent: number;
  readonly all: readonly number[];
}

const TEN = '一二三四五六七八九';
/** What a growth is held against, and how it went. */
const AGAINST =
  '(?:同比|按年|(?:与|相比于?|相较于?|比|较)(?:上年|去年|20\\d\\d年)(?:同期|度|第?[一二三四1-4]季度|上半年|下半年)?(?:的|相比)?,?|年均|三年年均)?(?:\\([^()\\d]{1,4}\\))?';
const HOW = '(?:实际|名义|预计|将|实现|保持|大幅|小幅|大|微|略|猛|净|累计|再|仍|已|约|又|复合){0,2}(?:分别)?';
const VERB =
  '增长率|增长|增速|增加|增幅|增超|增(?=[约近超]?\\d)|激增|涨幅|上升|上涨|涨|提高|提升|攀升|飙升|扩大|预增|下跌|跌|下降|降低|降(?=[约近超]?\\d)|下滑|减少|减(?=[约近超]?\\d)|锐减|回落|预减|变动(?:比例|幅度)?|亏损扩大';
/** 环比 holds against the month or quarter before, and not the year. */
const GROWTH = new RegExp(
  `${AGAINST}${HOW}(?<!环比(?:大幅|小幅|微|略|将)?)(${VERB})(?:了|率|速度)?(?:分别)?(?:为|达到|达|约|近|超过|超|至|突破|在|:){0,2}([-+]?)(?:(\\d{1,3}(?:,\\d{3})?\\d?(?:\\.\\d{1,3})?)(%|倍)|([${TEN}两])成([${TEN}半])?)(?:左右|以上)?((?:[、和,及/]\\d{1,4}(?:\\.\\d{1,3})?%){0,8})`,
  'gu',
);
/** 营收12亿元(+10.1%), 同比+11.02%. */
const SIGNED = /(?:同比|按年|\((?:同比|yoy)?)([+-])(\d{1,4}(?:\.\d{1,3})?)%/giu;
const DOUBLED = /(?:同比|按年|比上年|较去年|比去年)?(?:实现)?(?:翻番|翻一番|翻了一番|翻了番)/gu;
const FALLS = /跌|降|下滑|减|回落/u;

/** The growth rates in a stretch of text, in text order. */
export function findGrowth(text: string, { start, end }: Span): Growth[] {
  const part = text.slice(start, end);
  const rates = [...part.matchAll(GROWTH)].flatMap((match): Growth[] => {
    const [whole, verb = '', minus = '', number = '', unit, ten = '', fives = '', more = ''] = match;
    // 增长11倍 without a year to compare with is growth over many.
    if (unit === '倍' && !/同比|上年|去年|按年|20\d\d年/u.test(whole)) return [];
    const sign = FALLS.test(verb) !== (minus === '-' && verb.startsWith('变动')) ? -1 : 1;
    const size = ten === '' ? Number(number.replaceAll(',', '')) : tenths(ten) + tenths(fives) / 10;
    const first = sign * size * (unit === '倍' ? 100 : 1);
    const rest = [...more.matchAll(/\d{1,4}(?:\.\d{1,3})?/gu)].map(([each]) => sign * Number(each));
    const at = start + match.index;
    return [{ start: at, end: at + whole.length, percent: first, all: [first, ...rest] }];
  });
  const signed = [...part.matchAll(SIGNED)].map(({ 0: whole, 1: sign, 2: number, index }): Growth => {
    const percent = (sign === '-' ? -1 : 1) * Number(number);
    return { start: start + index, end: start + index + whole.length, percent, all: [percent] };
  });
  const doubled = [...part.matchAll(DOUBLED)].map((match): Growth => {
    const at = start + match.index;
    return { start: at, end: at + match[0].length, percent: 100, all: [100] };
  });
  return [...rates, ...signed, ...doubled].sort((a, b) => a.start - b.start);
}

/** Three and a half tenths are 35 in a hundred: 三成五, 三成半. */
function tenths(digit: string): number {
  return digit === '' ? 0 : 10 * (digit === '两' ? 2 : digit === '半' ? 5 : TEN.indexOf(digit) + 1);
}

/** What may stand between a figure and its growth. */
const BETWEEN =
  /^(?:以上|左右|大关|人民币|的?规模)?(?:\([^()]{1,40}\))?[,、(]?(?:环比[^,。;%]{1,12}%,?)?(?:(?:按|以)?(?:可比|不变|同)(?:价格?|口径)(?:计算?|核算)?,?|可比|调整后,?|增幅|其中)?$/u;
const OF_EACH = /^[^。;%]{0,30}$/u;
/** Growth is told no farther behind its figure. */
const FAR = 60;

/** The growth that is told of a figure just before: 100.03亿元,同比增长23.9%. */
export function growthBehind(text: string, at: number, growths: readonly Growth[]): Growth | undefined {
  const next = growths[firstFrom(growths, at)];
  return next?.all.length === 1 && next.start <= at + FAR && BETWEEN.test(text.slice(at, next.start))
    ? next
    : undefined;
}

/** The growth of each of several figures that are told together, by the last of them: 3亿元、5亿元,分别增长8%和10%. */
export function growthOfEach(
  text: string,
  at: number,
  growths: readonly Growth[],
  count: number,
): Growth | undefined {
  const next = growths[firstFrom(growths, at)];
  return next?.all.length === count && next.start <= at + FAR && OF_EACH.test(text.slice(at, next.start))
    ? next
    : undefined;
}
