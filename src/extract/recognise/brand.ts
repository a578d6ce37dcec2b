import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isClassWord } from '../../names/class-word.ts';
import type { TextView } from './text-view.ts';

/**
 * Whether a stretch holds a word that picks something out: an unknown word, a proper name, a letter word, or single characters
 * that the dictionary could not join. Ordinary nouns and places alone do not.
 */
export function isBrand(view: TextView, start: number, end: number, knowledge: Knowledge): boolean {
  let singles = 0;
  for (let i = view.tokenAt(start); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= end) break;
    const { text, pos } = token;
    if (!/[\p{L}]/u.test(text)) continue;
    if (knowledge.companies.has(text)) return true;
    if (knowledge.places.has(text)) {
      singles = 0;
      continue;
    }
    if (knowledge.generic.has(text) || knowledge.morphemes.has(text) || knowledge.industries.has(text)) {
      singles = 0;
      continue;
    }
    if (text.length === 1) {
      if (++singles >= 2) return true;
      continue;
    }
    singles = 0;
    if (/^(?:x|nz|nr|nrt|nrfg|nt|eng)$/u.test(pos) && !isClassWord(text)) return true;
  }
  return false;
}
