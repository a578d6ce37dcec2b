import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EntityType } from '../../model/entity.ts';
import type { Mention } from '../../model/mention.ts';
import { commonWord, type Token } from '../../model/span.ts';
import { partOf } from './company-start.ts';
import { findRuns } from './list.ts';
import type { TextView } from './text-view.ts';
import { findTriggers, type Trigger } from './trigger.ts';

/** Of a run of items between 、: how many of the others are known companies, and of how many. */
export interface Mates {
  readonly known: number;
  readonly items: number;
}

/** A word as the models see it. */
export interface WordProfile {
  /** The word itself, or its kind where it is a name. */
  readonly common: string;
  readonly pos: string;
  readonly size: number;
  /** What it can be in a name: one letter. */
  readonly letter: string;
  /** What it is as a neighbour of a name. */
  readonly kind: string;
  /** Whether it is no part of most names: a verb, a preposition, a particle. */
  readonly verbal: boolean;
  /** The class of words that it belongs to, in two grains; its part of speech where the word is rare. */
  readonly fine: string;
  readonly coarse: string;
}

/** What stands before the first word and behind the last. */
export const EDGE: WordProfile = {
  common: '^',
  pos: '^',
  size: 0,
  letter: '^',
  kind: 'edge',
  verbal: false,
  fine: '^',
  coarse: '^',
};

/** What is looked up for every candidate of a document, worked out once. */
export interface CandidateContext {
  /** Form → the rules that found a company of that form somewhere. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the full name of a company, by its legal form, holds a form near its beginning and more. */
  readonly shortensFull: (form: string) => boolean;
  /** Where a project that the rules found begins → where it ends. */
  readonly projects: ReadonlyMap<number, number>;
  /** Where an item of a run begins or ends. */
  readonly mates: ReadonlyMap<number, Mates>;
  /** Whose post stands right behind an offset: of government or of a firm. */
  readonly titleAfter: (offset: number) => 'gov' | 'firm' | undefined;
  /** Companies, zones and places that the rules found. */
  readonly named: readonly Named[];
  readonly triggers: readonly Trigger[];
  /** The word at a place in the document; the edge before the first and behind the last. */
  readonly profile: (token: number) => WordProfile;
  /** How often a form stands in the document, or in the stretch around an offset of a long one. */
  readonly count: (form: string, offset: number) => number;
}

/** The names of a type that the rules found. */
export interface Named {
  readonly kind: EntityType;
  /** Those that share a unit with [start, end) or touch it, in text order. */
  readonly touching: (start: number, end: number) => readonly Mention[];
}

// Rules that err too often to tell of their neighbours.
const WEAK_RULE = /^company\/(?:builder|list|business-word|post)$/u;

export function candidateContextOf(
  view: TextView,
  knowledge: Knowledge,
  ruled: readonly Mention[],
): CandidateContext {
  const rules = new Map<string, Set<string>>();
  const projects = new Map<number, number>();
  for (const { type, form, rule, start, end } of ruled) {
    if (type === 'Project') projects.set(start, Math.max(end, projects.get(start) ?? 0));
    if (type !== 'Company') continue;
    const known = rules.get(form);
    if (known) known.add(rule);
    else rules.set(form, new Set([rule]));
  }
  const profiles = view.tokens.map((token) => profileOf(token, knowledge));
  const full = [...rules].flatMap(([form, by]) =>
    by.has('company/legal-form') || by.has('company/class-word') ? [form] : [],
  );
  const of = (kind: EntityType): Named =>
    namedOf(
      kind,
      ruled.filter((m) => m.type === kind && !WEAK_RULE.test(m.rule)),
    );
  return {
    rules,
    shortensFull: shortensOneOf(full),
    projects,
    mates: matesOf(view, knowledge, rules),
    titleAfter: titlesOf(view, knowledge),
    named: [of('Company'), of('Zone'), of('Place')],
    triggers: findTriggers(view.text),
    profile: (token) => profiles[token] ?? EDGE,
    count: (form, offset) => view.count(form, offset),
  };
}

