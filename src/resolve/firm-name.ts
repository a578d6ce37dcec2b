import type { Seeds } from '../model/seeds.ts';
import { bareCompany } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';

/** What public lists know of firms' names, folded. */
export interface FirmWords {
  /** Names that one firm alone goes by, and of these the short names of listed companies. */
  readonly known: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
  /** Words that say what a firm does and not which it is. */
  readonly trades: ReadonlySet<string>;
  /** These, and words that describe and countries: no firm goes by one alone. */
  readonly common: ReadonlySet<string>;
}

export const NO_FIRM_WORDS: FirmWords = {
  known: new Set(),
  listed: new Set(),
  trades: new Set(),
  common: new Set(),
};

const COMMON = ['generic-words', 'descriptors', 'foreign-countries', 'industries'];

/** Source: seeds/listed-companies.csv, seeds/words/known-companies.csv, company-morphemes.csv */
export function toFirmWords({ companies, words }: Pick<Seeds, 'companies' | 'words'>): FirmWords {
  const folded = (all: Iterable<string>) => [...all].map(normaliseForm);
  const listed = new Set(folded(companies));
  const trades = new Set(folded(words['company-morphemes'] ?? []));
  return {
    known: new Set([...listed, ...folded(words['known-companies'] ?? [])]),
    listed,
    trades,
    common: new Set([...trades, ...folded(COMMON.flatMap((list) => words[list] ?? [])), '中国', '首都']),
  };
}

const SHORTEST = 3;
const GROUP = /^(?:集团)?(?:控股|股份|实业)?(?:集团|控股)?$/u;
const SHARES = /股份有限公司$/u;

/**
 * The form under which names of one firm are equal. Public lists tell the great ones: 中国建设银行 is 建设银行, 阿里巴巴集团 is
 * 阿里巴巴.
 */
export function firmKey(form: string, { known }: FirmWords): string {
  const bare = bareCompany(form);
  const national = bare.replace(/^中国/u, '');
  if (national !== bare && known.has(national)) return national;
  if (known.has(bare)) return bare;
  const [name, rest] = knownStart(bare, known);
  return name !== '' && GROUP.test(rest) ? name : bare;
}

/**
 * The short name that the public lists have for a firm by its full one: 北京金隅集团股份有限公司 is 金隅集团, and
 * 奇瑞汽车股份有限公司 is 奇瑞, for no other 股份有限公司 of its trade is called so.
 */
export function listedName(
  form: string,
  { known, listed, trades }: FirmWords,
  divisions: Divisions,
): string | undefined {
  if (!SHARES.test(normaliseForm(form))) return undefined;
  const bare = bareCompany(form);
  const placed = bare.slice(divisions.prefix(bare).end);
  if (placed !== bare && placed.length >= SHORTEST && listed.has(placed)) return placed;
  const [name, rest] = knownStart(bare, known);
  return name !== '' && (trades.has(rest) || (listed.has(name) && isMadeOf(rest, trades))) ? name : undefined;
}

/** The longest known name that a name begins with, and what follows it; empty where there is none. */
function knownStart(bare: string, known: ReadonlySet<string>): readonly [string, string] {
  for (let length = bare.length - 1; length >= 2; length--)
    if (known.has(bare.slice(0, length))) return [bare.slice(0, length), bare.slice(length)];
  return ['', bare];
}

/** Whether a name says of no firm which it is: 附属公司, 投资集团, 保险股份有限公司. */
export function isPlainFirm(form: string, { known, trades }: FirmWords): boolean {
  const bare = bareCompany(form).replace(/^(?:某|该|本|A|B|甲|乙)/u, '');
  return !known.has(bare) && isMadeOf(bare.replace(PLAIN_END, ''), trades);
}

const PLAIN_END = /(?:公司|集团|分公司|子公司)$/u;
const PLAIN_WORD =
  /^(?:附属|关联|非?上市|控股|参股|母|子|分|供电|供水|自来水|客运|公交|股份|有限|责任|证券|物业|管理|保险|财产|资产|信息|电力|消费|日用品)/u;

/** Whether a firm's name is a short form with nothing but a place in front and its trade behind: 云岭晨星科技. */
export function isTradeName(
  short: string,
  name: string,
  { trades }: FirmWords,
  divisions: Divisions,
): boolean {
  const bare = bareCompany(name);
  const core = bare.slice(divisions.prefix(bare).end);
  return [bare, core].some((one) => one.startsWith(short) && isMadeOf(one.slice(short.length), trades));
}

/** Whether a text is made of these words, and such as a firm has for its kind, and nothing else. */
export function isMadeOf(text: string, trades: ReadonlySet<string>): boolean {
  if (text === '') return true;
  const plain = PLAIN_WORD.exec(text)?.[0];
  if (plain !== undefined && isMadeOf(text.slice(plain.length), trades)) return true;
  for (let length = Math.min(text.length, 6); length >= 2; length--)
    if (trades.has(text.slice(0, length)) && isMadeOf(text.slice(length), trades)) return true;
  return false;
}

/**
 * Whether a firm's name that begins with a known one's is that of a part of it: 福特汽车国际市场集团, not 福特汽车科技公司; of a
 * listed company every firm that is no 股份有限公司.
 */
export function isPartOfKnown(short: string, name: string, { known, listed, trades }: FirmWords): boolean {
  const [core, bare] = [bareCompany(short), bareCompany(name)];
  if (!known.has(core) || !bare.startsWith(core)) return false;
  const rest = bare.slice(core.length);
  if (GROUP.test(rest)) return false;
  const trade = rest.replace(/(?:集团)?(?:控股|股份)?$/u, '');
  return listed.has(core) ? !(SHARES.test(name) && isMadeOf(trade, trades)) : !trades.has(trade);
}

/** Whether a group's firm says more than the trade beside the group's name: 晨星商业管理集团有限公司, not 晨星汽车集团有限公司. */
export function isPartOfGroup(group: string, name: string, { trades }: FirmWords): boolean {
  const [stem, bare] = [bareCompany(group).replace(/集团$/u, ''), bareCompany(name)];
  const at = bare.indexOf(stem);
  if (!group.endsWith('集团') || at < 0 || at === 1 || bare.endsWith(`${stem}集团`)) return false;
  const rest = bare.slice(at + stem.length).replace(/(?:控股|股份)?集团.*$/u, '');
  return rest !== '' && rest !== bare.slice(at + stem.length) && !trades.has(rest) && trades.size > 0;
}

/** Whether a short form is a word, a place or a country, and so no name of a firm beside the text that calls one so: 中国, 公交. */
export function isWord(short: string, { common }: FirmWords, divisions: Divisions): boolean {
  const folded = normaliseForm(short);
  return divisions.prefix(folded).end === folded.length || isMadeOf(folded.replace(PLAIN_END, ''), common);
}
