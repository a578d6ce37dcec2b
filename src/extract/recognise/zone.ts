import type { Mention } from '../../model/mention.ts';
import { contains } from '../../model/span.ts';
import { SpanIndex } from '../../model/span-index.ts';
import type { Knowledge } from './knowledge.ts';
import { findNameStart } from './name-start.ts';
import type { View } from './view.ts';

// What a zone's name ends in: the kinds of the state, then parks, which need more of a name.
const STATE =
  '(?:国家级?)?(?:(?:经济技术|高新技术产业|高新技术|新技术产业|新技术|经济|循环经济|产业|旅游|台商投资|边境经济|跨境经济|农业|海洋|精细化工|化工|能源化工)(?:合作|产业)?开发区|经开区|高新区|农开区|经济开发区|开发区|综合保税区|综保区|保税(?:港|物流|园)?区|出口加工区|自由贸易(?:试验|港)?区|自贸(?:试验)?区|自贸港|合作区|(?:(?:临空|数字|海洋|循环)?经济|产业)?示范区|试验区|管理区|先行区|功能区|集聚区|经济区|(?:能源)?化工区|工业区|高新园区|新区|新城|组团(?![来赴到参考前出])|片区)';
const FIELD =
  '(?:产业|工业|科技|高新|软件|物流|创业|创新|协同创新|双创|孵化|化工|盐化工|石化|创意|文创|文旅|生态|农业|数字|数字经济|信息|制造|智造|生物|生物医药|医药|健康|医疗器械|材料|新材料|商贸|贸易|合作|示范|光电|光电子|电子|智能|总部|数据|大数据|金融|电商|跨境电商|人力资源服务|综合|留学生|大学|食品|智创|科创|装备|低碳|航空|汽车|铁路|创客)';
const PARK = `${FIELD}{1,3}(?:产业|科技|工业|创新)?(?:园区|园)|(?:科创|科技|科学|未来|产业|生物|航空|动漫|大学|教育|智慧|医药|软件|空港|数字|商务|陶瓷)新?城|生物城|健康城|(?:数字经济|科创|智慧|软件)港|硅谷|(?:科创|科技创新|产业创新|创新)大?走廊|(?:科创|核心|先导)区|产业基地`;
export const ZONE_HEAD = new RegExp(`${STATE}|${PARK}`, 'gu');
const WEAK = /(?:示范区|试验区|先行区|功能区|集聚区|核心区|先导区|科创区|片区|城|港|基地)$/u;

/**
 * Find named zones and parks by what their names end in; what names nothing (产业园, 国家级高新区, 该区) is no zone.
 *
 * A chain such as 云岭经开区北湖片区 gives each link, and the last one in its full form too.
 */
export function recogniseZones(view: View, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const seen = new SpanIndex<Mention>();
  const add = (zone: Mention): void => {
    found.push(zone);
    seen.add(zone);
  };
  for (const match of view.text.matchAll(ZONE_HEAD)) {
    const headStart = match.index;
    const end = headStart + match[0].length;
    if (
      /^(?:管理办法|条例|项目|工程|建设项目)/u.test(view.text.slice(end, end + 4)) &&
      !isStateKind(match[0])
    )
      continue;
    const head = view.tokenAt(headStart);
    const first = findNameStart(view, head, knowledge);
    const walked = Math.min(view.tokens[first]?.start ?? headStart, headStart);
    const inner = seen
      .touching(walked, headStart)
      .findLast((zone) => zone.start >= walked && zone.end <= headStart);
    if (inner && isName(view.text.slice(inner.end, headStart), match[0], knowledge)) {
      add(mention(view, inner.start, end, 'zone/chain'));
      if (headStart - inner.end >= 2) add(mention(view, inner.end, end, 'zone/link'));
      continue;
    }
    const start = nameStart(view, walked, headStart, knowledge);
    if (!isName(view.text.slice(start, headStart), match[0], knowledge)) continue;
    add(mention(view, start, end, WEAK.test(match[0]) ? 'zone/weak' : 'zone/class'));
  }
  return found.concat(gazetteer(view, knowledge, seen));
}

function isStateKind(head: string): boolean {
  return /(?:开发区|高新区|经开区|新区|组团|保税区|自贸区)$/u.test(head);
}

function mention(view: View, start: number, end: number, rule: string): Mention {
  const confidence = rule === 'zone/weak' ? 0.75 : 0.9;
  return { start, end, type: 'Zone', form: view.text.slice(start, end), rule, confidence };
}

/**
 * Where the name begins within [from, headStart): at the last place that stands there, with no other place right before it;
 * without a place, after the verbs and generic words in front.
 */
function nameStart(view: View, from: number, headStart: number, knowledge: Knowledge): number {
  for (let at = headStart - 2; at >= from; at--) {
    const length = [4, 3, 2].find(
      (n) => at + n <= headStart && knowledge.places.has(view.text.slice(at, at + n)),
    );
    if (length === undefined || (!view.isBoundary(at) && at - from > 1)) continue;
    const before = [4, 3, 2].find(
      (n) => at - n >= from && knowledge.places.has(view.text.slice(at - n, at)) && view.isBoundary(at - n),
    );
    const attached = before !== undefined && at + length === headStart ? at - before : at;
    return view.text[at - 1] === '(' || view.text[attached - 1] === '('
      ? Math.max(from, attached - 3)
      : attached;
  }
  let at = from;
  for (let i = view.tokenAt(from); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.end >= headStart) break;
    const leads =
      /^(?:v|vn|d|ad|a|b|m|q|f|i|l|p)$/u.test(token.pos) ||
      knowledge.descriptors.has(token.text) ||
      /(?:性|化|级|型|量)$/u.test(token.text);
    if (!leads || (token.text.length === 1 && token.pos !== 'p')) break;
    at = token.end;
  }
  return at;
}

/** Whether what stands before the class word names something: a place, or a word that is not generic. */
function isName(name: string, head: string, knowledge: Knowledge): boolean {
  const core = name.replace(/[·\s“”"'‘’]/gu, '').replace(/^(?:国家级|省级|市级|国家)/u, '');
  if (core.length === 0 || /^[\d.]+$/u.test(core)) return false;
  if (core.length === 1 && !/^[\p{Script=Han}]$/u.test(core)) return false;
  if (/^[该本某各贵我此这那两三几全所]/u.test(core)) return false;
  const rest = core.replace(knowledge.genericPattern, '').replace(/[的类型]/gu, '');
  if (rest.length === 0 || (rest.length === 1 && core.length > 1 && !/[\p{Script=Han}]/u.test(rest)))
    return false;
  if (WEAK.test(head) && rest.length < 2 && !knowledge.places.has(core)) return false;
  return !knowledge.industries.has(core) || !WEAK.test(head);
}

/** Names of the public lists, where no rule saw them. */
function gazetteer(view: View, knowledge: Knowledge, seen: SpanIndex<Mention>): Mention[] {
  const more: Mention[] = [];
  for (const token of view.tokens) {
    if (token.text.length < 2 || !knowledge.zones.has(token.text)) continue;
    if (seen.touching(token.start, token.end).some((zone) => contains(zone, token))) continue;
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
