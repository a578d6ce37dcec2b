import type { Division, NationalBody } from '../model/seeds.ts';
import { startsWithLevel } from '../names/division.ts';
import { normaliseForm } from '../names/normalise.ts';
import { isSubsequence } from '../names/subsequence.ts';
import type { Divisions } from './divisions.ts';

/** What the list of national bodies knows of bodies' names, folded. */
export interface BodyWords {
  /** The full name of a national body by each of its short ones. */
  readonly national: ReadonlyMap<string, string>;
  /** What the short name of a field of office stands for, the longest first: 发改 for 发展和改革, of every place's body. */
  readonly fields: readonly (readonly [short: string, long: string])[];
}

export const NO_BODY_WORDS: BodyWords = { national: new Map(), fields: [] };

const NATIONAL = /^(?:国家|国务院|中国)/u;
const CLASS = /(?:委员会|委|部|总局|局|署|厅|办公室|办)$/u;

/** Source: seeds/national-bodies.csv */
export function toBodyWords(bodies: readonly NationalBody[]): BodyWords {
  const national = new Map<string, string>();
  const fields = new Map<string, string>();
  const fieldOf = (form: string) => (CLASS.test(form) ? form.replace(NATIONAL, '').replace(CLASS, '') : '');
  for (const { name, short } of bodies)
    for (const one of short) {
      national.set(normaliseForm(one), normaliseForm(name));
      const [brief, full] = [fieldOf(one), fieldOf(name)];
      if (brief.length >= 2 && brief !== full && isSubsequence(brief, full)) fields.set(brief, full);
    }
  return { national, fields: [...fields].sort(([a], [b]) => b.length - a.length) };
}

/** What a body is called in full by its short class. */
const FULL_CLASS: Readonly<Record<string, string>> = { 委: '委员会', 办: '办公室' };
const LOCAL_CLASS = /(?:委|局|厅|办)$/u;

/** The name of a place's body with its field and class in full: 云岭省发改委 is 云岭省发展和改革委员会. */
function inFull(folded: string, { fields }: BodyWords, divisions: Divisions): string | undefined {
  const short = LOCAL_CLASS.exec(folded)?.[0];
  if (short === undefined) return undefined;
  const rest = folded.slice(0, -short.length);
  for (const [brief, full] of fields) {
    if (!rest.endsWith(brief)) continue;
    const front = rest.slice(0, -brief.length);
    const isPlace = divisions.prefix(front).end === front.length;
    if (isPlace || (front.length === 1 && startsWithLevel(folded)))
      return front + full + (FULL_CLASS[short] ?? short);
  }
  return undefined;
}

/** The form under which names of one body are equal: 国家发改委 is 国家发展和改革委员会; 发改委 alone may be any place's. */
export function bodyKey(form: string, words: BodyWords, divisions: Divisions): string {
  const folded = normaliseForm(form);
  return inFull(folded, words, divisions) ?? words.national.get(folded) ?? folded;
}

/**
 * Of a body's name that says no place, 国资委, the one that its article speaks of: that of the only province it names, or of the
 * only city where it names none; the national one where it names none of either or several provinces.
 */
export function bareBody(
  form: string,
  article: Iterable<Division>,
  words: BodyWords,
  divisions: Divisions,
): string | undefined {
  const folded = normaliseForm(form);
  const full = inFull(folded, words, divisions);
  if (full === undefined || divisions.prefix(folded).end > 0 || startsWithLevel(folded)) return undefined;
  const chains = [...article].map(({ code }) => divisions.chain(code));
  const provinces = new Set(chains.flatMap((chain) => chain.at(-1)?.code ?? []));
  if (provinces.size !== 1) return words.national.get(folded);
  const named = chains.filter((chain) => chain.length === 1);
  const cities = new Set(chains.flatMap((chain) => chain.at(-2)?.name ?? []));
  const province = named[0]?.at(-1)?.name;
  const [city, ...others] = cities;
  const place = province ?? (others.length === 0 ? city : undefined);
  return place === undefined ? undefined : place + full;
}
