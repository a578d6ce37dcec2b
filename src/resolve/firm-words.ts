import type { Seeds } from '../model/seeds.ts';
import { bareCompany } from '../names/company.ts';
import { divisionForms } from '../names/division.ts';
import { normaliseForm } from '../names/normalise.ts';
import { type BodyWords, NO_BODY_WORDS, toBodyWords } from './body-name.ts';
import { isMadeOf } from './made-of.ts';

/** What public lists know of firms' names, and of bodies', folded. */
export interface FirmWords {
  /** Names that one firm alone goes by, and of these the short names of listed companies. */
  readonly known: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
  /** The short name of a listed company by its full one without the legal form. */
  readonly shortOf: ReadonlyMap<string, string>;
  /** The short names of listed companies by the first two letters, where these are no place or trade. */
  readonly listedBy: ReadonlyMap<string, readonly string[]>;
  readonly countries: ReadonlySet<string>;
  /** The name of a great one by each of its others, without the legal form. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** Words that say what a firm does and not which it is. */
  readonly trades: ReadonlySet<string>;
  /** These, and words that describe and countries: no firm goes by one alone. */
  readonly common: ReadonlySet<string>;
  /** Every form of a division. */
  readonly places: ReadonlySet<string>;
  readonly bodies: BodyWords;
}

export const NO_FIRM_WORDS: FirmWords = {
  known: new Set(),
  listed: new Set(),
  shortOf: new Map(),
  listedBy: new Map(),
  countries: new Set(),
  nameOf: new Map(),
  trades: new Set(),
  common: new Set(),
  places: new Set(),
  bodies: NO_BODY_WORDS,
};

/** A name of fewer letters begins other firms' names too. */
const SHORTEST_HOUSE = 3;

const COMMON = ['generic-words', 'descriptors', 'foreign-countries', 'industries'];

/** Source: seeds/listed-companies.csv, listed-names.csv, firm-aliases.csv, seeds/words/known-companies.csv, company-morphemes.csv, seeds/divisions.csv */
export function toFirmWords({
  companies,
  firms,
  houses,
  words,
  divisions,
  bodies,
}: Pick<Seeds, 'companies' | 'firms' | 'houses' | 'words' | 'divisions' | 'bodies'>): FirmWords {
  const folded = (all: Iterable<string>) => [...all].map(normaliseForm);
  const trades = new Set(folded(words['company-morphemes'] ?? []));
  const common = new Set([...trades, ...folded(COMMON.flatMap((list) => words[list] ?? [])), '中国', '首都']);
  const places = new Set(divisions.flatMap(({ name }) => divisionForms(name)));
  // What is a word too, such as 太阳能, is left to the text.
  const own = firms
    .map(({ name, full }) => ({ name: normaliseForm(name), full }))
    .filter(({ name }) => !places.has(name) && !isMadeOf(name, common));
  const listed = new Set([...folded(companies), ...own.flatMap(({ name, full }) => (full ? [name] : []))]);
  return {
    known: new Set([
      ...listed,
      ...own.map(({ name }) => name),
      ...folded(words['known-companies'] ?? []),
      ...houses.map(({ name }) => bareCompany(name)).filter((name) => name.length >= SHORTEST_HOUSE),
    ]),
    listed,
    shortOf: new Map(own.flatMap(({ name, full }) => (full ? [[bareCompany(full), name] as const] : []))),
    listedBy: byStart(
      own
        .map(({ name }) => name)
        .filter((name) => !places.has(name.slice(0, 2)) && !common.has(name.slice(0, 2))),
    ),
    countries: new Set(folded(words['foreign-countries'] ?? [])),
    nameOf: new Map(
      houses.flatMap(({ name, aliases }) =>
        [name, ...aliases].map((form) => [bareCompany(form), bareCompany(name)] as const),
      ),
    ),
    trades,
    common,
    places,
    bodies: toBodyWords(bodies),
  };
}

function byStart(names: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const start = name.slice(0, 2);
    const list = found.get(start);
    if (list === undefined) found.set(start, [name]);
    else list.push(name);
  }
  return found;
}
