import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { FeatureSink } from '../../model/feature.ts';
import type { Mention } from '../../model/mention.ts';
import type { CandidateContext, WordProfile } from './candidate-context.ts';
import type { TextView } from './text-view.ts';

/** How far in front of a name and behind it words tell of it, in units; and those that stand right behind. */
const NEAR = 14;
const JUST = 5;

/** Where a word stands to a candidate: two to the left, to the left, first, inside, last, to the right, two to the right. */
export const ROLES = ['LL', 'L', 'F', 'I', 'E', 'R', 'RR'] as const;

export type Role = (typeof ROLES)[number];

/** Features of one word in its role: equal for equal words, in whatever document. */
export function roleFeatures(
  role: Role,
  { common, pos, letter, kind, fine, coarse, size }: WordProfile,
  tell: FeatureSink,
): void {
  tell.one(`c${role}`, fine);
  tell.one(`C${role}`, coarse);
  if (role === 'I' || role === 'RR') return;
  tell.one(role, common);
  if (role === 'LL') return;
  tell.one(`${role}p`, pos);
  if (role === 'L' || role === 'R') tell.one(`${role}k`, kind);
  if (role === 'F') tell.one('Fk', `${letter}${Math.min(3, size)}`);
}

/** The places of the words around the beginning of a name, by role; `torn` when it begins within a word. */
export function startWords(view: TextView, start: number) {
  const first = view.tokenAt(start);
  const torn = (view.tokens[first]?.start ?? start) < start;
  return { torn, LL: first - 2, L: torn ? first : first - 1, F: first };
}

/** The places of the words around the end of a name, by role. */
export function stopWords(view: TextView, end: number) {
  const last = view.tokenAt(end - 1);
  const torn = (view.tokens[last]?.end ?? end) > end;
  const right = torn ? last : last + 1;
  return { torn, E: last, R: right, RR: right + 1 };
}

/** What beginning a name at an offset has beside its single words: pairs of them, and what the clause said before. */
export function startFeatures(
  view: TextView,
  around: CandidateContext,
  start: number,
  tell: FeatureSink,
): void {
  const words = startWords(view, start);
  const [L, F] = [around.profile(words.L), around.profile(words.F)];
  tell.two('Lk&Fk', L.kind, F.letter);
  tell.two('Fp&Lp', F.pos, L.pos);
  tell.two('cL&cF', L.coarse, F.coarse);
  if (words.torn) tell.is('torn');
  if (F.verbal) tell.one('v0', F.common);
  for (const trigger of around.triggers)
    if (trigger.within(start - NEAR, start)) tell.one('tl', trigger.name);
}

/** What ending a name at an offset has beside its single words: a pair of them, what the clause says next, a post that follows. */
export function stopFeatures(view: TextView, around: CandidateContext, end: number, tell: FeatureSink): void {
  const words = stopWords(view, end);
  tell.two('cE&cR', around.profile(words.E).coarse, around.profile(words.R).coarse);
  if (words.torn) tell.is('torn');
  for (const trigger of around.triggers) {
    if (trigger.within(end, end + NEAR)) tell.one('tr', trigger.name);
    if (trigger.within(end, end + JUST)) tell.one('tn', trigger.name);
  }
  const title = around.titleAfter(end);
  if (title !== undefined) tell.one('title', title);
}