function namedOf(kind: EntityType, mentions: readonly Mention[]): Named {
  const ordered = mentions.toSorted((a, b) => a.start - b.start);
  // The furthest that any name so far reaches: it only grows.
  const reach = new Int32Array(ordered.length);
  for (const [i, { end }] of ordered.entries()) reach[i] = Math.max(end, reach[i - 1] ?? 0);
  return {
    kind,
    touching(start, end) {
      let low = 0;
      let high = ordered.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((reach[middle] as number) < start) low = middle + 1;
        else high = middle;
      }
      let stop = low;
      while (stop < ordered.length && (ordered[stop]?.start ?? 0) <= end) stop++;
      return stop > low ? ordered.slice(low, stop) : NO_MENTIONS;
    },
  };
}

const NO_MENTIONS: readonly Mention[] = [];

/** A short name begins within so many units of the full one, and leaves out more than so many. */
const LATEST_START = 4;
const LEAST_LEFT_OUT = 3;

/** Whether a form shortens one of some full names; their parts are gathered when the first form is asked about. */
function shortensOneOf(full: readonly string[]): (form: string) => boolean {
  let parts: Set<string> | undefined;
  return (form) => {
    if (full.length === 0) return false;
    parts ??= new Set(full.flatMap(partsOfName));
    return parts.has(form);
  };
}

function partsOfName(name: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start <= LATEST_START; start++) {
    for (let end = start + 2; end <= name.length && end - start <= name.length - LEAST_LEFT_OUT; end++)
      parts.push(name.slice(start, end));
  }
  return parts;
}

/** How far behind a name its post may begin. */
const TITLE_NEAR = 6;

function titlesOf(view: TextView, knowledge: Knowledge): CandidateContext['titleAfter'] {
  const titles = new Map<number, 'gov' | 'firm'>();
  for (const { index, 0: title } of view.text.matchAll(knowledge.titlePattern))
    titles.set(index, knowledge.governmentTitles.has(title) ? 'gov' : 'firm');
  return (offset) => {
    if (titles.size === 0) return undefined;
    for (let at = offset; at <= offset + TITLE_NEAR; at++) {
      const whose = titles.get(at);
      if (whose !== undefined) return whose;
      if (',。、;的'.includes(view.text[at] ?? '。')) return undefined;
    }
    return undefined;
  };
}

function matesOf(
  view: TextView,
  knowledge: Knowledge,
  rules: ReadonlyMap<string, ReadonlySet<string>>,
): Map<number, Mates> {
  const mates = new Map<number, Mates>();
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

/** What a word is to the models, the same object for the same word in every document. */
function profileOf(token: Token, knowledge: Knowledge): WordProfile {
  return knowledge.recall('profile', token, () => {
    const { text, pos } = token;
    const both = knowledge.seeds.wordClasses.get(/^[\d.%]+$/u.test(text) ? '0' : text);
    const kind = kindOf(token, knowledge);
    return {
      common: commonWord(token),
      pos,
      size: text.length,
      letter: letterOf(token, knowledge),
      kind,
      verbal: kind === 'particle' || kind === 'boundary' || /^[vpdcru]/u.test(pos),
      fine: both?.fine ?? `?${pos}`,
      coarse: both?.coarse ?? `?${pos}`,
    };
  });
}

function letterOf(token: Token, knowledge: Knowledge): string {
  const part = partOf(token, knowledge);
  if (part === 'none') return /^v/u.test(token.pos) ? 'v' : 'n';
  return part === 'business' ? 'u' : (part[0] ?? '');
}

function kindOf(token: Token, knowledge: Knowledge): string {
  const { text } = token;
  if (text === '、') return 'list';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'stop';
  if (/^\d/u.test(text)) return 'number';
  if (knowledge.boundary.has(text)) return text.length === 1 ? 'particle' : 'boundary';
  if (knowledge.descriptors.has(text)) return 'descriptor';
  if (knowledge.generic.has(text)) return 'generic';
  return `${partOf(token, knowledge)}${/^v/u.test(token.pos) ? 'v' : ''}`;
}
