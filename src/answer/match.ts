import type { SearchHit } from '../contract/list.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { formsOf } from '../names/forms.ts';
import { isPersonType, type Spelling, spell, toPlainForm } from '../names/spelling.ts';
import type { Catalogue } from './catalogue.ts';
import { findPlaceName } from './entity.ts';
import { known } from './properties.ts';
import { typeOf } from './reference.ts';

interface Form {
  readonly text: string;
  readonly plain: string;
  readonly by: 'name' | 'alias' | 'title';
  /** Made when first needed: a large graph has many names, and most questions are Chinese. */
  spelling?: Spelling;
}

export interface Entry {
  readonly id: string;
  readonly type: SearchHit['type'];
  readonly forms: readonly [Form, ...Form[]];
}

interface FormMatch {
  readonly form: Form;
  readonly by: SearchHit['by'];
  readonly score: number;
}

export interface Match extends FormMatch {
  readonly entry: Entry;
  readonly count: number;
}

/** How good a match is, 0..1, before the share of the form that the word makes up; an alias counts a little less than a name, a title less than both. */
const SCORE = { exact: 1, prefix: 0.8, inside: 0.6, spelledWhole: 0.7, spelled: 0.5, initials: 0.4 } as const;
const WEIGHT = { name: 1, alias: 0.95, title: 0.5 } as const;

/** What the short form of a place counts, one without 市 or 县: 云岭 is what its zones begin with too, and who asks for it wants what most is told of. */
const SHORT_PLACE = 0.86;
const WHOLE_PLACE = /[省市县区州盟旗乡镇]$/u;

/** What relations add at the most, half of it at so many: never so much that a beginning counts more than the whole, or a place inside more than a beginning. */
const RELATED = { most: 0.05, half: 8 } as const;

const LATIN = /^[a-z]+$/;

/** What is asked for, word by word; none for an empty question. */
export function wordsOf(question: string): string[] {
  return question.split(/\s+/).map(toPlainForm).filter(Boolean);
}

/** Whether a word may stand for how something is spelt. */
export function isLatin(word: string): boolean {
  return LATIN.test(word);
}

/** The entry's match: the form that answers the first word best, scored by the mean of all words. `countOf`: its relations, or what an article names. */
export function matchEntry(
  entry: Entry,
  words: readonly string[],
  countOf: (entry: Entry) => number,
): Match | undefined {
  let first: FormMatch | undefined;
  let sum = 0;
  for (const word of words) {
    const found = matchWord(entry, word);
    if (!found) return undefined;
    first ??= found;
    sum += found.score;
  }
  if (first === undefined) return undefined;
  const count = countOf(entry);
  const related = (RELATED.most * count) / (count + RELATED.half);
  return { entry, count, form: first.form, by: first.by, score: sum / words.length + related };
}

/** A match as it is told. */
export function toHit(
  catalogue: Catalogue,
  { entry: { id, type, forms }, count, form, by }: Match,
): SearchHit {
  const place = type === 'Article' || type === 'Place' ? undefined : findPlaceName(catalogue, id);
  return known({ id, type, name: forms[0].text, form: form.text, by, place, count });
}

/** What a node is found by; the forms that it had before keep their spelling. */
export function toEntry(node: NodeRecord, before?: Entry): Entry {
  const isArticle = node.labels.includes('Article');
  const type = isArticle ? 'Article' : typeOf(node);
  const known = before !== undefined && isPersonType(before.type) === isPersonType(type) ? before.forms : [];
  const toForm = (text: string, by: Form['by']): Form =>
    known.find((form) => form.text === text && form.by === by) ?? { text, plain: toPlainForm(text), by };
  const [first, ...others] = formsOf(node).map(({ text, by }) => toForm(text, by));
  return { id: node.id, type, forms: [first as Form, ...others] };
}

export function spellingOf(form: Form, type: Entry['type']): Spelling {
  form.spelling ??= spell(form.plain, isPersonType(type));
  return form.spelling;
}

function matchWord(entry: Entry, word: string): FormMatch | undefined {
  const mayBeSpelt = isLatin(word);
  let found: FormMatch | undefined;
  for (const form of entry.forms) {
    const written = matchText(form.plain, word);
    const by = written > 0 ? form.by : 'pinyin';
    const raw = written > 0 || !mayBeSpelt ? written : matchSpelling(spellingOf(form, entry.type), word);
    const isShortPlace = entry.type === 'Place' && !WHOLE_PLACE.test(form.text);
    const score = raw * (isShortPlace ? SHORT_PLACE : WEIGHT[form.by]);
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

export function compareMatches(a: Match, b: Match): number {
  return b.score - a.score || a.form.text.length - b.form.text.length || (a.entry.id < b.entry.id ? -1 : 1);
}
