import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/span.ts';
import { partOf } from './company-start.ts';
import type { Knowledge } from './knowledge.ts';
import { findRuns } from './list.ts';
import type { View } from './view.ts';

const TRIGGERS: readonly (readonly [string, RegExp])[] = [
  ['build', /建设|开工|建成|投产|封顶|竣工|兴建|施工|扩建/u],
  ['settle', /落户|入驻|落地|引进|签约|引入|招引|吸引/u],
  ['invest', /投资|亿元|万元|增资|收购/u],
  ['people', /董事长|总经理|负责人|总裁|经理|局长|书记|主任|创始人/u],
  ['visit', /走进|来到|走访|考察|调研|参观/u],
  ['class', /企业|公司|龙头|品牌|厂商/u],
  ['project', /项目|工程|基地|园/u],
  ['say', /说|介绍|表示|称/u],
  ['coop', /合作|协议|携手|联合|与|和/u],
];
const NEAR = 14;

/** What the rules found in the document, as far as it tells of other candidates. */
export interface Surroundings {
  /** Form → the rules that found a company of that form somewhere. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Full names of companies, by legal form. */
  readonly full: readonly string[];
  /** Where a project that the rules found begins → where it ends. */
  readonly projects: ReadonlyMap<number, number>;
  /** Spans of companies, zones and places that the rules found, in text order. */
  readonly named: Readonly<Record<'Company' | 'Zone' | 'Place', readonly Mention[]>>;
  /** Items of runs between 、: where one begins or ends → how many of the others are known companies, and of how many. */
  readonly mates: ReadonlyMap<number, { readonly known: number; readonly items: number }>;
  /** Where a post begins → its words. */
  readonly titles: ReadonlyMap<number, string>;
}

function matesOf(
  view: View,
  knowledge: Knowledge,
  rules: ReadonlyMap<string, ReadonlySet<string>>,
): Surroundings['mates'] {
  const mates = new Map<number, { known: number; items: number }>();
  const isKnown = (form: string): boolean =>
    rules.has(form) || (form.length > 1 && knowledge.companies.has(form));
  for (const run of findRuns(view)) {
    const known = run.map(({ start, end }) => isKnown(view.text.slice(start, end)));
    const total = known.filter(Boolean).length;
    for (const [i, { start, end }] of run.entries()) {
      const mate = { known: total - (known[i] === true ? 1 : 0), items: run.length };
      mates.set(start, mate);
      mates.set(end, mate);
    }
  }
  return mates;
}

// Rules that err too often to tell of their neighbours.
const WEAK_RULE = /^company\/(?:builder|list|business-word|post)$/u;

function titleAfter(view: View, around: Surroundings, end: number): string | undefined {
  for (let at = end; at <= end + 6; at++) {
    const title = around.titles.get(at);
    if (title !== undefined) return title;
    if (/[,。、;的]/u.test(view.text[at] ?? '。')) return undefined;
  }
  return undefined;
}

export function surroundingsOf(view: View, knowledge: Knowledge, ruled: readonly Mention[]): Surroundings {
  const rules = new Map<string, Set<string>>();
  const projects = new Map<number, number>();
  for (const { type, form, rule, start, end } of ruled) {
    if (type === 'Project') projects.set(start, Math.max(end, projects.get(start) ?? 0));
    if (type !== 'Company') continue;
    const known = rules.get(form);
    if (known) known.add(rule);
    else rules.set(form, new Set([rule]));
  }
  const full = [...rules].flatMap(([form, by]) =>
    by.has('company/legal-form') || by.has('company/class-word') ? [form] : [],
  );
  const titles = new Map(
    [...view.text.matchAll(knowledge.titlePattern)].map((match) => [match.index, match[0]]),
  );
  const of = (type: Mention['type']): Mention[] =>
    ruled.filter((m) => m.type === type && !WEAK_RULE.test(m.rule)).sort((a, b) => a.start - b.start);
  return {
    rules,
    full,
    projects,
    titles,
    mates: matesOf(view, knowledge, rules),
    named: { Company: of('Company'), Zone: of('Zone'), Place: of('Place') },
  };
}

