import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Token } from '../../model/span.ts';
import { isClassWord } from '../../names/class-word.ts';
import { OPENS_NAME, openingBracket } from './name-start.ts';
import type { TextView } from './text-view.ts';

/** What a word can be in a company's name: PLACE? BRAND BUSINESS* legal form. */
export type Part = 'place' | 'brand' | 'business' | 'none';

const UNKNOWN = /^(?:x|nz|nr|nrt|nrfg|nt|eng)$/u;

/** What a word can be in a company's name; worked out once for a word and its part of speech. */
export function partOf(token: Token, knowledge: Knowledge): Part {
  return knowledge.recall('part', token, () => classify(token, knowledge));
}

function classify(token: Token, knowledge: Knowledge): Part {
  const { text, pos } = token;
  if (!/^[\p{Script=Han}A-Za-z0-9]+$/u.test(text) || /^\d+$/u.test(text)) return 'none';
  if (knowledge.places.has(text)) return 'place';
  if (knowledge.companies.has(text)) return 'brand';
  if (knowledge.boundary.has(text) && !knowledge.nameVerbs.has(text)) return 'none';
  if (knowledge.morphemes.has(text) || knowledge.nameVerbs.has(text) || knowledge.industries.has(text))
    return 'business';
  if (text.length === 1) return /^(?:u|y|e|o|q)/u.test(pos) ? 'none' : 'brand';
  if (knowledge.generic.has(text) || knowledge.descriptors.has(text) || OPENS_NAME.test(text)) return 'none';
  if (pos === 's') return 'place';
  if (pos === 'ns') return 'brand';
  if (UNKNOWN.test(pos) && !isClassWord(text)) return 'brand';
  if (/^(?:n|b|j|a|vn|an|l|k|g|f)/u.test(pos)) return 'business';
  if (pos === 'm') return /^[一二三四五六七八九十]{2,4}$/u.test(text) ? 'brand' : 'none';
  return 'none';
}

/** Where a company's name begins whose legal form begins at `headStart`: back over business words, then the brand, then one place. */
export function findCompanyStart(
  view: TextView,
  headStart: number,
  knowledge: Knowledge,
  barriers?: ReadonlySet<number>,
): number {
  const { tokens } = view;
  let start = headStart;
  let phase: 'business' | 'brand' | 'place' = 'business';
  for (let i = view.tokenAt(headStart - 1); i >= 0; i--) {
    const token = tokens[i];
    if (!token || headStart - token.start > 30 || (barriers?.has(token.end) && start < headStart)) break;
    if (token.end > headStart) {
      start = headStart;
      continue;
    }
    if (token.text === ')') {
      const open = openingBracket(tokens, i);
      if (open < 0) break;
      i = open;
      continue;
    }
    if (token.text === '·' || token.text === '&') continue;
    const part = partOf(token, knowledge);
    if (part === 'none') break;
    if (phase === 'place') break;
    if (part === 'place') {
      if (isDoublePlace(tokens[i - 1], knowledge) || phase === 'brand' || start < headStart) phase = 'place';
      start = token.start;
      continue;
    }
    if (phase === 'brand' && part === 'business') break;
    if (part === 'brand' && phase === 'brand' && !extendsBrand(token, tokens[i - 1], headStart)) break;
    if (part === 'brand') {
      phase = 'brand';
    }
    start = token.start;
  }
  return start;
}

/** Whether one more unknown word belongs to the brand: not a character that a count or a particle leaves behind (500强). */
function extendsBrand(token: Token, before: Token | undefined, headStart: number): boolean {
  if (headStart - token.start > 16) return false;
  return !(token.text === '强' && before?.pos === 'm');
}

function isDoublePlace(token: Token | undefined, knowledge: Knowledge): boolean {
  return token !== undefined && knowledge.places.has(token.text);
}
