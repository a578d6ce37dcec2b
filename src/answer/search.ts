import { setImmediate } from 'node:timers/promises';
import type { SearchAnswer, SearchHit } from '../contract/list.ts';
import type { Change, NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { findPlaceName } from './entity.ts';
import { known, listOf, textOf } from './properties.ts';
import { nameOf, typeOf } from './reference.ts';
import { type Spelling, spell, toPlainForm } from './spelling.ts';
import { TopList } from './top.ts';

interface Form {
  readonly text: string;
  readonly plain: string;
  readonly by: 'name' | 'alias' | 'title';
  /** Made when first needed: a large graph has many names, and most questions are Chinese. */
  spelling?: Spelling;
}

interface Entry {
  readonly id: string;
  readonly type: SearchHit['type'];
  readonly forms: readonly [Form, ...Form[]];
}

interface FormMatch {
  readonly form: Form;
  readonly by: SearchHit['by'];
  readonly score: number;
}

interface Match extends FormMatch {
  readonly entry: Entry;
  readonly count: number;
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
 * An index over names, aliases and titles, which follows a catalogue: what a change does not rename keeps its spelling.
 *
 * A question matches a form that it equals, begins or lies in, after folding; one in Latin letters also by pinyin or initials
 * from the start of a syllable. Several words must all match the same entry. Relations count a little; ties go to the shorter
 * name. A question in Latin letters waits until all names are spelt.
 */
export class SearchIndex {
  private readonly catalogue: Catalogue;
  private readonly entries = new Map<string, Entry>();
  private readonly unspelt: Entry[] = [];
  private warming: Promise<void> | undefined;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    for (const node of [...catalogue.entities, ...catalogue.articles]) this.enter(node);
  }

  /** Takes in a change that the catalogue has taken in. */
  follow({ deleteNodes, upsertNodes }: Change): void {
    for (const { id } of deleteNodes) this.entries.delete(id);
    for (const node of upsertNodes)
      if (node.labels.includes('Entity') || node.labels.includes('Article')) this.enter(node);
  }

  /** The best hits first. An empty question has none. */
  async find(question: string, limit: number): Promise<SearchAnswer> {
    const words = question.split(/\s+/).map(toPlainForm).filter(Boolean);
    if (words.length === 0) return { hits: [], total: 0 };
    if (words.some((word) => LATIN.test(word))) await this.warm();
    const best = new TopList<Match>(limit, compareMatches);
    let total = 0;
    for (const entry of this.entries.values()) {
      const match = this.matchEntry(entry, words);
      if (match === undefined) continue;
      total++;
      best.add(match);
    }
    return { hits: best.list().map((match) => this.toHit(match)), total };
  }

  /** Make the spellings now, a few at a time, so that other work gets its turn. */
  warm(): Promise<void> {
    this.warming ??= this.spellAll().finally(() => {
      this.warming = undefined;
    });
    return this.warming;
  }

  private enter(node: NodeRecord): void {
    const entry = toEntry(node, this.entries.get(node.id));
    this.entries.set(node.id, entry);
    if (entry.forms.some(({ spelling }) => spelling === undefined)) this.unspelt.push(entry);
  }

  private async spellAll(): Promise<void> {
    while (this.unspelt.length > 0) {
      for (const { forms, type } of this.unspelt.splice(-SPELT_AT_ONCE))
        for (const form of forms) spellingOf(form, type);
      await setImmediate();
    }
  }

  /** The entry's match: the form that answers the first word best, scored by the mean of all words. */
  private matchEntry(entry: Entry, words: readonly string[]): Match | undefined {
    let first: FormMatch | undefined;
    let sum = 0;
    for (const word of words) {
      const found = matchWord(entry, word);
      if (!found) return undefined;
      first ??= found;
      sum += found.score;
    }
    if (first === undefined) return undefined;
    const count = this.countOf(entry);
    const related = (RELATED.most * count) / (count + RELATED.half);
    return { entry, count, form: first.form, by: first.by, score: sum / words.length + related };
  }

  /** The relations of an entity, the entities that an article names. */
  private countOf({ id, type }: Entry): number {
    return type === 'Article' ? this.catalogue.countNamedIn(id) : this.catalogue.relationsOf(id).length;
  }

  private toHit({ entry: { id, type, forms }, count, form, by }: Match): SearchHit {
    const place = type === 'Article' || type === 'Place' ? undefined : findPlaceName(this.catalogue, id);
    return known({ id, type, name: forms[0].text, form: form.text, by, place, count });
  }
}

/** What a node is found by; the forms that it had before keep their spelling. */
function toEntry(node: NodeRecord, before: Entry | undefined): Entry {
  const isArticle = node.labels.includes('Article');
  const type = isArticle ? 'Article' : typeOf(node);
  const known = before !== undefined && isPerson(before.type) === isPerson(type) ? before.forms : [];
  const toForm = (text: string, by: Form['by']): Form =>
    known.find((form) => form.text === text && form.by === by) ?? { text, plain: toPlainForm(text), by };
  if (isArticle)
    return { id: node.id, type, forms: [toForm(textOf(node.properties, 'title') ?? node.id, 'title')] };
  const name = nameOf(node);
  const aliases = listOf(node.properties, 'aliases').filter((alias) => alias !== name);
  return {
    id: node.id,
    type,
    forms: [toForm(name, 'name'), ...aliases.map((alias) => toForm(alias, 'alias'))],
  };
}

function isPerson(type: Entry['type']): boolean {
  return type === 'Official' || type === 'Executive';
}

function spellingOf(form: Form, type: Entry['type']): Spelling {
  form.spelling ??= spell(form.plain, isPerson(type));
  return form.spelling;
}

function matchWord(entry: Entry, word: string): FormMatch | undefined {
  const isLatin = LATIN.test(word);
  let found: FormMatch | undefined;
  for (const form of entry.forms) {
    const written = matchText(form.plain, word);
    const by = written > 0 ? form.by : 'pinyin';
    const raw = written > 0 || !isLatin ? written : matchSpelling(spellingOf(form, entry.type), word);
    const score = raw * WEIGHT[form.by];
    if (score > (found?.score ?? 0)) found = { form, by, score };
  }
  return found;
}

function matchText(plain: string, word: string): number {
  const at = plain.indexOf(word);
  if (at < 0) return 0;
  if (plain === word) return SCORE.exact;
  return 0.1 * (word.length / plain.length) + (at === 0 ? SCORE.prefix : SCORE.inside);
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
  return b.score - a.score || a.form.text.length - b.form.text.length || (a.entry.id < b.entry.id ? -1 : 1);
}
