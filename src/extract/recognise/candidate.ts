import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EntityType } from '../../model/entity.ts';
import type { Mention } from '../../model/mention.ts';
import type { Token } from '../../model/span.ts';
import { COMPANY_HEADS } from '../../names/company.ts';
import { ORGANIZATION_HEAD } from '../../names/organization.ts';
import { PROJECT_HEADS } from '../../names/project-head.ts';
import { ZONE_HEAD } from '../../names/zone-head.ts';
import { partOf } from './company-start.ts';
import { findLists, findRuns } from './list.ts';
import { SCORED_TYPES } from './score.ts';
import type { TextView } from './text-view.ts';

// Rules whose finds never begin elsewhere.
const EXACT = /^company\/(?:known|business-word|builder|post|bank)$/u;
const MOST_STARTS = 9;
const STOPS = /[^\p{L}\p{N}()·.×&“”-]/u;

/** Heads of names by type: whatever ends in one may be a name, wherever it begins. */
const HEADS: readonly (readonly [EntityType, readonly RegExp[]])[] = [
  ['Company', COMPANY_HEADS],
  ['Zone', [ZONE_HEAD]],
  ['Project', PROJECT_HEADS],
  [
    'Organization',
    [
      ORGANIZATION_HEAD,
      /(?:部|局|厅|委|办|所|院|馆|中心|小组|工作组|专班|联盟|分院)(?![\p{Script=Han}]{0,1}(?:长|门|分|件|署|位))/gu,
    ],
  ],
];

/**
 * Every span that might be a name: what the rules found, whatever ends in the head of a name, items of lists, unknown words.
 *
 * A candidate keeps the rule that led to it; `alternative/…` when no rule would have begun it there.
 */
export function findCandidates(view: TextView, knowledge: Knowledge, ruled: readonly Mention[]): Mention[] {
  const seen = new Map<number, Mention>();
  const size = view.text.length + 1;
  const add = (mention: Mention): void => {
    if (knowledge.countries.has(mention.form)) return;
    const key = (SCORED_TYPES.indexOf(mention.type) * size + mention.start) * size + mention.end;
    const known = seen.get(key);
    if (!known || rank(mention) > rank(known)) seen.set(key, mention);
  };
  for (const mention of ruled) {
    add(mention);
    if (EXACT.test(mention.rule)) continue;
    for (const start of startsAround(view, mention.start, mention.end, mention.type))
      add(alternative(view, start, mention.end, mention.type, mention.rule));
  }
  for (const [type, patterns] of HEADS) {
    for (const pattern of patterns) {
      for (const match of view.text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        for (const start of startsAround(view, match.index, end, type))
          add(alternative(view, start, end, type, 'head'));
      }
    }
  }
  for (const list of findLists(view, knowledge)) {
    for (const { start, end } of list.items) {
      if (end - start < 2 || end - start > 24) continue;
      add(alternative(view, start, end, 'Company', `list-${list.kind}`));
      add(alternative(view, start, end, 'Project', `list-${list.kind}`));
    }
  }
  for (const run of findRuns(view)) {
    for (const { start, end } of run) {
      if (end - start >= 2 && end - start <= 8) add(alternative(view, start, end, 'Company', 'run'));
    }
  }
  for (const mention of [...seen.values()]) for (const twin of twins(mention)) add(twin);
  for (const mention of [...unknownWords(view, knowledge), ...industryWords(view, knowledge)]) add(mention);
  return [...seen.values()];
}

function alternative(view: TextView, start: number, end: number, type: EntityType, rule: string): Mention {
  return {
    start,
    end,
    type,
    form: view.text.slice(start, end),
    rule: alternativeTo(rule),
    confidence: 0.3,
  };
}

const ALTERNATIVES = new Map<string, string>();

/** `alternative/RULE`, the same string each time: what looks it up then knows it at once. */
function alternativeTo(rule: string): string {
  let name = ALTERNATIVES.get(rule);
  if (name === undefined) {
    name = `alternative/${rule}`;
    ALTERNATIVES.set(rule, name);
  }
  return name;
}

/** Words of the list of industries, and two of them side by side. */
function industryWords(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  view.tokens.forEach((token, i) => {
    for (let end = i; end < i + 3; end++) {
      const last = view.tokens[end];
      if (!last || last.end - token.start > 10) break;
      const form = view.text.slice(token.start, last.end);
      if (form.length > 1 && knowledge.industries.has(form)) {
        found.push({
          start: token.start,
          end: last.end,
          type: 'Industry',
          form,
          rule: 'industry/list',
          confidence: 0.4,
        });
      }
    }
  });
  return found;
}

