import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { SpanIndex } from '../../model/span-index.ts';
import { BANK, FULL_COMPANY, SHORT_COMPANY } from '../../names/company.ts';
import { isBrand } from './brand.ts';
import { findCompanyStart } from './company-start.ts';
import type { TextView } from './text-view.ts';

/** Find companies by legal form: full names, groups, …公司, banks. What picks out no one (上市公司, 保险公司) is none. */
export function recogniseLegalCompanies(
  view: TextView,
  knowledge: Knowledge,
  barriers: ReadonlySet<number>,
): Mention[] {
  const found: Mention[] = [];
  const taken = new SpanIndex<Mention>();
  const add = (match: RegExpMatchArray & { index: number }, rule: string, confidence: number): void => {
    const end = match.index + match[0].length;
    if (taken.touching(match.index, end).length > 0) return;
    const from = findCompanyStart(view, match.index, knowledge, barriers);
    const name = view.text.slice(from, match.index);
    if (!namesOne(view, from, match.index, rule, knowledge)) return;
    const mention: Mention = { start: from, end, type: 'Company', form: name + match[0], rule, confidence };
    found.push(mention);
    taken.add(mention);
  };
  for (const match of view.text.matchAll(FULL_COMPANY)) add(match, 'company/legal-form', 0.97);
  for (const match of view.text.matchAll(SHORT_COMPANY)) add(match, 'company/class-word', 0.9);
  for (const match of view.text.matchAll(BANK)) add(match, 'company/bank', 0.85);
  return found;
}

function namesOne(
  view: TextView,
  start: number,
  headStart: number,
  rule: string,
  knowledge: Knowledge,
): boolean {
  if (headStart - start < 2) return false;
  const core = view.text.slice(start, headStart);
  if (/^[该本某各贵我此这那两三多几全]/u.test(core)) return false;
  if (knowledge.generic.has(core) || knowledge.places.has(core)) return false;
  if (rule === 'company/legal-form' || knowledge.companies.has(core)) return true;
  return isBrand(view, start, headStart, knowledge) || !isClassOf(view, start, headStart, knowledge);
}

/** Whether only class words stand there: 汽车集团, 国有投资公司. */
function isClassOf(view: TextView, start: number, end: number, knowledge: Knowledge): boolean {
  for (let i = view.tokenAt(start); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= end) break;
    const { text } = token;
    const known =
      knowledge.morphemes.has(text) ||
      knowledge.generic.has(text) ||
      knowledge.industries.has(text) ||
      knowledge.places.has(text);
    if (
      !known &&
      !knowledge.nameVerbs.has(text) &&
      !/^(?:国有|民营|上市|外资|外贸|跨国|平台|运营|母|子|区属|市属|省属|母子|总|分|股份|合资|大型|中介|劳务|物业|家政|快递|房产|房地产|经纪|租车|外包|咨询|建筑|施工|监理|航空|航运|石油|石化|电力|电网|自来水|公交|燃气|供水|通信|电信|软件|互联网|游戏|动漫|影视|广告|旅行|食品|服装|玩具|制药|医药|烟草|粮油|酒|钢铁|煤炭|化工|汽车|造船|军工|投资|小额|融资|担保|再保险|初创)$/u.test(
        text,
      )
    )
      return false;
  }
  return true;
}
