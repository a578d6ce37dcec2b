import type { Mention } from '../model/mention.ts';
import type { Knowledge } from './knowledge.ts';
import { EDGE, type Surroundings, type WordProfile } from './surroundings.ts';
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
const JUST = 5;

/** Where a word stands to a candidate: two to the left, to the left, first, inside, last, to the right, two to the right. */
export type Role = 'LL' | 'L' | 'F' | 'I' | 'E' | 'R' | 'RR';

/** Features of one word in its role: equal for equal words, in whatever document. */
export function roleFeatures(
  role: Role,
  { common, pos, letter, kind, fine, coarse, size }: WordProfile,
): string[] {
  const list = [`c${role}=${fine}`, `C${role}=${coarse}`];
  if (role === 'I' || role === 'RR') return list;
  list.push(`${role}=${common}`);
  if (role === 'LL') return list;
  list.push(`${role}p=${pos}`);
  if (role === 'L' || role === 'R') list.push(`${role}k=${kind}`);
  if (role === 'F') list.push(`Fk=${letter}${Math.min(3, size)}`);
  return list;
}

/** The words around the beginning of a name, by role; `torn` when it begins within a word. */
export function startWords(view: View, { profiles }: Surroundings, start: number) {
  const first = view.tokenAt(start);
  const torn = (view.tokens[first]?.start ?? start) < start;
  return {
    torn,
    LL: profiles[first - 2] ?? EDGE,
    L: profiles[torn ? first : first - 1] ?? EDGE,
    F: profiles[first] ?? EDGE,
  };
}

/** The words around the end of a name, by role. */
export function stopWords(view: View, { profiles }: Surroundings, end: number) {
  const last = view.tokenAt(end - 1);
  const torn = (view.tokens[last]?.end ?? end) > end;
  const right = torn ? last : last + 1;
  return { torn, E: profiles[last] ?? EDGE, R: profiles[right] ?? EDGE, RR: profiles[right + 1] ?? EDGE };
}

/** What beginning a name at an offset has beside its single words: pairs of them, and what the clause said before. */
export function startFeatures(view: View, around: Surroundings, start: number): string[] {
  const { torn, L, F } = startWords(view, around, start);
  const list = [`Lk&Fk=${L.kind}&${F.letter}`, `Fp&Lp=${F.pos}&${L.pos}`, `cL&cF=${L.coarse}&${F.coarse}`];
  if (torn) list.push('torn');
  if (isVerbal(F)) list.push(`v0=${F.common}`);
  const front = view.text.slice(Math.max(0, start - NEAR), start);
  for (const [name, pattern] of TRIGGERS) if (pattern.test(front)) list.push(`tl=${name}`);
  return list;
}

/** What ending a name at an offset has beside its single words: a pair of them, what the clause says next, a post that follows. */
export function stopFeatures(view: View, knowledge: Knowledge, around: Surroundings, end: number): string[] {
  const { torn, E, R } = stopWords(view, around, end);
  const list = [`cE&cR=${E.coarse}&${R.coarse}`];
  if (torn) list.push('torn');
  const behind = view.text.slice(end, end + NEAR);
  for (const [name, pattern] of TRIGGERS) {
    if (pattern.test(behind)) list.push(`tr=${name}`);
    if (pattern.test(behind.slice(0, JUST))) list.push(`tn=${name}`);
  }
  const title = titleAfter(view, knowledge, around, end);
  if (title !== undefined) list.push(`title=${title}`);
  return list;
}

