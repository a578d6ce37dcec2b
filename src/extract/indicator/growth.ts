import { firstFrom } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** How much something grew, year on year, in percent; `all` holds each of several that are told together (分别). */
export interface Growth extends Span {
  readonly percent: number;
  readonly all: readonly number[];
}

const GROWTH =
  /(?:分别)?(?:同比|按年|比上年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?|比去年(?:同期)?|[较比]20\d\d年(?:同期|度|第?[一二三四1-4]季度|上半年|下半年)?|年均|与去年同期相比)?(?:实际|名义|预计|将|实现|保持)?(?:分别)?(增长率|增长|增速|增加|增幅|增超|上升|上涨|提高|提升|下跌|跌|下降|下滑|减少|回落|亏损扩大)(?:了|率|速度)?(?:分别)?(?:为|达到|达|约|近|超过|超|至|突破|在)?(\d{1,4}(?:\.\d{1,3})?)(%|倍)(?:左右|以上)?((?:[、和,及]\d{1,4}(?:\.\d{1,3})?%){0,8})/gu;
const DOUBLED = /(?:同比|按年|比上年|较去年|比去年)?(?:实现)?(?:翻番|翻一番|翻了一番|翻了番)/gu;
const FALLS = /跌|下降|下滑|减少|回落/u;

/** The growth rates in a stretch of text, in text order. */
export function findGrowth(text: string, { start, end }: Span): Growth[] {
  const part = text.slice(start, end);
  const rates = [...part.matchAll(GROWTH)].flatMap((match): Growth[] => {
    const [whole, verb = '', number = '', unit, more = ''] = match;
    // 增长11倍 without a year to compare with is growth over many.
    if (unit === '倍' && !/同比|上年|去年|按年/u.test(whole)) return [];
    const sign = FALLS.test(verb) ? -1 : 1;
    const first = sign * Number(number) * (unit === '倍' ? 100 : 1);
    const rest = [...more.matchAll(/\d{1,4}(?:\.\d{1,3})?/gu)].map(([each]) => sign * Number(each));
    const at = start + match.index;
    return [{ start: at, end: at + whole.length, percent: first, all: [first, ...rest] }];
  });
  const doubled = [...part.matchAll(DOUBLED)].map((match): Growth => {
    const at = start + match.index;
    return { start: at, end: at + match[0].length, percent: 100, all: [100] };
  });
  return [...rates, ...doubled].sort((a, b) => a.start - b.start);
}

/** What may stand between a figure and its growth. */
const BETWEEN = /^(?:\([^()]{1,12}\))?[,、(]?(?:按(?:可比|不变)价格?(?:计算)?,?|按可比口径,?|可比)?$/u;

/** The growth that is told of a figure just before: 100.03亿元,同比增长23.9%. */
export function growthBehind(text: string, at: number, growths: readonly Growth[]): Growth | undefined {
  const next = growths[firstFrom(growths, at)];
  return next?.all.length === 1 && next.start <= at + 20 && BETWEEN.test(text.slice(at, next.start))
    ? next
    : undefined;
}