/** What a candidate looks like, as features for the model: its words, its neighbours, its rule, how often it is met. */
export function featuresOf(
  view: View,
  knowledge: Knowledge,
  mention: Mention,
  around: Surroundings,
): string[] {
  const { type, start, end, form, rule } = mention;
  const first = view.tokenAt(start);
  const last = view.tokenAt(end - 1);
  const [f, l] = [view.tokens[first], view.tokens[last]];
  if (!f || !l) return [];
  const before = view.tokens[f.start < start ? first : first - 1];
  const after = view.tokens[l.end > end ? last : last + 1];
  const count = view.find(form).length;
  const length = end - start;
  const parts = partsOf(view, first, last, knowledge);
  const shorter = f.end < end ? view.text.slice(Math.max(f.end, start + 1), end) : '';
  const lk = kindOf(before, knowledge);
  const fk = partOf(f, knowledge);
  const list = [
    `r=${rule}`,
    `L=${before?.text ?? '^'}`,
    `Lp=${before?.pos ?? '^'}`,
    `Lk=${lk}`,
    `LL=${view.tokens[first - 2]?.text ?? '^'}`,
    `R=${after?.text ?? '$'}`,
    `Rp=${after?.pos ?? '$'}`,
    `Rk=${kindOf(after, knowledge)}`,
    `F=${f.text}`,
    `Fp=${f.pos}`,
    `Fk=${fk}${Math.min(3, f.text.length)}`,
    `E=${l.text}`,
    `Ep=${l.pos}`,
    `E2=${form.slice(-2)}`,
    `s=${parts}`,
    `n=${Math.min(8, last - first + 1)}`,
    `len=${length < 12 ? length : length < 20 ? 12 : 20}`,
    `c=${Math.min(4, count)}`,
    `Lk&Fk=${lk}&${fk}`,
    `s&r=${parts}&${rule}`,
    `Fp&Lp=${f.pos}&${before?.pos ?? '^'}`,
    `Lk&r=${lk}&${rule}`,
    `Rk&r=${kindOf(after, knowledge)}&${rule}`,
    `c&s=${Math.min(3, count)}&${parts}`,
  ];
  if (f.start < start || l.end > end) list.push('torn');
  if (shorter.length >= 2) {
    const shorterCount = view.find(shorter).length;
    list.push(shorterCount > count ? 'sub>' : 'sub=');
    list.push(`sub${shorterCount > count ? '>' : '='}&${fk}`);
  }
  if (before && view.isBoundary(start))
    list.push(view.find(before.text + form).length === count && count > 1 ? 'sup=' : 'sup<');
  if (knowledge.companies.has(form)) list.push('g=company');
  if (knowledge.zones.has(form)) list.push('g=zone');
  if (knowledge.industries.has(form)) list.push('g=industry');
  if (knowledge.generic.has(form) || knowledge.descriptors.has(form)) list.push('g=generic');
  const title = titleAfter(view, around, end);
  if (title !== undefined) {
    const government = knowledge.governmentTitles.has(title);
    list.push(
      `title=${government ? 'gov' : 'firm'}`,
      `title&r=${government ? 'gov' : 'firm'}&${rule}`,
      `title&s=${parts}`,
    );
  }
  for (const [kind, names] of Object.entries(around.named)) {
    for (const name of names) {
      if (name.start > end) break;
      if (name.end === start) list.push(`after=${kind}`);
      else if (name.start === start && name.end < end)
        list.push(`begins=${kind}`, `begins&r=${kind}&${rule}`);
      else if (name.start > start && name.end <= end) list.push(`holds=${kind}`);
      else if (name.start < start && name.end > start) list.push(`cuts=${kind}`);
      else if (name.start === start && name.end === end && kind !== type) list.push(`is=${kind}`);
    }
  }
  for (let i = first; i <= last; i++) {
    const word = view.tokens[i];
    if (word && (/^[vpdcru]/u.test(word.pos) || knowledge.boundary.has(word.text)))
      list.push(i === first ? `v0=${word.text}` : `in=${word.text}`);
  }
  const project = around.projects.get(start);
  if (type === 'Company') {
    const [left, right] = [around.mates.get(start), around.mates.get(end)];
    if (left && right)
      list.push(
        `mates=${Math.min(3, Math.min(left.known, right.known))}`,
        `mates&s=${Math.min(2, left.known)}&${parts}`,
        `items=${Math.min(6, left.items)}`,
      );
    else if (left ?? right) list.push(`mate=${Math.min(3, (left ?? right)?.known ?? 0)}`);
    for (const other of around.rules.get(form) ?? []) if (other !== rule) list.push(`also=${other}`);
    if (
      around.full.some(
        (name) =>
          name !== form && name.length > form.length + 2 && name.includes(form) && name.indexOf(form) < 5,
      )
    )
      list.push('short-of-full');
    if (project !== undefined && project > end)
      list.push(
        'heads',
        `heads&Fp=${f.pos}&${parts}`,
        `heads&rest=${Math.min(8, project - end)}`,
        `heads&c=${Math.min(3, count)}`,
      );
  }
  if (/\d/u.test(form)) list.push('digits');
  if (/[()]/u.test(form)) list.push('brackets');
  const left = view.text.slice(Math.max(0, start - NEAR), start);
  const right = view.text.slice(end, end + NEAR);
  for (const [name, pattern] of TRIGGERS) {
    if (pattern.test(left)) list.push(`tl=${name}`);
    if (pattern.test(right)) list.push(`tr=${name}`);
    if (pattern.test(right.slice(0, 5))) list.push(`tn=${name}`);
  }
  return list.map((feature) => `${type[0]}${type[1]}:${feature}`);
}

/** The kinds of the words inside, runs of one kind as one: place, brand, business, none. */
function partsOf(view: View, first: number, last: number, knowledge: Knowledge): string {
  let parts = '';
  for (let i = first; i <= last && parts.length < 8; i++) {
    const token = view.tokens[i];
    if (!token) break;
    const part = partOf(token, knowledge);
    const letter =
      part === 'none' && /^v/u.test(token.pos) ? 'v' : part === 'business' ? 'u' : (part[0] ?? '');
    if (!parts.endsWith(letter)) parts += letter;
  }
  return parts;
}

function kindOf(token: Token | undefined, knowledge: Knowledge): string {
  if (!token) return 'edge';
  const { text } = token;
  if (/^[、]$/u.test(text)) return 'list';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'stop';
  if (/^\d/u.test(text)) return 'number';
  if (knowledge.boundary.has(text)) return text.length === 1 ? 'particle' : 'boundary';
  if (knowledge.descriptors.has(text)) return 'descriptor';
  if (knowledge.generic.has(text)) return 'generic';
  return `${partOf(token, knowledge)}${/^v/u.test(token.pos) ? 'v' : ''}`;
}
