import type { Span } from '../model/span.ts';
import type { Knowledge } from './knowledge.ts';
import { findNameStart } from './name-start.ts';
import type { View } from './view.ts';

/** Names that the text counts up as one kind: 美团、腾讯等龙头企业. `kind` is what the class noun makes of them. */
export interface NameList {
  readonly items: readonly Span[];
  readonly kind: 'company' | 'project';
  readonly end: number;
}

const COMPANY_NOUN =
  /企业|公司|厂商|车企|药企|央企|国企|民企|外企|房企|巨头|客商|品牌商|开发商|运营商|供应商|投资机构|金融机构|机构|资本|商家|参建单位|大厂|龙头/u;
const PROJECT_NOUN = /项目|工程/u;
const TAIL = /等(?=([^。;!?\n等]{0,34}))/gu;

/** Find lists that end in 等 + a class noun; items stand between 、 和 及 与, the first begins where no name goes on. */
export function findLists(view: View, knowledge: Knowledge): NameList[] {
  const lists: NameList[] = [];
  for (const match of view.text.matchAll(TAIL)) {
    const tail = match[1] ?? '';
    const company = COMPANY_NOUN.exec(tail);
    const project = PROJECT_NOUN.exec(tail);
    const noun = [company, project].filter((m) => m !== null).sort((a, b) => a.index - b.index)[0];
    if (
      !noun ||
      /[,]/u.test(tail.slice(0, noun.index)) ||
      /(?:方面|情况|问题|工作|领域|产业|行业|设备|产品|服务|技术|城市|地区)/u.test(tail.slice(0, noun.index))
    )
      continue;
    if (noun.index > 18 && !/^[一\d]/u.test(tail)) continue;
    const items = splitItems(view, match.index, knowledge);
    if (items.length > 0)
      lists.push({ items, kind: noun === company ? 'company' : 'project', end: match.index });
  }
  return lists;
}

/** The items of a list that ends at `end`, from left to right. */
export function splitItems(view: View, end: number, knowledge: Knowledge): Span[] {
  const items: Span[] = [];
  let to = end;
  for (let guard = 0; guard < 30; guard++) {
    let from = to;
    while (from > 0 && to - from < 40 && !/[、,。;:!?\n“”()]/u.test(view.text[from - 1] ?? '')) from--;
    const separated = view.text[from - 1] === '、';
    const joint = separated ? -1 : lastJoint(view, from, to);
    if (joint > from) {
      items.unshift({ start: joint + 1, end: to });
      to = joint;
      continue;
    }
    if (separated && isWhole(view, from, to, knowledge)) {
      items.unshift({ start: from, end: to });
      to = from - 1;
      continue;
    }
    const first = findNameStart(view, view.tokenAt(Math.max(to - 1, 0)), knowledge, {
      verbs: true,
      numbers: true,
    });
    const start = Math.max(from, view.tokens[first]?.start ?? from);
    if (to > start) items.unshift({ start, end: to });
    break;
  }
  return items;
}

function lastJoint(view: View, from: number, to: number): number {
  for (let i = to - 1; i > from; i--)
    if (/[和与及]/u.test(view.text[i] ?? '') && view.isBoundary(i) && view.isBoundary(i + 1)) return i;
  return -1;
}

/** Whether nothing inside an item says that the list began within it. */
function isWhole(view: View, from: number, to: number, knowledge: Knowledge): boolean {
  for (let i = view.tokenAt(from); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= to) break;
    if (knowledge.boundary.has(token.text) && !knowledge.nameVerbs.has(token.text)) return false;
  }
  return to > from;
}
