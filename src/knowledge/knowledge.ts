import type { Division, Seeds } from '../model/seeds.ts';
import type { Token } from '../model/span.ts';
import { titlePattern } from '../names/title.ts';
import { Gazetteer } from './gazetteer.ts';

/** The seeds as sets and maps that reading looks words up in: made once for a process. */
export interface Knowledge {
  readonly surnames: ReadonlySet<string>;
  readonly gazetteer: Gazetteer;
  /** Every form of a division → the divisions that go by it. */
  readonly places: ReadonlyMap<string, readonly Division[]>;
  readonly boundary: ReadonlySet<string>;
  readonly nameVerbs: ReadonlySet<string>;
  readonly descriptors: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  /** Any generic word, the longest first. */
  readonly genericPattern: RegExp;
  readonly morphemes: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
  /** Every beginning of a known company's name. */
  readonly companyBeginnings: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly zones: ReadonlyMap<string, string>;
  /** A post of government or of a company, with its rank in front. */
  readonly titlePattern: RegExp;
  readonly governmentTitles: ReadonlySet<string>;
  readonly seeds: Seeds;
  /** What was worked out for a word with its part of speech, here or in an earlier document; else what `work` finds now. */
  readonly recall: <T>(what: string, word: Token, work: () => T) => T;
}

const words = (seeds: Seeds, name: string): ReadonlySet<string> => new Set(seeds.words[name] ?? []);

export function createKnowledge(seeds: Seeds): Knowledge {
  const gazetteer = new Gazetteer(seeds.divisions);
  const companies = new Set([...(seeds.words['known-companies'] ?? []), ...seeds.companies]);
  const zones = new Map<string, string>();
  for (const zone of seeds.zones) for (const form of [zone.name, ...zone.aliases]) zones.set(form, zone.name);
  return {
    surnames: seeds.surnames,
    gazetteer,
    places: gazetteer.byForm,
    boundary: words(seeds, 'boundary-words'),
    nameVerbs: words(seeds, 'name-verbs'),
    descriptors: words(seeds, 'descriptors'),
    generic: words(seeds, 'generic-words'),
    genericPattern: new RegExp(
      [...(seeds.words['generic-words'] ?? [])].sort((a, b) => b.length - a.length).join('|'),
      'gu',
    ),
    morphemes: words(seeds, 'company-morphemes'),
    companies,
    companyBeginnings: new Set(
      [...companies].flatMap((name) => Array.from(name, (_, i) => name.slice(0, i + 1))),
    ),
    industries: words(seeds, 'industries'),
    countries: words(seeds, 'foreign-countries'),
    zones,
    titlePattern: titlePattern([
      ...(seeds.words['titles-government'] ?? []),
      ...(seeds.words['titles-company'] ?? []),
    ]),
    governmentTitles: words(seeds, 'titles-government'),
    seeds,
    recall: createMemory(),
  };
}

const MOST_REMEMBERED = 50_000;

/** News says most words again and again. What is remembered never changes an answer, and is forgotten whole when it grows large. */
function createMemory(): Knowledge['recall'] {
  const memories = new Map<string, Map<string, { readonly pos: string; readonly found: unknown }>>();
  return <T>(what: string, { text, pos }: Token, work: () => T): T => {
    let memory = memories.get(what);
    if (!memory || memory.size > MOST_REMEMBERED) {
      memory = new Map();
      memories.set(what, memory);
    }
    // A word has the same part of speech nearly everywhere.
    const known = memory.get(text);
    if (known?.pos === pos) return known.found as T;
    const found = work();
    memory.set(text, { pos, found });
    return found;
  };
}
