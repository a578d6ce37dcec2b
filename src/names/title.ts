import { normaliseForm } from './normalise.ts';
import { ZONE_SELF } from './zone.ts';

const RANK =
  '(?:原|前|时任|现任|名誉|常务|党委|党组|党工委|党支部|执行|高级|资深|首席|联席|第一|轮值|代|挂职|专职|项目|现场|行政|技术|生产|市场|销售|财务|人事|办公室|工会)?(?:副|助理|总|首席)?';

/** Posts of some words, each with its rank in front: 原党委副书记, 首席技术总监. The longer word counts. */
export function titlePattern(words: Iterable<string>): RegExp {
  const alternatives = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
  return new RegExp(`${RANK}(?:${alternatives})(?:助理)?`, 'gu');
}

const OF_COMPANY =
  /董事|经理|总裁|总监|首席[\p{Script=Han}]{0,8}官|C[EFOT]O|创始人|合伙人|厂长|车间|行长|掌门人|法定代表人|法人|店长|会长|理事|股东/u;

/** Whether a title is held in a firm, a chamber or an association, whatever body stands in front. */
export function isCompanyTitle(title: string): boolean {
  return OF_COMPANY.test(title);
}

/** Whether a title is one of government, party or the like when nothing else tells; `words` are the posts there. */
export function isGovernmentTitle(title: string, words: Iterable<string>): boolean {
  return !isCompanyTitle(title) && [...words].some((word) => title.endsWith(word));
}

const LEADS_COMPANY = /董事|总经理|总裁|CEO|创始人|合伙人|首席|总监|经理/u;

/** Whether a title is one that leads a firm, so that what stands in front is the firm's name. */
export function leadsCompany(title: string): boolean {
  return LEADS_COMPANY.test(title);
}

const STARTS = /^(?:董事|总经理|副总|总裁|副总裁|首席|创始人|负责人|执行|行政|总监|CEO|党委|监事|法定|项目)/u;

/** Whether a word begins a post of a firm, so that a firm's name may end before it. */
export function startsTitle(word: string): boolean {
  return STARTS.test(word);
}

/** Whose post a title is by its first word: 副市长, 县委书记, 园区主任. */
export type TitleLevel = 'province' | 'city' | 'county' | 'district' | 'zone';

const LEVELS: readonly (readonly [TitleLevel, RegExp])[] = [
  ['zone', new RegExp(`^(?:新区|${ZONE_SELF})`, 'u')],
  ['province', /^(?:副)?省|^自治区/u],
  ['city', /^(?:副)?市/u],
  ['county', /^(?:副)?县/u],
  ['district', /^(?:副)?区/u],
];

/** Whose post a title is, where its first word tells: 市委书记 is one of a city. */
export function levelOfTitle(title: string): TitleLevel | undefined {
  return LEVELS.find(([, pattern]) => pattern.test(title))?.[0];
}

const FORMER = /^(?:原|前|时任|现任|拟任|候任|历任|新任)/u;

/** The posts of a title one by one, without what tells when they were held: 原市委常委、副市长 is 市委常委 and 副市长. */
export function titlesOf(title: string): string[] {
  return normaliseForm(title)
    .split(/[、,;兼和及]/u)
    .map((one) => one.replace(FORMER, ''))
    .filter((one) => one.length > 0);
}
