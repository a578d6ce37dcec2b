import type { Mention } from '../model/mention.ts';
import { isBrand } from './brand.ts';
import type { Knowledge } from './knowledge.ts';
import { findNameStart } from './name-start.ts';
import type { View } from './view.ts';

const LEGAL =
  '(?:(?:控股|实业|投资|科技|产业|企业|国际|股份)?集团)?(?:控股|实业|投资|发展|科技)?(?:集团)?(?:股份)?(?:有限(?:责任)?公司|股份公司|总公司|合伙企业(?:\\(有限合伙\\))?)';
const BRANCH =
  '(?:[\\p{Script=Han}()]{2,8}?(?:分公司|子公司|分部|分行|分院|办事处|分厂)|(?:东北|华东|华南|华北|华中|西南|西北|中国)公司)?';
const FULL = new RegExp(`${LEGAL}${BRANCH}`, 'gu');
const SHORT =
  /(?:集团|(?<!有限|责任|总|分|子|股份)公司(?!债|法|治理|化|制|章程))(?:[\p{Script=Han}]{2,4}?(?:分公司|分部))?/gu;
const BANK = /(?:商业银行|农商行|银行|证券|保险|人寿|信托)(?=[\p{Script=Han}]{0,6}(?:分行|支行)?)/gu;

/** Find companies by legal form: full names, groups, …公司, banks. What picks out no one (上市公司, 保险公司) is none. */
export function recogniseLegalCompanies(view: View, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const add = (match: RegExpMatchArray & { index: number }, rule: string, confidence: number): void => {
    const end = match.index + match[0].length;
    if (found.some((m) => m.start < end && match.index < m.end)) return;
    const head = view.tokenAt(match.index);
    const first = findNameStart(view, head, knowledge);
    const start = Math.min(view.tokens[first]?.start ?? match.index, match.index);
    const from = trimPlaces(view, start, match.index, knowledge);
    const name = view.text.slice(from, match.index);
    if (!namesOne(view, from, match.index, rule, knowledge)) return;
    found.push({ start: from, end, type: 'Company', form: name + match[0], rule, confidence });
  };
  for (const match of view.text.matchAll(FULL)) add(match, 'company/legal-form', 0.97);
  for (const match of view.text.matchAll(SHORT)) add(match, 'company/class-word', 0.9);
  for (const match of view.text.matchAll(BANK)) add(match, 'company/bank', 0.85);
  return found;
}

/** A run of two provinces or cities in front (湖北武汉…) is an address, unless the second is the brand. */
function trimPlaces(view: View, start: number, headStart: number, knowledge: Knowledge): number {
  let at = start;
  for (;;) {
    const token = view.tokens[view.tokenAt(at)];
    const next = view.tokens[view.tokenAt(token?.end ?? at)];
    if (!token || !next || next.end >= headStart) return at;
    if (!knowledge.places.has(token.text) || !knowledge.places.has(next.text)) return at;
    at = next.start;
  }
}

function namesOne(view: View, start: number, headStart: number, rule: string, knowledge: Knowledge): boolean {
  if (headStart - start < 2) return false;
  const core = view.text.slice(start, headStart);
  if (/^[该本某各贵我此这那两三多几全]/u.test(core)) return false;
  if (rule === 'company/legal-form') return !knowledge.generic.has(core);
  return isBrand(view, start, headStart, knowledge) || knowledge.companies.has(core);
}
