import type { EntityType } from '../model/entity.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { formsOf } from './forms.ts';
import { isPersonType, spell, toPlainForm } from './spelling.ts';

/**
 * What a full-text index of words between spaces holds of an entity or an article, so that any part of how it is called or spelt is
 * found: each form in plain form, in pinyin and in initials, as pairs of neighbouring characters between a sign for the beginning
 * and one for the end. 晨星 is `^ 晨星 星$`, `^ ch he en nx xi in ng g$` and `^ cx x$`.
 */
export function toGrams(node: NodeRecord): string[] {
  const isPerson = isPersonType(node.properties.type as EntityType);
  return formsOf(node).flatMap(({ text }) => {
    const plain = toPlainForm(text);
    const { full, initials } = spell(plain, isPerson);
    return [...new Set([plain, full, initials])].map((one) => `^ ${gramsOf(`${one}$`).join(' ')}`);
  });
}

/**
 * The question, in the syntax of Lucene, that finds all of which some part is called or spelt like each of these words, in plain
 * form: what is called just so first, then what begins so.
 */
export function toLucene(words: readonly string[]): string {
  return words.map((word) => `+(${toClause(word)})`).join(' ');
}

function toClause(word: string): string {
  const inside = gramsOf(word);
  if (inside.length === 0) return `${escaped(word)}*`;
  const phrase = (grams: readonly string[]) =>
    `"${grams.map((gram) => gram.replace(/["\\]/gu, '\\$&')).join(' ')}"`;
  const begun = ['^', ...inside];
  return `${phrase(inside)} ${phrase(begun)}^4 ${phrase([...begun, ...gramsOf(`${word}$`).slice(-1)])}^16`;
}

/** Each two neighbouring characters of a text; of one that is shorter, none. */
function gramsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

function escaped(character: string): string {
  return /[\p{L}\p{N}]/u.test(character) ? character : `\\${character}`;
}