/** The same span as what else it may be: a park as a project, a works as a park, an institute as a project. */
function twins(mention: Mention): Mention[] {
  const as = (type: EntityType): Mention => ({
    ...mention,
    type,
    rule: `${type.toLowerCase()}/as-${mention.rule.replace('alternative/', '')}`,
    confidence: 0.2,
  });
  if (mention.type === 'Zone' && /(?:园|园区|城|基地|港|谷|区)$/u.test(mention.form)) return [as('Project')];
  if (mention.type === 'Project' && /(?:园|园区|城|基地|谷)$/u.test(mention.form)) return [as('Zone')];
  if (mention.type === 'Project' && /(?:学校|中学|小学|医院|中心|研究院|平台)$/u.test(mention.form))
    return [as('Organization')];
  if (
    mention.type === 'Organization' &&
    /(?:学校|学院|中学|小学|医院|中心|研究院|实验室)$/u.test(mention.form)
  )
    return [as('Project')];
  return [];
}

function rank(mention: Mention): number {
  return mention.rule.startsWith('alternative/')
    ? 0
    : mention.rule === 'company/unknown'
      ? 1
      : 1 + mention.confidence;
}

// No name goes on across these; only a project's name may join two things (电子材料及封装工程项目).
const PARTICLES = /^(?:的|了|在|是)$/u;
const JOINTS = /^(?:的|了|在|是|与|和|及|以及|同|由|对|向|从|将|把|被|给|于|等|说|称)$/u;

/** Beginnings of words around an offset: back to the last stop in front, on to two units before the end. */
function startsAround(view: TextView, from: number, end: number, type: EntityType): number[] {
  const particles = type === 'Project' ? PARTICLES : JOINTS;
  const starts: number[] = [];
  const own = view.tokenAt(from);
  const first = view.tokens[own];
  if (first && first.start < from && end - from >= 2) starts.push(from);
  for (let i = own; i >= 0 && own - i <= MOST_STARTS; i--) {
    const token = view.tokens[i];
    if (!token || STOPS.test(token.text) || particles.test(token.text) || end - token.start > 40) break;
    if (end - token.start >= 2) starts.push(token.start);
    if (isGlued(token) && end - token.start > 3) starts.push(token.start + 1);
  }
  for (let i = own + 1; i < view.tokens.length && i - own <= MOST_STARTS; i++) {
    const token = view.tokens[i];
    if (!token || token.start > end - 2) break;
    starts.push(token.start);
  }
  return starts;
}

/** Whether an unknown word may have swallowed a particle in front of a name: 了海 in 引进了海拓. */
function isGlued({ text, pos }: Token): boolean {
  return pos === 'x' && (text.length > 2 || /^[了以仅与为和在对由将被把向从让给如是有]/u.test(text));
}

const UNKNOWN = /^(?:x|nz|nr|nrt|nrfg|nt|ns|j|vn|b|s|eng)$/u;

/** Words that the dictionary does not know, runs of single characters, and these with a place in front and business words behind. */
function unknownWords(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const { tokens } = view;
  const isBrandAt = (i: number): boolean => {
    const token = tokens[i];
    return token !== undefined && partOf(token, knowledge) === 'brand';
  };
  const isSingle = (i: number): boolean =>
    tokens[i]?.text.length === 1 && /\p{Script=Han}/u.test(tokens[i]?.text ?? '');
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !isBrandAt(i)) continue;
    let last = i;
    const ends = new Set<number>();
    if (token.text.length === 1) {
      if (isSingle(i - 1) && isBrandAt(i - 1)) continue;
      while (last - i < 3 && isSingle(last + 1) && isBrandAt(last + 1)) last++;
      ends.add(last);
      if (isBrandAt(last + 1)) ends.add(last + 1);
    } else {
      if (!UNKNOWN.test(token.pos) && !knowledge.companies.has(token.text)) continue;
      ends.add(last);
      if (isSingle(last + 1)) ends.add(last + 1);
      if (isBrandAt(last + 1)) ends.add(last + 1);
    }
    for (const end of [...ends])
      for (let more = end + 1; more <= end + 2 && isBusiness(view, more, knowledge); more++) ends.add(more);
    const before = tokens[i - 1];
    const starts =
      before && (partOf(before, knowledge) === 'place' || /^(?:nr|ns)$/u.test(before.pos))
        ? [token.start, before.start]
        : [token.start];
    for (const end of ends) {
      for (const start of starts) {
        const to = tokens[end]?.end ?? 0;
        const bracket = /^\([\p{Script=Han}]{2,3}\)/u.exec(view.text.slice(to, to + 5))?.[0].length ?? 0;
        for (const stop of bracket > 0 ? [to, to + bracket] : [to]) {
          if (stop - start < 2 || stop - start > 14) continue;
          found.push({
            start,
            end: stop,
            type: 'Company',
            form: view.text.slice(start, stop),
            rule: 'company/unknown',
            confidence: 0.4,
          });
        }
      }
    }
  }
  return found;
}

function isBusiness(view: TextView, i: number, knowledge: Knowledge): boolean {
  const text = view.tokens[i]?.text ?? '';
  return knowledge.morphemes.has(text) || (text.length === 4 && knowledge.morphemes.has(text.slice(2)));
}
