import type { Mention } from '../model/mention.ts';
import { commonWord, type Token } from '../model/span.ts';
import { partOf } from './company-start.ts';
import type { Knowledge } from './knowledge.ts';
import { findRuns } from './list.ts';
import type { View } from './view.ts';

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
  fine: '^',
  coarse: '^',
};

/** What is looked up for every candidate of a document, worked out once. */
export interface Surroundings {
  /** Form → the rules that found a company of that form somewhere. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Full names of companies, by legal form. */
  readonly full: readonly string[];
  /** Where a project that the rules found begins → where it ends. */
  readonly projects: ReadonlyMap<number, number>;
  /** Where an item of a run begins or ends. */
  readonly mates: ReadonlyMap<number, Mates>;
  /** Where a post begins → its words. */
  readonly titles: ReadonlyMap<number, string>;
  /** Spans of companies, zones and places that the rules found, in text order. */
  readonly named: Readonly<Record<'Company' | 'Zone' | 'Place', readonly Mention[]>>;
  readonly profiles: readonly WordProfile[];
  /** How often a form stands in the document. */
  readonly count: (form: string) => number;
}

// Rules that err too often to tell of their neighbours.
const WEAK_RULE = /^company\/(?:builder|list|business-word|post)$/u;

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
  const counts = new Map<string, number>();
  const profiles = view.tokens.map((token) => profileOf(token, knowledge));
  const of = (type: Mention['type']): Mention[] =>
    ruled.filter((m) => m.type === type && !WEAK_RULE.test(m.rule)).sort((a, b) => a.start - b.start);
  return {
    rules,
    full: [...rules].flatMap(([form, by]) =>
      by.has('company/legal-form') || by.has('company/class-word') ? [form] : [],
    ),
    projects,
    mates: matesOf(view, knowledge, rules),
    titles: new Map([...view.text.matchAll(knowledge.titlePattern)].map((match) => [match.index, match[0]])),
    named: { Company: of('Company'), Zone: of('Zone'), Place: of('Place') },
    profiles,
    count: (form) => {
      let n = counts.get(form);
      if (n === undefined) {
        n = view.find(form).length;
        counts.set(form, n);
      }
      return n;
    },
  };
}

function matesOf(
  view: View,
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
    return {
      common: commonWord(token),
      pos,
      size: text.length,
      letter: letterOf(token, knowledge),
      kind: kindOf(token, knowledge),
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
