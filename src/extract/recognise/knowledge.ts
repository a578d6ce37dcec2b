import type { Seeds } from '../../model/seeds.ts';
import type { Token } from '../../model/span.ts';

/** The seeds as sets and maps that the recognisers look words up in: made once for a process. */
export interface Knowledge {
  readonly surnames: ReadonlySet<string>;
  /** Name of a division, with and without its class word → its codes. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** The names of the divisions above one, the nearest first. */
  readonly ancestors: (code: string) => readonly string[];
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

const ETHNIC = /(?:维吾尔|哈萨克|土家族|布依族|朝鲜族|哈尼族|蒙古族?|[\p{Script=Han}]族){1,8}$/u;

/** A division's name without its class word and peoples: 南昌市 → 南昌, 恩施土家族苗族自治州 → 恩施. Names of one character stay whole. */
export function bareDivision(name: string): string {
  const cut = name
    .replace(/(?:自治区|自治州|自治县|特别行政区|地区|省|市|县|区|旗|盟)$/u, '')
    .replace(ETHNIC, '');
  return cut.length >= 2 ? cut : name;
}

const words = (seeds: Seeds, name: string): ReadonlySet<string> => new Set(seeds.words[name] ?? []);

export function createKnowledge(seeds: Seeds): Knowledge {
  const places = new Map<string, string[]>();
  const put = (name: string, code: string): void => {
    const codes = places.get(name);
    if (codes) codes.push(code);
    else places.set(name, [code]);
  };
  for (const { name, code } of seeds.divisions) {
    put(name, code);
    const bare = bareDivision(name);
    if (bare !== name) put(bare, code);
  }
  const byCode = new Map(seeds.divisions.map((division) => [division.code, division]));
  const companies = new Set([...(seeds.words['known-companies'] ?? []), ...seeds.companies]);
  const zones = new Map<string, string>();
  for (const zone of seeds.zones) for (const form of [zone.name, ...zone.aliases]) zones.set(form, zone.name);
  return {
    surnames: seeds.surnames,
    places,
    ancestors: (code) => {
      const names: string[] = [];
      for (let up = byCode.get(code)?.parent; up !== undefined; up = byCode.get(up)?.parent)
        names.push(byCode.get(up)?.name ?? '');
      return names;
    },
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
    titlePattern: titlePattern(seeds),
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

const RANK =
  '(?:原|前|时任|现任|名誉|常务|党委|党组|党工委|党支部|执行|高级|资深|首席|联席|第一|轮值|代|挂职|专职|项目|现场|行政|技术|生产|市场|销售|财务|人事|办公室|工会)?(?:副|助理|总|首席)?';

function titlePattern(seeds: Seeds): RegExp {
  const titles = [...(seeds.words['titles-government'] ?? []), ...(seeds.words['titles-company'] ?? [])];
  const alternatives = [...new Set(titles)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
  return new RegExp(`${RANK}(?:${alternatives})(?:助理)?`, 'gu');
}
