import { setImmediate } from 'node:timers/promises';
import type { SearchAnswer, SearchHit } from '../contract/list.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { Best } from './best.ts';
import { type Catalogue, nameOf, typeOf } from './catalogue.ts';
import { findPlaceName } from './entity.ts';
import { fold, type Spelling, spell } from './fold.ts';
import { known, listOf, textOf } from './properties.ts';

/** Finds entities and articles by what a person types. */
export interface SearchIndex {
  /** The best hits first. An empty question has none. */
  find(question: string, limit: number): Promise<SearchAnswer>;
  /** Make the spellings now, a few at a time, so that other work gets its turn. */
  warm(): Promise<void>;
}

interface Form {
  readonly text: string;
  readonly folded: string;
  readonly by: 'name' | 'alias' | 'title';
  /** Made when first needed: a large graph has many names, and most questions are Chinese. */
  spelling?: Spelling;
}

interface Entry {
  readonly node: NodeRecord;
  readonly forms: readonly Form[];
  readonly type: SearchHit['type'];
  readonly count: number;
}

interface Match {
  readonly entry: Entry;
  readonly form: Form;
  readonly by: SearchHit['by'];
  readonly score: number;
}

/** How good a match is, 0..1, before the share of the form that the word makes up; an alias counts a little less than a name, a title less than both. */
const SCORE = { exact: 1, prefix: 0.8, inside: 0.6, spelledWhole: 0.7, spelled: 0.5, initials: 0.4 } as const;
const WEIGHT = { name: 1, alias: 0.95, title: 0.5 } as const;

/** What relations add at the most, half of it at so many: never so much that a beginning counts more than the whole, or a place inside more than a beginning. */
const RELATED = { most: 0.05, half: 8 } as const;

/** Names spelt before other work gets its turn. */
const SPELT_AT_ONCE = 200;

const LATIN = /^[a-z]+$/;

/**
 * An index over names, aliases and titles.
 *
 * A question matches a form that it equals, begins or lies in, after folding; one in Latin letters also by pinyin or initials
 * from the start of a syllable. Several words must all match the same entry. Relations count a little; ties go to the shorter
 * name. A question in Latin letters waits until all names are spelt.
 */
export function toSearchIndex(catalogue: Catalogue): SearchIndex {
  const entries = [
    ...catalogue.entities.map((node) => toEntityEntry(catalogue, node)),
    ...catalogue.articles.map((node) => toArticleEntry(catalogue, node)),
  ];
  let warming: Promise<void> | undefined;
  const spellAll = async () => {
    for (let at = 0; at < entries.length; at += SPELT_AT_ONCE) {
      for (const entry of entries.slice(at, at + SPELT_AT_ONCE))
        for (const form of entry.forms) spellingOf(form, entry.type);
      await setImmediate();
    }
  };
  const warm = () => {
    warming ??= spellAll();
    return warming;
  };
  return {
    async find(question, limit) {
      const words = question.split(/\s+/).map(fold).filter(Boolean);
      if (words.length === 0) return { hits: [], total: 0 };
      if (words.some((word) => LATIN.test(word))) await warm();
      const best = new Best<Match>(limit, compareMatches);
      let total = 0;
      for (const entry of entries) {
        const match = matchEntry(entry, words);
        if (match === undefined) continue;
        total++;
        best.add(match);
      }
      return { hits: best.list().map((match) => toHit(catalogue, match)), total };
    },
    warm,
  };
}

function toEntityEntry(catalogue: Catalogue, node: NodeRecord): Entry {
  const name = nameOf(node);
  const aliases = listOf(node.properties, 'aliases').filter((alias) => alias !== name);
  return {
    node,
    type: typeOf(node),
    count: catalogue.relationsOf.get(node.id)?.length ?? 0,
    forms: [
      { text: name, folded: fold(name), by: 'name' },
      ...aliases.map((text): Form => ({ text, folded: fold(text), by: 'alias' })),
    ],
  };
}

function toArticleEntry(catalogue: Catalogue, node: NodeRecord): Entry {
  const title = textOf(node.properties, 'title') ?? node.id;
  return {
    node,
    type: 'Article',
    count: new Set(catalogue.namesIn.get(node.id)?.map(({ entity }) => entity.id)).size,
    forms: [{ text: title, folded: fold(title), by: 'title' }],
  };
}

function spellingOf(form: Form, type: Entry['type']): Spelling {
  form.spelling ??= spell(form.folded, type === 'Official' || type === 'Executive');
  return form.spelling;
}

/** The entry's match: the form that answers the first word best, scored by the mean of all words. */
function matchEntry(entry: Entry, words: readonly string[]): Match | undefined {
  let first: Match | undefined;
  let sum = 0;
  for (const word of words) {
    const found = matchWord(entry, word);
    if (!found) return undefined;
    first ??= found;
    sum += found.score;
  }
  const related = (RELATED.most * entry.count) / (entry.count + RELATED.half);
  return first && { entry, form: first.form, by: first.by, score: sum / words.length + related };
}

function matchWord(entry: Entry, word: string): Match | undefined {
  const isLatin = LATIN.test(word);
  let found: Match | undefined;
  for (const form of entry.forms) {
    const written = matchText(form.folded, word);
    const by = written > 0 ? form.by : 'pinyin';
    const raw = written > 0 || !isLatin ? written : matchSpelling(spellingOf(form, entry.type), word);
    const score = raw * WEIGHT[form.by];
    if (score > (found?.score ?? 0)) found = { entry, form, by, score };
  }
  return found;
}

function matchText(folded: string, word: string): number {
  const at = folded.indexOf(word);
  if (at < 0) return 0;
  if (folded === word) return SCORE.exact;
  return 0.1 * (word.length / folded.length) + (at === 0 ? SCORE.prefix : SCORE.inside);
}

/** A whole name counts more than its beginning, that more than a place inside; initials need two letters to mean anything. */
function matchSpelling({ full, initials, starts }: Spelling, word: string): number {
  if (full === word) return SCORE.spelledWhole;
  let at = full.indexOf(word);
  while (at >= 0 && !starts.has(at)) at = full.indexOf(word, at + 1);
  if (at >= 0) return at === 0 ? SCORE.spelled : SCORE.spelled - 0.15;
  const initial = word.length > 1 ? initials.indexOf(word) : -1;
  return initial < 0 ? 0 : initial === 0 ? SCORE.initials : SCORE.initials - 0.1;
}

function compareMatches(a: Match, b: Match): number {
  return (
    b.score - a.score ||
    a.form.text.length - b.form.text.length ||
    (a.entry.node.id < b.entry.node.id ? -1 : 1)
  );
}

function toHit(catalogue: Catalogue, { entry, form, by }: Match): SearchHit {
  const { node, type, count } = entry;
  const name = entry.forms[0]?.text ?? node.id;
  const place = type === 'Article' || type === 'Place' ? undefined : findPlaceName(catalogue, node.id);
  return known({ id: node.id, type, name, form: form.text, by, place, count });
}
