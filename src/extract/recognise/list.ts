import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { findNameStart } from './name-start.ts';
import type { TextView } from './text-view.ts';

/** Names that the text counts up as one kind: 美团、腾讯等龙头企业. `kind` is what the class noun makes of them. */
export interface NameList {
  readonly items: readonly Span[];
  readonly kind: 'company' | 'project';
  readonly end: number;
}

const COMPANY_NOUN =
  /企业(?!家)|公司|厂商|车企|药企|央企|国企|民企|外企|房企|巨头|客商|品牌商|开发商|运营商|供应商|投资机构|金融机构|机构|资本|商家|参建单位|大厂|龙头/u;
/** Class nouns of things that are no firms. */
const NOT_NAMES =
  /^[\d一二三四五六七八九十多余几]*(?:大|个|项|类|种|方面)?(?:方面|情况|问题|工作|领域|产业(?!链)|行业(?!领|龙|企|头)|设备|产品|服务|技术|城市|地区|省|市|地|人|部门|政策|措施|方式|形式|环节|要素)/u;
const PROJECT_NOUN = /项目|工程|设施|平台建设|街区|尽快落户/u;
const TAIL = /等(?=([^。;!?\n等]{0,34}))/gu;

/** Find lists that end in 等 + a class noun; items stand between 、 和 及 与, the first begins where no name goes on. */
export function findLists(view: TextView, knowledge: Knowledge, barriers?: ReadonlySet<number>): NameList[] {
  const lists: NameList[] = [];
  for (const match of view.text.matchAll(TAIL)) {
    const tail = match[1] ?? '';
    const company = COMPANY_NOUN.exec(tail);
    const project = PROJECT_NOUN.exec(tail);
    const noun = [company, project].filter((m) => m !== null).sort((a, b) => a.index - b.index)[0];
    if (!noun || /,/u.test(tail.slice(0, noun.index)) || NOT_NAMES.test(tail)) continue;
    if (noun.index > 18 && !/^[一\d]/u.test(tail)) continue;
    const items = splitItems(view, match.index, knowledge, barriers);
    if (items.length > 0)
      lists.push({ items, kind: noun === company ? 'company' : 'project', end: match.index });
  }
  return lists;
}

const SUM_IN_FRONT = /^.{0,12}?[\d.]{1,20}[万亿]{0,4}元的/u;

/** The items of a list that ends at `end`, from left to right; a sum in front (投资100亿元的) is no part of an item. */
export function splitItems(
  view: TextView,
  end: number,
  knowledge: Knowledge,
  barriers?: ReadonlySet<number>,
): Span[] {
  const items: Span[] = [];
  let to = end;
  for (let guard = 0; guard < 30 && to > 0; guard++) {
    let from = to;
    while (from > 0 && to - from < 40 && !/[、,。;:!?\n“”]/u.test(view.text[from - 1] ?? '')) from--;
    const separated = view.text[from - 1] === '、';
    const joint = separated ? -1 : lastJoint(view, from, to);
    if (joint > from) {
      items.unshift({ start: joint + 1, end: to });
      to = joint;
      continue;
    }
    const sum = SUM_IN_FRONT.exec(view.text.slice(from, to))?.[0].length ?? 0;
    if (separated && (sum > 0 || isWhole(view, from, to, knowledge))) {
      items.unshift({ start: from + sum, end: to });
      to = from - 1;
      continue;
    }
    const first = findNameStart(view, view.tokenAt(Math.max(to - 1, 0)), knowledge, {
      verbs: true,
      numbers: true,
      ...(barriers ? { barriers } : {}),
    });
    const start = Math.max(from + sum, view.tokens[first]?.start ?? from);
    if (to > start) items.unshift({ start, end: to });
    break;
  }
  return items;
}

function lastJoint(view: TextView, from: number, to: number): number {
  for (let i = to - 1; i > from; i--)
    if (/[和与及]/u.test(view.text[i] ?? '') && view.isBoundary(i) && view.isBoundary(i + 1)) return i;
  return -1;
}

/** Whether nothing inside an item says that the list began within it. */
function isWhole(view: TextView, from: number, to: number, knowledge: Knowledge): boolean {
  for (let i = view.tokenAt(from); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= to) break;
    if (
      knowledge.boundary.has(token.text) &&
      !knowledge.nameVerbs.has(token.text) &&
      (token.text.length > 1 || /[的在了是将把被由向]/u.test(token.text))
    )
      return false;
  }
  return to > from;
}

/** Runs of short items between 、, of whatever kind: 晨星、博远、海拓. The first and the last go as far as the clause does. */
export function findRuns(view: TextView): Span[][] {
  const runs: Span[][] = [];
  const { text } = view;
  let run: Span[] = [];
  for (let comma = text.indexOf('、'); comma >= 0; ) {
    if (run.length === 0) {
      let start = comma;
      while (start > 0 && comma - start < LONGEST_ITEM && !ENDS_RUN.test(text[start - 1] ?? '')) start--;
      run.push({ start, end: comma });
    }
    let end = comma + 1;
    while (end < text.length && end - comma <= LONGEST_ITEM && !ENDS_RUN.test(text[end] ?? '')) end++;
    run.push({ start: comma + 1, end });
    if (text[end] !== '、') {
      runs.push(run);
      run = [];
    }
    comma = text.indexOf('、', end);
  }
  return runs;
}

const LONGEST_ITEM = 20;
const ENDS_RUN = /[、,。;:!?\n“”()]/u;