/** Features of a candidate as a whole: its shape, the words inside, and how it lies to the rest of the document. */
export function spanFeatures(
  view: TextView,
  knowledge: Knowledge,
  around: CandidateContext,
  mention: Mention,
  tell: FeatureSink,
): void {
  const { type, start, end, form, rule } = mention;
  const first = view.tokenAt(start);
  const last = view.tokenAt(end - 1);
  const f = view.tokens[first];
  const l = view.tokens[last];
  if (!f || !l) return;
  const [L, F] = [around.profile(startWords(view, start).L), around.profile(first)];
  const [E, R] = [around.profile(last), around.profile(stopWords(view, end).R)];
  const parts = partsOf(around, first, last);
  const length = end - start;
  const count = around.count(form, start);
  tell.one('r', rule);
  tell.one('s', parts);
  tell.one('n', Math.min(8, last - first + 1));
  tell.one('len', length < 12 ? length : length < 20 ? 12 : 20);
  tell.two('s&r', parts, rule);
  tell.two('Lk&r', L.kind, rule);
  tell.two('Rk&r', R.kind, rule);
  tell.one('E2', E.common === l.text ? form.slice(-2) : '');
  tell.two('cF&cE', F.coarse, E.coarse);
  tell.one('c', Math.min(4, count));
  tell.two('c&s', Math.min(3, count), parts);
  for (let i = first + 1; i <= last; i++) {
    const word = around.profile(i);
    if (word.verbal) tell.one('in', word.common);
  }
  const shorter = f.end < end ? view.text.slice(Math.max(f.end, start + 1), end) : '';
  if (shorter.length >= 2) {
    const more = around.count(shorter, start) > count ? 'sub>' : 'sub=';
    tell.is(more);
    tell.is(`${more}&${F.letter}`);
  }
  const before = view.tokens[first - 1];
  if (before && f.start === start)
    tell.is(count > 1 && around.count(before.text + form, start) === count ? 'sup=' : 'sup<');
  if (knowledge.companies.has(form)) tell.one('g', 'company');
  if (knowledge.zones.has(form)) tell.one('g', 'zone');
  if (knowledge.industries.has(form)) tell.one('g', 'industry');
  if (knowledge.generic.has(form) || knowledge.descriptors.has(form)) tell.one('g', 'generic');
  const title = around.titleAfter(end);
  if (title !== undefined) {
    tell.two('title&r', title, rule);
    tell.one('title&s', parts);
  }
  neighbours(around, mention, tell);
  if (type === 'Company') companyFeatures(around, mention, parts, f.pos, count, tell);
  if (/\d/u.test(form)) tell.is('digits');
  if (/[()]/u.test(form)) tell.is('brackets');
}

/** How a candidate lies to companies, zones and places that the rules found. */
function neighbours(around: CandidateContext, { type, start, end, rule }: Mention, tell: FeatureSink): void {
  for (const { kind, touching } of around.named) {
    for (const name of touching(start, end)) {
      if (name.end === start) tell.one('after', kind);
      else if (name.start === start && name.end < end) {
        tell.one('begins', kind);
        tell.two('begins&r', kind, rule);
      } else if (name.start > start && name.end <= end) tell.one('holds', kind);
      else if (name.start < start && name.end > start) tell.one('cuts', kind);
      else if (name.start === start && name.end === end && kind !== type) tell.one('is', kind);
    }
  }
}

/** What tells of a company: its mates in a run, other rules that found it, a full name that it shortens, a project that it heads. */
function companyFeatures(
  around: CandidateContext,
  { start, end, form, rule }: Mention,
  parts: string,
  pos: string,
  count: number,
  tell: FeatureSink,
): void {
  const [left, right] = [around.mates.get(start), around.mates.get(end)];
  if (left && right) {
    tell.one('mates', Math.min(3, left.known, right.known));
    tell.two('mates&s', Math.min(2, left.known), parts);
    tell.one('items', Math.min(6, left.items));
  } else if (left ?? right) tell.one('mate', Math.min(3, (left ?? right)?.known ?? 0));
  for (const other of around.rules.get(form) ?? []) if (other !== rule) tell.one('also', other);
  if (around.shortensFull(form)) tell.is('short-of-full');
  const project = around.projects.get(start) ?? 0;
  if (project > end) {
    tell.is('heads');
    tell.two('heads&Fp', pos, parts);
    tell.one('heads&rest', Math.min(8, project - end));
    tell.one('heads&c', Math.min(3, count));
  }
}

/** What the words inside can be, runs of one kind as one: place, brand, business (u), verb, none. */
function partsOf(around: CandidateContext, first: number, last: number): string {
  let parts = '';
  for (let i = first; i <= last && parts.length < 8; i++) {
    const { letter } = around.profile(i);
    if (!parts.endsWith(letter)) parts += letter;
  }
  return parts;
}
