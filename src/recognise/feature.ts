import type { Mention } from '../model/mention.ts';
import { commonWord } from '../model/span.ts';
import type { Knowledge } from './knowledge.ts';
import type { Surroundings } from './surroundings.ts';
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

/** Features of a candidate's own words and its neighbours: cheap, and enough to drop most candidates. */
export function wordFeatures(view: View, around: Surroundings, mention: Mention): string[] {
  const { start, end, form, rule } = mention;
  const first = view.tokenAt(start);
  const last = view.tokenAt(end - 1);
  const [f, l] = [view.tokens[first], view.tokens[last]];
  if (!f || !l) return [];
  const [left, right] = [f.start < start ? first : first - 1, l.end > end ? last : last + 1];
  const [before, after] = [view.tokens[left], view.tokens[right]];
  const [lk, rk] = [around.kinds[left] ?? 'edge', around.kinds[right] ?? 'edge'];
  const parts = partsOf(around, first, last);
  const length = end - start;
  const beforeThat = view.tokens[first - 2];
  const lp = before?.pos ?? '^';
  const list = [
    `r=${rule}`,
    `L=${before ? commonWord(before) : '^'}`,
    `Lp=${lp}`,
    `Lk=${lk}`,
    `LL=${beforeThat ? commonWord(beforeThat) : '^'}`,
    `R=${after ? commonWord(after) : '$'}`,
    `Rp=${after?.pos ?? '$'}`,
    `Rk=${rk}`,
    `F=${commonWord(f)}`,
    `Fp=${f.pos}`,
    `Fk=${around.letters[first]}${Math.min(3, f.text.length)}`,
    `E=${commonWord(l)}`,
    `Ep=${l.pos}`,
    `E2=${commonWord(l) === l.text ? form.slice(-2) : ''}`,
    `s=${parts}`,
    `n=${Math.min(8, last - first + 1)}`,
    `len=${length < 12 ? length : length < 20 ? 12 : 20}`,
    `Lk&Fk=${lk}&${around.letters[first]}`,
    `s&r=${parts}&${rule}`,
    `Fp&Lp=${f.pos}&${lp}`,
    `Lk&r=${lk}&${rule}`,
    `Rk&r=${rk}&${rule}`,
  ];
  if (f.start < start || l.end > end) list.push('torn');
  for (let i = first; i <= last; i++) {
    const word = view.tokens[i];
    const kind = around.kinds[i];
    if (word && (kind === 'particle' || kind === 'boundary' || /^[vpdcru]/u.test(word.pos)))
      list.push(i === first ? `v0=${commonWord(word)}` : `in=${commonWord(word)}`);
  }
  return list;
}

/** Features of what is around a candidate in its clause, its lists and its document. */
export function contextFeatures(
  view: View,
  knowledge: Knowledge,
  around: Surroundings,
  mention: Mention,
): string[] {
  const { type, start, end, form, rule } = mention;
  const first = view.tokenAt(start);
  const f = view.tokens[first];
  const before = view.tokens[f && f.start < start ? first : first - 1];
  const parts = partsOf(around, first, view.tokenAt(end - 1));
  const count = around.count(form);
  const list = [`c=${Math.min(4, count)}`, `c&s=${Math.min(3, count)}&${parts}`];
  const shorter = f && f.end < end ? view.text.slice(Math.max(f.end, start + 1), end) : '';
  if (shorter.length >= 2) {
    const more = around.count(shorter) > count ? '>' : '=';
    list.push(`sub${more}`, `sub${more}&${around.letters[first]}`);
  }
  if (before && view.isBoundary(start))
    list.push(around.count(before.text + form) === count && count > 1 ? 'sup=' : 'sup<');
  if (knowledge.companies.has(form)) list.push('g=company');
  if (knowledge.zones.has(form)) list.push('g=zone');
  if (knowledge.industries.has(form)) list.push('g=industry');
  if (knowledge.generic.has(form) || knowledge.descriptors.has(form)) list.push('g=generic');
  const title = titleAfter(view, around, end);
  if (title !== undefined) {
    const whose = knowledge.governmentTitles.has(title) ? 'gov' : 'firm';
    list.push(`title=${whose}`, `title&r=${whose}&${rule}`, `title&s=${parts}`);
  }
  list.push(...neighbours(around, mention));
  if (type === 'Company') list.push(...companyFeatures(around, mention, parts, f?.pos ?? '', count));
  if (/\d/u.test(form)) list.push('digits');
  if (/[()]/u.test(form)) list.push('brackets');
  const left = view.text.slice(Math.max(0, start - NEAR), start);
  const right = view.text.slice(end, end + NEAR);
  for (const [name, pattern] of TRIGGERS) {
    if (pattern.test(left)) list.push(`tl=${name}`);
    if (pattern.test(right)) list.push(`tr=${name}`);
    if (pattern.test(right.slice(0, 5))) list.push(`tn=${name}`);
  }
  return list;
}

function titleAfter(view: View, around: Surroundings, end: number): string | undefined {
  for (let at = end; at <= end + 6; at++) {
    const title = around.titles.get(at);
    if (title !== undefined) return title;
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
    const letter = around.letters[i] ?? '';
    if (!parts.endsWith(letter)) parts += letter;
  }
  return parts;
}
