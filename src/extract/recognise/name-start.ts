import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Token } from '../../model/span.ts';
import type { TextView } from './text-view.ts';

/** How far a name may reach to the left of its head. */
const MOST_TOKENS = 14;
const MOST_UNITS = 36;

/** What may stand inside the name, beyond nouns and unknown words. */
export interface NameShape {
  /** Verbs of the dictionary: for projects, whose names are full of them (改扩建, 回收利用). */
  readonly verbs?: boolean;
  /** Capacities such as 年产10万吨, 2×350兆瓦. */
  readonly numbers?: boolean;
  /** Offsets that no name reaches across, such as the end of a zone in front of a company. */
  readonly barriers?: ReadonlySet<number>;
}

/**
 * The index of the first token of the name whose head begins at token `head`; `head` itself when nothing belongs to it.
 *
 * Walks left over words that names are made of, and stops at punctuation, particles, and words that never stand in a name.
 */
export function findNameStart(
  view: TextView,
  head: number,
  knowledge: Knowledge,
  shape: NameShape = {},
): number {
  const { tokens } = view;
  const headStart = tokens[head]?.start ?? 0;
  let first = head;
  for (let i = head - 1; i >= 0 && head - i <= MOST_TOKENS; i--) {
    const token = tokens[i];
    if (!token || headStart - token.start > MOST_UNITS) break;
    if (shape.barriers?.has(token.end)) break;
    if (token.text === ')') {
      const open = openingBracket(tokens, i);
      if (open < 0) break;
      i = open;
      continue;
    }
    if (!belongs(token, tokens[i - 1], knowledge, shape)) break;
    first = i;
  }
  return trimStart(view, first, head, knowledge);
}

/** The token of the bracket that the one at `close` closes, if what stands between is a short word; else -1. */
export function openingBracket(tokens: readonly Token[], close: number): number {
  for (let i = close - 1; i >= 0 && close - i <= 4; i--) {
    const text = tokens[i]?.text ?? '';
    if (text === '(') return (tokens[close]?.start ?? 0) - (tokens[i]?.end ?? 0) <= 6 ? i : -1;
    if (!/^[\p{Script=Han}]+$/u.test(text)) return -1;
  }
  return -1;
}

function belongs(token: Token, before: Token | undefined, knowledge: Knowledge, shape: NameShape): boolean {
  const { text, pos } = token;
  if (/^[·&\-×.]$/u.test(text)) return true;
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (text.length > 1 && knowledge.places.has(text)) return true;
  if (knowledge.boundary.has(text)) return false;
  if (pos === 'm' || pos === 'mq' || /^[\d.]+$/u.test(text))
    return isCapacity(token, before, shape) || isNumeralName(text);
  if (/^\p{Script=Latin}/u.test(text)) return true;
  if (knowledge.nameVerbs.has(text)) return true;
  if (/^(?:p|c|u|r|y|e|o)/u.test(pos)) return false;
  if (pos === 't' && text.length > 1 && text !== '现代') return false;
  if (text.length > 1 && /^d/u.test(pos)) return false;
  if (text.length > 1 && /^(?:v(?!n)|i|l)/u.test(pos)) return shape.verbs === true;
  return true;
}

const MONEY = /元|亩|平方|公里|家|名|位|年|月|日|天|时|分|岁|届|%|次|人|条|座|栋|台|件|户|章/u;

function isCapacity(token: Token, before: Token | undefined, shape: NameShape): boolean {
  if (shape.numbers !== true || MONEY.test(token.text)) return false;
  return /^\d|^[×.]/u.test(token.text) || (before !== undefined && /^[\d.]+$/u.test(before.text));
}

/** Numerals that names are made of, such as 三一, 五矿, 三四一九: Han only. */
function isNumeralName(text: string): boolean {
  return (
    text.length >= 2 &&
    /^[一二三四五六七八九十百千万]+$/u.test(text) &&
    !/^[一二三四五六七八九十]?[十百千万]+$/u.test(text)
  );
}

/** A word after which a name begins: 企业, 公司, 厂商, 500强 … */
export const OPENS_NAME =
  /(?:企业|公司|厂商|巨头|客商|单位|股东|伙伴|进口商|供应商|制造商|运营商|服务商|开发商|企业家|创客|百强)$/u;

/** Leave out generic words in front: what follows the last of 企业, 公司, 厂商 … and descriptors at the very start. */
function trimStart(view: TextView, first: number, head: number, knowledge: Knowledge): number {
  const { tokens } = view;
  let start = first;
  for (let i = first; i < head; i++)
    if (OPENS_NAME.test(tokens[i]?.text ?? '') && i + 1 < head) start = i + 1;
  while (start < head && isLeadingWord(tokens[start], knowledge)) start++;
  return start;
}

function isLeadingWord(token: Token | undefined, knowledge: Knowledge): boolean {
  if (!token) return false;
  return (
    knowledge.descriptors.has(token.text) || /^[·&\-×.\d]+$/u.test(token.text) || /^[qmf]$/u.test(token.pos)
  );
}
