import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { contains } from '../../model/span.ts';
import { SpanIndex } from '../../model/span-index.ts';
import { isFirmHead, isWeakHead, ZONE_HEAD } from '../../names/zone-head.ts';
import { findNameStart } from './name-start.ts';
import type { TextView } from './text-view.ts';

/**
 * Find named zones and parks by what their names end in; what names nothing (产业园, 国家级高新区, 该区) is no zone.
 *
 * A chain such as 云岭经开区北湖片区 gives each link, and the last one in its full form too.
 */
export function recogniseZones(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const seen = new SpanIndex<Mention>();
  const add = (zone: Mention): void => {
    found.push(zone);
    seen.add(zone);
  };
  for (const match of view.text.matchAll(ZONE_HEAD)) {
    const headStart = match.index;
    const end = headStart + match[0].length;
    if (/^(?:管理办法|条例|项目|工程|建设项目)/u.test(view.text.slice(end, end + 4)) && !isFirmHead(match[0]))
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
    add(mention(view, start, end, isWeakHead(match[0]) ? 'zone/weak' : 'zone/class'));
  }
  return found.concat(gazetteer(view, knowledge, seen));
}

function mention(view: TextView, start: number, end: number, rule: string): Mention {
  const confidence = rule === 'zone/weak' ? 0.75 : 0.9;
  return { start, end, type: 'Zone', form: view.text.slice(start, end), rule, confidence };
}

/**
 * Where the name begins within [from, headStart): at the last place that stands there, with no other place right before it;
 * without a place, after the verbs and generic words in front.
 */
function nameStart(view: TextView, from: number, headStart: number, knowledge: Knowledge): number {
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
  if (isWeakHead(head) && rest.length < 2 && !knowledge.places.has(core)) return false;
  return !knowledge.industries.has(core) || !isWeakHead(head);
}

/** Names of the public lists, where no rule saw them. */
function gazetteer(view: TextView, knowledge: Knowledge, seen: SpanIndex<Mention>): Mention[] {
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
