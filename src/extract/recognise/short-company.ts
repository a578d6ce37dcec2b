import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { SpanIndex } from '../../model/span-index.ts';
import { PHASE } from '../../names/phase.ts';
import { leadsCompany, startsTitle } from '../../names/title.ts';
import { isBrand } from './brand.ts';
import { findCompanyStart, partOf } from './company-start.ts';
import { findLists, type NameList } from './list.ts';
import type { TextView } from './text-view.ts';

const PROJECT_END = new RegExp(
  `(?:项目|工程|基地|中心|节点|生产线|总部|园|厂|厂房|学校|医院|大道|路|城|港|小镇|平台|${PHASE})$`,
  'u',
);

/** Find companies that carry no legal form: by the list they stand in, by a business word at their end, by the post of their head. */
export function recogniseShortCompanies(
  view: TextView,
  knowledge: Knowledge,
  taken: readonly Mention[],
): Mention[] {
  return [
    ...fromLists(view, knowledge, taken),
    ...fromMorphemes(view, knowledge),
    ...fromGazetteer(view, knowledge),
  ];
}

const company = (view: TextView, start: number, end: number, rule: string, confidence: number): Mention => ({
  start,
  end,
  type: 'Company',
  form: view.text.slice(start, end),
  rule,
  confidence,
});

function fromLists(view: TextView, knowledge: Knowledge, others: readonly Mention[]): Mention[] {
  const taken = new SpanIndex(others);
  return findLists(view, knowledge).flatMap((list: NameList) => {
    const items = list.items.map((item) => trim(view, item.start, item.end, knowledge));
    const plausible = items.filter(({ start, end }) => mayBeItem(view, start, end, knowledge, taken));
    const sure = plausible.filter(({ start, end }) => isCompanyItem(view, start, end, knowledge));
    const names = sure.length * 2 >= items.length ? plausible : sure;
    if (names.length * 2 < items.length) return [];
    if (list.kind === 'project' && names.every(({ start, end }) => !isBrand(view, start, end, knowledge)))
      return [];
    return names.map(({ start, end }) =>
      company(view, start, end, 'company/list', list.kind === 'company' ? 0.88 : 0.75),
    );
  });
}

function trim(
  view: TextView,
  start: number,
  end: number,
  knowledge: Knowledge,
): { start: number; end: number } {
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

/** Whether an item has the shape of a name and is not known as something else. */
function mayBeItem(
  view: TextView,
  start: number,
  end: number,
  knowledge: Knowledge,
  taken: SpanIndex<Mention>,
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
  return !taken.touching(start, end).some((m) => m.type !== 'Company' && m.type !== 'Place');
}

function isCompanyItem(view: TextView, start: number, end: number, knowledge: Knowledge): boolean {
  const form = view.text.slice(start, end);
  const token = view.tokens[view.tokenAt(start)];
  const single = token !== undefined && token.start === start && token.end === end;
  if (single)
    return knowledge.companies.has(form) || !/^(?:n|v|vn|a|b|d|i|l|t|s|f|ns|r|m|vd|ad|an)$/u.test(token.pos);
  return isBrand(view, start, end, knowledge) || endsInMorpheme(view, end, knowledge);
}

function endsInMorpheme(view: TextView, end: number, knowledge: Knowledge): boolean {
  const token = view.tokens[view.tokenAt(end - 1)];
  return token !== undefined && knowledge.morphemes.has(token.text);
}

/** BRAND + business word, such as 博远科技: the brand right in front, unknown to the dictionary, a place before it if there is one. */
function fromMorphemes(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const { tokens } = view;
  tokens.forEach((token, i) => {
    if (!knowledge.morphemes.has(token.text) || LOOSE.test(token.text)) return;
    const next = tokens[i + 1];
    if (next && !canFollow(next.text, next.pos, knowledge)) return;
    let first = i;
    while (
      i - first < 2 &&
      knowledge.morphemes.has(tokens[first - 1]?.text ?? '') &&
      (tokens[first - 1]?.text.length ?? 0) > 1
    )
      first--;
    const brand = brandBefore(view, first, knowledge);
    if (brand < 0) return;
    const before = tokens[brand - 1];
    const start =
      (before && knowledge.places.has(before.text) ? before : tokens[brand])?.start ?? token.start;
    if (token.end - start > 10) return;
    found.push(company(view, start, token.end, 'company/business-word', 0.72));
  });
  return found;
}

// Business words that as often end an ordinary phrase: they need more than an unknown word in front.
const LOOSE =
  /^(?:材料|投资|技术|产业|制造|服务|管理|建设|发展|开发|工程|设计|能源|设备|系统|产品|市场|金融|文化|教育|信息|网络|平台|数据|国际|工业|农业|加工|贸易|基金|运输|项目|中心|基地|研究院|实业)$/u;

/** The first token of the brand that ends before token `end`: an unknown word, or two or three single characters; -1 if none. */
function brandBefore(view: TextView, end: number, knowledge: Knowledge): number {
  const { tokens } = view;
  const last = tokens[end - 1];
  if (last === undefined || partOf(last, knowledge) !== 'brand') return -1;
  if (last.text.length > 1) return end - 1;
  let first = end - 1;
  while (end - first < 3) {
    const token = tokens[first - 1];
    if (token?.text.length !== 1 || partOf(token, knowledge) !== 'brand') break;
    first--;
  }
  return end - first >= 2 ? first : -1;
}

/** A name in front of a company's post and a person: 晨星光纤总裁李明. */
export function fromPosts(
  view: TextView,
  knowledge: Knowledge,
  people: readonly Mention[],
  taken: readonly Mention[],
): Mention[] {
  const companies = new SpanIndex(taken.filter((m) => m.type === 'Company'));
  return people.flatMap((person): Mention[] => {
    const at = person.titleSpan?.start;
    if (at === undefined || person.title === undefined || !leadsCompany(person.title)) return [];
    if (companies.touching(at - 9, at).some((m) => m.end <= at)) return [];
    const start = findCompanyStart(view, at, knowledge);
    const length = at - start;
    if (
      length < 2 ||
      length > 12 ||
      /(?:公司|企业|集团|单位|项目|部|板块)$/u.test(view.text.slice(start, at))
    )
      return [];
    return [company(view, start, at, 'company/post', 0.8)];
  });
}

/** Whether a name may end before this word: punctuation, a verb, a particle, or a post. */
function canFollow(text: string, pos: string, knowledge: Knowledge): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (startsTitle(text)) return true;
  if (knowledge.boundary.has(text)) return true;
  return (
    /^(?:v|p|c|u|d|r|f|t|m|ad|vd)/u.test(pos) &&
    !knowledge.morphemes.has(text) &&
    !knowledge.nameVerbs.has(text)
  );
}

function fromGazetteer(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const { tokens } = view;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    let form = token.text;
    if (!knowledge.companyBeginnings.has(form)) continue;
    let best = knowledge.companies.has(form) && form.length > 1 ? token.end : -1;
    for (let j = i + 1; j < i + 4 && j < tokens.length; j++) {
      form += tokens[j]?.text ?? '';
      if (!knowledge.companyBeginnings.has(form)) break;
      if (knowledge.companies.has(form)) best = tokens[j]?.end ?? best;
    }
    if (best > 0) found.push(company(view, token.start, best, 'company/known', 0.85));
  }
  return found;
}
