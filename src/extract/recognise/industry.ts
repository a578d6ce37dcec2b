import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { stemOfIndustry } from '../../names/industry.ts';
import { splitItems } from './list.ts';
import type { TextView } from './text-view.ts';

const HEAD =
  /(?:等)?(?:[一二三四五六七八九十\d]{0,8}(?:大|个|条)?(?:[千百万]亿级|重点|主导|支柱|特色|优势|新兴|未来|战略性新兴){0,4})?(?:产业(?!园|化|基地|链长|工人|发展基金|项目|投资|大军|开发区|新城|城|带)(?:链|集群)?|行业|赛道)/gu;
const CLASSES =
  /^(?:战略性?新兴|高新技术|先进制造|传统|主导|支柱|优势|特色|新兴|未来|相关|重点|上下游|配套|全|各|该|本|多|高端|现代|工业|制造|龙头|链主|第[一二三]|一二三|实体|文化创意产|区域|本地|当地|全球|国内|市场)(?:业|型)?$/u;

/** Find industries that the text calls one: what stands before 产业, 产业链, 产业集群, 行业, alone or as a list. */
export function recogniseIndustries(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  for (const match of view.text.matchAll(HEAD)) {
    for (const { start, end } of splitItems(view, match.index, knowledge)) {
      const from = trimFront(view, start, end, knowledge);
      const form = stemOfIndustry(view.text.slice(from, end));
      if (form.length < 2 || form.length > 12 || CLASSES.test(form) || /[\d“”"'‘’()]/u.test(form)) continue;
      if (knowledge.places.has(form) || knowledge.generic.has(form)) continue;
      found.push({
        start: from,
        end: from + form.length,
        type: 'Industry',
        form,
        rule: 'industry/class-word',
        confidence: knowledge.industries.has(form) ? 0.85 : 0.65,
      });
    }
  }
  return found;
}

function trimFront(view: TextView, start: number, end: number, knowledge: Knowledge): number {
  let at = start;
  for (let i = view.tokenAt(start); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.end >= end) break;
    const leads =
      knowledge.descriptors.has(token.text) ||
      knowledge.places.has(token.text) ||
      (/^(?:v|d|p|r|m|q|u|c)/u.test(token.pos) && !knowledge.nameVerbs.has(token.text));
    if (!leads) break;
    at = token.end;
  }
  return at;
}