/** Features of a candidate as a whole: its shape, the words inside, and how it lies to the rest of the document. */
export function spanFeatures(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  mention: Mention,
): string[] {
  const { type, start, end, form, rule } = mention;
  const first = view.tokenAt(start);
  const last = view.tokenAt(end - 1);
  const f = view.tokens[first];
  const l = view.tokens[last];
  if (!f || !l) return [];
  const { L, F } = startWords(view, around, start);
  const { E, R } = stopWords(view, around, end);
  const parts = partsOf(around, first, last);
  const length = end - start;
  const count = around.count(form);
  const list = [
    `r=${rule}`,
    `s=${parts}`,
    `n=${Math.min(8, last - first + 1)}`,
    `len=${length < 12 ? length : length < 20 ? 12 : 20}`,
    `s&r=${parts}&${rule}`,
    `Lk&r=${L.kind}&${rule}`,
    `Rk&r=${R.kind}&${rule}`,
    `E2=${E.common === l.text ? form.slice(-2) : ''}`,
    `cF&cE=${F.coarse}&${E.coarse}`,
    `c=${Math.min(4, count)}`,
    `c&s=${Math.min(3, count)}&${parts}`,
  ];
  for (const word of around.profiles.slice(first + 1, last + 1))
    if (isVerbal(word)) list.push(`in=${word.common}`);
  const shorter = f.end < end ? view.text.slice(Math.max(f.end, start + 1), end) : '';
  if (shorter.length >= 2) {
    const more = around.count(shorter) > count ? '>' : '=';
    list.push(`sub${more}`, `sub${more}&${F.letter}`);
  }
  const before = view.tokens[first - 1];
  if (before && view.isBoundary(start))
    list.push(around.count(before.text + form) === count && count > 1 ? 'sup=' : 'sup<');
  if (knowledge.companies.has(form)) list.push('g=company');
  if (knowledge.zones.has(form)) list.push('g=zone');
  if (knowledge.industries.has(form)) list.push('g=industry');
  if (knowledge.generic.has(form) || knowledge.descriptors.has(form)) list.push('g=generic');
  const title = titleAfter(view, knowledge, around, end);
  if (title !== undefined) list.push(`title&r=${title}&${rule}`, `title&s=${parts}`);
  list.push(...neighbours(around, mention));
  if (type === 'Company') list.push(...companyFeatures(around, mention, parts, f.pos, count));
  if (/\d/u.test(form)) list.push('digits');
  if (/[()]/u.test(form)) list.push('brackets');
  return list;
}

/** Whether a word is no part of most names: a verb, a preposition, a particle. */
function isVerbal({ kind, pos }: WordProfile): boolean {
  return kind === 'particle' || kind === 'boundary' || /^[vpdcru]/u.test(pos);
}

/** Whose post stands right behind a name: of government or of a firm. */
function titleAfter(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  end: number,
): 'gov' | 'firm' | undefined {
  for (let at = end; at <= end + 6; at++) {
    const title = around.titles.get(at);
    if (title !== undefined) return knowledge.governmentTitles.has(title) ? 'gov' : 'firm';
    if (/[,。、;的]/u.test(view.text[at] ?? '。')) return undefined;
  }
  return undefined;
}

/** How a candidate lies to companies, zones and places that the rules found. */
function neighbours(around: Surroundings, { type, start, end, rule }: Mention): string[] {
  const list: string[] = [];
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
  return list;
}

/** What tells of a company: its mates in a run, other rules that found it, a full name that it shortens, a project that it heads. */
function companyFeatures(
  around: Surroundings,
  { start, end, form, rule }: Mention,
  parts: string,
  pos: string,
  count: number,
): string[] {
  const list: string[] = [];
  const [left, right] = [around.mates.get(start), around.mates.get(end)];
  if (left && right) {
    list.push(`mates=${Math.min(3, left.known, right.known)}`, `mates&s=${Math.min(2, left.known)}&${parts}`);
    list.push(`items=${Math.min(6, left.items)}`);
  } else if (left ?? right) list.push(`mate=${Math.min(3, (left ?? right)?.known ?? 0)}`);
  for (const other of around.rules.get(form) ?? []) if (other !== rule) list.push(`also=${other}`);
  const isShort = (name: string): boolean => {
    const at = name.length > form.length + 2 ? name.indexOf(form) : -1;
    return at >= 0 && at < 5;
  };
  if (around.full.some(isShort)) list.push('short-of-full');
  const project = around.projects.get(start) ?? 0;
  if (project > end) {
    list.push('heads', `heads&Fp=${pos}&${parts}`, `heads&rest=${Math.min(8, project - end)}`);
    list.push(`heads&c=${Math.min(3, count)}`);
  }
  return list;
}

/** What the words inside can be, runs of one kind as one: place, brand, business (u), verb, none. */
function partsOf(around: Surroundings, first: number, last: number): string {
  let parts = '';
  for (let i = first; i <= last && parts.length < 8; i++) {
    const letter = around.profiles[i]?.letter ?? '';
    if (!parts.endsWith(letter)) parts += letter;
  }
  return parts;
}
