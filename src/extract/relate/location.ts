import { nameOf } from '../../model/linked.ts';
import type { Span } from '../../model/span.ts';
import { divisionForms } from '../../names/division.ts';
import { isPark } from '../../names/zone.ts';
import { Heads } from './head.ts';
import type { Hint, LinkedDocument, Placed } from './linked-document.ts';

const SETTLES =
  /落户|入驻|进驻|落地|位于|坐落|地处|选址|扎根|投产|建成|开工|开建|设立|成立|布局|注册|迁至|搬|建设|投资|引进|引入|招引|签约|入园|聚集|集聚|吸引/u;

/** Where things are: LOCATED_IN and PART_OF. */
export function relateLocations(linked: LinkedDocument): Hint[] {
  return [...relateThings(linked), ...relateZones(linked), ...relateOffices(linked)];
}

/** Projects and companies: the zone or place named with them in the sentence, else the zone that the article is about. */
function relateThings(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  for (const [entity, { type, mentions }] of linked.entities.entries()) {
    if (type !== 'Project' && type !== 'Company') continue;
    const near = firstOf(linked.mentionsOf(entity), (mention) => nearest(linked, mention));
    if (near) {
      links.push(near);
      continue;
    }
    const first = mentions[0];
    if (!first) continue;
    const sentence = linked.sentence(first.start);
    const main = linked.zoneOf(sentence.article) ?? linked.placeOf(sentence.article);
    if (main === undefined) continue;
    if (type === 'Company' && !isPresented(linked, entity)) continue;
    links.push({
      from: entity,
      type: 'LOCATED_IN',
      to: main,
      span: sentence,
      rule: 'location/article',
    });
  }
  return links;
}

/** The first answer that is one. */
function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The zone (before a place) that the clause ties a thing to. */
function nearest(linked: LinkedDocument, mention: Placed): Hint | undefined {
  const sentence = linked.sentence(mention.start);
  const candidates = linked
    .within(around(mention, sentence), 'Zone', 'Place')
    .filter((m) => m.end <= mention.start || m.start >= mention.end);
  let best: Hint | undefined;
  for (const where of candidates) {
    const before = where.end <= mention.start;
    const gap = before
      ? linked.text.slice(where.end, mention.start)
      : linked.text.slice(mention.end, where.start);
    const rule = before ? ruleBefore(linked, where, gap, mention) : ruleAfter(gap);
    if (rule === undefined) continue;
    if (best && linked.type(best.to) === 'Zone' && where.type === 'Place') continue;
    best = {
      from: mention.entity,
      type: 'LOCATED_IN',
      to: where.entity,
      span: sentence,
      rule,
    };
  }
  return best;
}

/** What no rule reaches beyond, in units: a name and what stands between. */
const REACH = 200;

/** The part of a sentence that the rules look at around a mention. */
function around(mention: Placed, sentence: Span): Span {
  return {
    start: Math.max(sentence.start, mention.start - REACH),
    end: Math.min(sentence.end, mention.end + REACH),
  };
}

function ruleBefore(linked: LinkedDocument, where: Placed, gap: string, mention: Placed): string | undefined {
  if (gap.length > 40 || /[。!?]/u.test(gap)) return undefined;
  const lead = linked.text.slice(Math.max(0, where.start - 3), where.start);
  if (gap === '的' || gap === '')
    return where.type === 'Zone' || mention.type === 'Project' ? 'location/adjacent' : undefined;
  if (/(?:在|于|到|来到|走进)$/u.test(lead) && gap.length <= 25) return 'location/preposition';
  if (
    where.type === 'Zone' &&
    /^(?:[^,。]{0,12})(?:引进|引入|招引|吸引|迎来|入驻|签约|落户|已有|拥有|聚集|集聚)/u.test(gap)
  )
    return 'location/attracts';
  return undefined;
}

