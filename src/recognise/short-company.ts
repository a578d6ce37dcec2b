import type { Mention } from '../model/mention.ts';
import { isBrand } from './brand.ts';
import type { Knowledge } from './knowledge.ts';
import { findLists, type NameList } from './list.ts';
import { findNameStart } from './name-start.ts';
import type { View } from './view.ts';

const PROJECT_END =
  /(?:项目|工程|基地|中心|节点|生产线|总部|园|厂|厂房|学校|医院|大道|路|城|港|小镇|平台|[一二三四五六]期)$/u;

/** Find companies that carry no legal form: by the list they stand in, by a business word at their end, by the post of their head. */
export function recogniseShortCompanies(
  view: View,
  knowledge: Knowledge,
  taken: readonly Mention[],
): Mention[] {
  return [
    ...fromLists(view, knowledge, taken),
    ...fromMorphemes(view, knowledge),
    ...fromGazetteer(view, knowledge),
  ];
}

const company = (view: View, start: number, end: number, rule: string, confidence: number): Mention => ({
  start,
  end,
  type: 'Company',
  form: view.text.slice(start, end),
  rule,
  confidence,
});

function fromLists(view: View, knowledge: Knowledge, taken: readonly Mention[]): Mention[] {
  return findLists(view, knowledge).flatMap((list: NameList) => {
    const items = list.items.map((item) => trim(view, item.start, item.end, knowledge));
    const names = items.filter(({ start, end }) => isCompanyItem(view, start, end, knowledge, taken));
    if (names.length * 2 < items.length) return [];
    if (list.kind === 'project' && names.every(({ start, end }) => !isBrand(view, start, end, knowledge)))
      return [];
    return names.map(({ start, end }) =>
      company(view, start, end, 'company/list', list.kind === 'company' ? 0.88 : 0.75),
    );
  });
}

function trim(view: View, start: number, end: number, knowledge: Knowledge): { start: number; end: number } {
  let i = view.tokenAt(start);
  let from = start;
  for (
    let token = view.tokens[i];
    token && token.end < end && knowledge.descriptors.has(token.text);
    token = view.tokens[++i]
  ) {
    from = token.end;
  }
  return { start: from, end };
}

function isCompanyItem(
  view: View,
  start: number,
  end: number,
  knowledge: Knowledge,
  taken: readonly Mention[],
): boolean {
  const form = view.text.slice(start, end);
  if (form.length < 2 || form.length > 14 || !/^[\p{Script=Han}A-Za-z0-9·()]+$/u.test(form)) return false;
  if (knowledge.places.has(form) || knowledge.industries.has(form) || knowledge.generic.has(form))
    return false;
  if (
    PROJECT_END.test(form) ||
    /(?:产业|行业|技术|产品|设备|领域|企业|公司|研究院|大学|学院|协会)$/u.test(form)
  )
    return false;
  if (taken.some((m) => m.type !== 'Company' && m.type !== 'Place' && m.start < end && start < m.end))
    return false;
  const token = view.tokens[view.tokenAt(start)];
  const single = token !== undefined && token.start === start && token.end === end;
  if (single)
    return knowledge.companies.has(form) || !/^(?:n|v|vn|a|b|d|i|l|t|s|f|ns|r|m|vd|ad|an)$/u.test(token.pos);
  return isBrand(view, start, end, knowledge) || endsInMorpheme(view, end, knowledge);
}

function endsInMorpheme(view: View, end: number, knowledge: Knowledge): boolean {
  const token = view.tokens[view.tokenAt(end - 1)];
  return token !== undefined && knowledge.morphemes.has(token.text);
}

function fromMorphemes(view: View, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  view.tokens.forEach((token, i) => {
    if (!knowledge.morphemes.has(token.text)) return;
    const next = view.tokens[i + 1];
    if (next && !canFollow(next.text, next.pos, knowledge)) return;
    const first = findNameStart(view, i, knowledge);
    const start = view.tokens[first]?.start ?? token.start;
    const length = token.end - start;
    if (length < 4 || length > 10 || !isBrand(view, start, token.start, knowledge)) return;
    if (/^[该本某各贵我此这那两三多几全]/u.test(view.text.slice(start, token.end))) return;
    found.push(company(view, start, token.end, 'company/business-word', 0.7));
  });
  return found;
}

const TITLE_AHEAD =
  /^(?:董事|总经理|副总|总裁|副总裁|首席|创始人|负责人|执行|行政|总监|CEO|党委|监事|法定|项目)/u;

/** Whether a name may end before this word: punctuation, a verb, a particle, or a post. */
function canFollow(text: string, pos: string, knowledge: Knowledge): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (TITLE_AHEAD.test(text)) return true;
  if (knowledge.boundary.has(text)) return true;
  return (
    /^(?:v|p|c|u|d|r|f|t|m|ad|vd)/u.test(pos) &&
    !knowledge.morphemes.has(text) &&
    !knowledge.nameVerbs.has(text)
  );
}

function fromGazetteer(view: View, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const { tokens } = view;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    let form = token.text;
    let best = knowledge.companies.has(form) && form.length > 1 ? token.end : -1;
    for (let j = i + 1; j < i + 4 && j < tokens.length; j++) {
      form += tokens[j]?.text ?? '';
      if (form.length > 8) break;
      if (knowledge.companies.has(form)) best = tokens[j]?.end ?? best;
    }
    if (best > 0) found.push(company(view, token.start, best, 'company/known', 0.85));
  }
  return found;
}
