import type { Knowledge } from './knowledge.ts';
import type { View } from './view.ts';

/**
 * Whether a stretch holds a word that picks something out: an unknown word, a proper name, a letter word, or single characters
 * that the dictionary could not join. Ordinary nouns and places alone do not.
 */
export function isBrand(view: View, start: number, end: number, knowledge: Knowledge): boolean {
  let singles = 0;
  for (let i = view.tokenAt(start); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= end) break;
    const { text, pos } = token;
    if (!/[\p{L}]/u.test(text)) continue;
    if (knowledge.companies.has(text)) return true;
    if (knowledge.places.has(text)) {
      singles = 0;
      continue;
    }
    if (knowledge.generic.has(text) || knowledge.morphemes.has(text) || knowledge.industries.has(text)) {
      singles = 0;
      continue;
    }
    if (text.length === 1) {
      if (++singles >= 2) return true;
      continue;
    }
    singles = 0;
    if (/^(?:x|nz|nr|nrt|nrfg|nt|eng)$/u.test(pos) && !COMMON.test(text)) return true;
  }
  return false;
}

// Words that jieba does not know or takes for names though they are class words of this kind of news.
const COMMON =
  /(?:开发区|高新区|经开区|产业|园区|企业|项目|公司|基地|行业|领域|板块|集群)$|^(?:新区|规上|产线|链上|双碳|碳达峰|云计算|大数据|物联网|人工智能)$/u;