function ruleAfter(gap: string): string | undefined {
  if (gap.length > 16 || /[。!?]/u.test(gap)) return undefined;
  return SETTLES.test(gap) &&
    /(?:落户|入驻|进驻|落地|位于|坐落|地处|选址|扎根|投资|成立|在|于|至|到)/u.test(gap)
    ? 'location/settles'
    : undefined;
}

/** Whether the article presents a firm as the zone's own: it builds there, its head speaks, or it is counted up among firms. */
function isPresented(linked: LinkedDocument, entity: number): boolean {
  return linked.mentionsOf(entity).some(({ start, end, rule }) => {
    if (rule === 'company/list') return true;
    return (
      /^(?:的)?(?:董事长|总经理|副总|负责人|厂长|车间|生产|厂区|工厂|入驻|落户|项目)/u.test(
        linked.text.slice(end, end + 6),
      ) || /(?:走进|来到|在|走访|引进)$/u.test(linked.text.slice(Math.max(0, start - 2), start))
    );
  });
}

/** Zones: a part in its zone by chain or by the article, a zone in its place by its name or by what stands before it. */
function relateZones(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  const places = new Heads(linked, ['Place'], divisionForms);
  for (const [entity, { type, mentions, forms }] of linked.entities.entries()) {
    const first = mentions[0];
    if (type !== 'Zone' || !first) continue;
    const isOwnPark = isPark(nameOf(linked.entity(entity)));
    const sentence = linked.sentence(first.start);
    const outer = firstOf(mentions, (own) =>
      linked
        .within({ start: own.start, end: own.start + 1 }, 'Zone')
        .find((m) => m.entity !== entity && own.end > m.end),
    );
    const main = linked.zoneOf(sentence.article);
    if (outer)
      links.push({
        from: entity,
        type: 'PART_OF',
        to: outer.entity,
        span: sentence,
        rule: 'part/chain',
      });
    else if (main !== undefined && main !== entity && isOwnPark && !isPark(nameOf(linked.entity(main)))) {
      links.push({
        from: entity,
        type: 'PART_OF',
        to: main,
        span: sentence,
        rule: 'part/article',
      });
    }
    if (outer || (main !== undefined && main !== entity && isOwnPark)) continue;
    const place = places.find(forms);
    const named = place >= 0 ? place : (placeBefore(linked, entity) ?? linked.placeOf(sentence.article));
    if (named !== undefined) {
      links.push({
        from: entity,
        type: 'LOCATED_IN',
        to: named,
        span: sentence,
        rule: place >= 0 ? 'location/name' : 'location/article',
      });
    }
  }
  return links;
}

function placeBefore(linked: LinkedDocument, entity: number): number | undefined {
  for (const mention of linked.mentionsOf(entity)) {
    const place = linked
      .within({ start: Math.max(0, mention.start - 8), end: mention.start }, 'Place')
      .findLast(
        (m) => m.end <= mention.start && /^(?:的|市|省)?$/u.test(linked.text.slice(m.end, mention.start)),
      );
    if (place) return place.entity;
  }
  return undefined;
}

/** Offices: located in the zone or place at the head of their name, else in the zone that the article is about. */
function relateOffices(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  const owners = new Heads(linked, ['Zone', 'Place'], (form) => [form]);
  for (const [entity, { type, mentions, forms }] of linked.entities.entries()) {
    const first = mentions[0];
    if (type !== 'Organization' || !first) continue;
    const sentence = linked.sentence(first.start);
    const head = owners.find(forms);
    const office = mentions.some((m) => m.rule === 'organization/office');
    const to =
      head >= 0
        ? head
        : office
          ? (linked.zoneOf(sentence.article) ?? linked.placeOf(sentence.article))
          : undefined;
    if (to !== undefined)
      links.push({
        from: entity,
        type: 'LOCATED_IN',
        to,
        span: sentence,
        rule: head >= 0 ? 'location/name' : 'location/article',
      });
  }
  return links;
}
