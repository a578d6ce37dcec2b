import { ZONE_SELF } from './zone.ts';

const CLASS_WORD = new RegExp(
  `(?:${ZONE_SELF}|产业|企业|项目|公司|基地|行业|领域|板块|集群)$|^(?:新区|规上|产线|链上|双碳|碳达峰|云计算|大数据|物联网|人工智能|总投|专电)$`,
  'u',
);

/** Whether a word is a class word of this kind of news, though a dictionary may not know it or take it for a name. */
export function isClassWord(word: string): boolean {
  return CLASS_WORD.test(word);
}
