import type { Mention } from '../model/mention.ts';
import type { Knowledge } from './knowledge.ts';
import { findNameStart } from './name-start.ts';
import type { View } from './view.ts';

// What a zone's name ends in: from the surest to the least. Parks need more of a name than a zone of the state's kinds does.
const STATE =
  '(?:国家级?)?(?:(?:经济技术|高新技术产业|高新农业产业|高新技术|新技术|经济|循环经济|产业|旅游|台商投资|边境经济|跨境经济|农业|海洋|精细化工|化工)(?:合作|产业)?开发区|经开区|高新区|农开区|经济开发区|开发区|综合保税区|综保区|保税(?:港|物流|园)?区|出口加工区|自由贸易(?:试验|港)?区|自贸(?:试验)?区|自贸港|合作区|(?:经济|产业|临空经济|数字经济)?示范区|试验区|管理区|先行区|功能区|集聚区|产业带|经济区|化工区|工业区|高新园区|新区|新城|组团|片区)';
const PARK =
  '(?:工业|产业|科技|科技产业|高新|软件|物流|创业|创新|双创|孵化|化工|创意|文创|文化|生态|农业|数字|信息|制造|生物|医药|医药健康|健康|材料|商贸|贸易|合作|示范|光电|电子|智能|总部|数据|金融)?(?:产业|科技|工业|创新|物流)?(?:园区|园)(?![丁长林地艺明博内里中景外])|(?:科创|科技|科学|未来|产业|生物|航空|动漫|大学|教育|智慧|医药|药|软件|空港|数字|金融|商务|陶瓷|玉石|商贸)(?:新)?城|(?:经济|数字经济|科创|金融|智慧|软件|航运|数字)(?:港|湾)|硅谷|光谷|车谷|药谷|数谷|云谷|智谷|(?:科创|科技创新|产业创新|创新)(?:大)?走廊|(?:科创|智造|文旅|活力|商务|创新|核心|先导|启动|拓展)区';
const HEAD = new RegExp(`${STATE}|${PARK}`, 'gu');
const WEAK = /(?:示范区|试验区|先行区|功能区|集聚区|核心区|先导区|启动区|拓展区|片区|产业带|新城|城|港|湾)$/u;

/**
 * Find named zones and parks by what their names end in; what names nothing (产业园, 国家级高新区, 该区) is no zone.
 *
 * A chain such as 襄州经开区朱庄片区 gives each link, and the last one in its full form too.
 */
export function recogniseZones(view: View, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  for (const match of view.text.matchAll(HEAD)) {
    const headStart = match.index;
    const end = headStart + match[0].length;
    if (/^[的]?[省市县区]?(?:管理办法|条例|建设规划|试点)/u.test(view.text.slice(end, end + 6))) continue;
    const first = findNameStart(view, view.tokenAt(headStart), knowledge);
    let start = Math.min(view.tokens[first]?.start ?? headStart, headStart);
    const inner = found.findLast((zone) => zone.start >= start && zone.end <= headStart);
    const rest = inner ? view.text.slice(inner.end, headStart) : '';
    if (inner && isName(rest, match[0], knowledge)) {
      found.push(mention(view, start, end, 'zone/chain'));
      if (!/^[\p{Script=Han}]{0,1}$/u.test(rest)) found.push(mention(view, inner.end, end, 'zone/link'));
      continue;
    }
    start = skipPlaces(view, start, headStart, knowledge);
    const name = view.text.slice(start, headStart);
    if (!isName(name, match[0], knowledge)) continue;
    found.push(mention(view, start, end, WEAK.test(match[0]) ? 'zone/weak' : 'zone/class'));
  }
  return found.concat(gazetteer(view, knowledge, found));
}

function mention(view: View, start: number, end: number, rule: string): Mention {
  const confidence = rule === 'zone/weak' ? 0.75 : 0.9;
  return { start, end, type: 'Zone', form: view.text.slice(start, end), rule, confidence };
}

/** Of a chain of places in front (湖北襄阳襄州…) only the last belongs to the name. */
function skipPlaces(view: View, start: number, headStart: number, knowledge: Knowledge): number {
  let at = start;
  for (;;) {
    const token = view.tokens[view.tokenAt(at)];
    const next = view.tokens[view.tokenAt(token?.end ?? at)];
    if (!token || !next || next.start >= headStart || token.start !== at) return at;
    if (!knowledge.places.has(token.text) || !knowledge.places.has(next.text)) return at;
    at = next.start;
  }
}

/** Whether what stands before the class word names something: a place, or a word that is not generic. */
function isName(name: string, head: string, knowledge: Knowledge): boolean {
  const core = name.replace(/[·\s“”"'‘’]/gu, '').replace(/^(?:国家级|省级|市级|国家)/u, '');
  if (core.length === 0 || /^[\d.]+$/u.test(core)) return false;
  if (core.length === 1 && !/^[\p{Script=Han}]$/u.test(core)) return false;
  const rest = core.replace(knowledge.genericPattern, '').replace(/[的类型]/gu, '');
  if (rest.length === 0) return false;
  if (WEAK.test(head) && rest.length < 2 && !knowledge.places.has(core)) return false;
  return !knowledge.industries.has(core) || STRONG_PLACE.test(core);
}

const STRONG_PLACE = /[省市县区州]/u;

/** Names of the public lists, where no rule saw them. */
function gazetteer(view: View, knowledge: Knowledge, found: readonly Mention[]): Mention[] {
  const more: Mention[] = [];
  for (const token of view.tokens) {
    if (token.text.length < 2 || !knowledge.zones.has(token.text)) continue;
    if (found.some((zone) => zone.start <= token.start && token.end <= zone.end)) continue;
    more.push({
      start: token.start,
      end: token.end,
      type: 'Zone',
      form: token.text,
      rule: 'zone/list',
      confidence: 0.95,
    });
  }
  return more;
}
