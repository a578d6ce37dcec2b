import { bareCompany, coreOfCompany, isFullCompany, isHouseOf } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';
import type { FirmWords } from './firm-words.ts';
import { isMadeOf } from './made-of.ts';

const SHORTEST = 3;
const LONGEST_PLACE = 6;
const GROUP = /^(?:集团)?(?:控股|股份|实业)?(?:集团|控股)?$/u;
const SHARES = /股份(?:有限)?公司$/u;

/**
 * The form under which names of one firm are equal. Public lists tell the great ones: 中国建设银行 is 建设银行, 阿里巴巴集团 is
 * 阿里巴巴, and so is 阿里.
 */
export function firmKey(form: string, words: FirmWords): string {
  const { nameOf } = words;
  const key = nameOf.get(bareCompany(form)) ?? listedKey(form, words);
  return nameOf.get(key) ?? key;
}

function listedKey(form: string, { known, listed }: FirmWords): string {
  const bare = bareCompany(form);
  const national = bare.replace(/^中国/u, '');
  if (national !== bare && known.has(national)) return national;
  if (known.has(bare)) return bare;
  const [name, rest] = knownStart(bare, known);
  // 晨星汽车集团有限公司 owns the listed 晨星汽车, and so does 晨星汽车集团.
  const isParent = isFullCompany(form) || rest.includes('集团');
  const isOwner = listed.has(name) && isParent && !SHARES.test(normaliseForm(form));
  return name !== '' && GROUP.test(rest) && !isOwner ? name : bare;
}

/**
 * The great firm whose name a form is by the public lists, by the key that all its names have; a place in front does not count.
 * Empty where it is none's.
 */
export function greatFirm(form: string, words: FirmWords): string {
  const { nameOf, shortOf } = words;
  const folded = normaliseForm(form);
  const unplaced = folded.slice(placeInFront(folded, words).length);
  for (const one of [folded, unplaced]) {
    const key = firmKey(one, words);
    if (nameOf.has(key)) return key;
  }
  return nameOf.get(shortOf.get(bareCompany(folded)) ?? '') ?? '';
}

/** What a house has firms for, beside what it is itself: 晨星物业 is none of the names of 晨星, and 晨星 none of 晨星物业's. */
const SIDE_TRADE =
  /(?:地产|房产|置业|物业|服务|资本|基金|证券|银行|保险|信托|租赁|财务|小贷|担保|金融|金服|投资|创投|资产|商业|物流|文旅|旅游|酒店|健康|体育|影视|文化|传媒|云|数科|国际|工程|建设)$/u;
const SHORTEST_OF_FIRM = 3;
const BRACKETED = /\([\p{Script=Han}]{2,4}\)/gu;

/**
 * The short forms that a firm's name has beside those which articles introduce: without 集团 and 控股, then without what says its
 * trade, as long as three letters are left that are more than a place and a word; and without 中国. 晨星伟业半导体有限公司 is
 * 晨星伟业.
 */
export function shortNames(form: string, words: FirmWords, divisions: Divisions): string[] {
  const full = bareCompany(form.replace(BRACKETED, ''));
  const found = new Set<string>();
  let rest = full.replace(/(?:(?:控股)?集团|控股)(?:股份)?$/u, '');
  const isName = (one: string) =>
    one.length >= SHORTEST_OF_FIRM &&
    one.length - divisions.prefix(one).end >= SHORTEST_OF_FIRM &&
    !isWord(one, words, divisions) &&
    !isPartOfKnown(one, form, words) &&
    !isHouseOf(one, form);
  // 中国晨星集团 is the parent of the listed 中国晨星.
  const isParent = words.listed.has(rest) && !SHARES.test(normaliseForm(form));
  if (rest !== full && !isParent && isName(rest)) found.add(rest);
  for (let tail = tradeBehind(rest, words); tail !== ''; tail = tradeBehind(rest, words)) {
    if (SIDE_TRADE.test(rest) && !SHARES.test(normaliseForm(form))) break;
    rest = rest.slice(0, -tail.length);
    if (!isName(rest)) break;
    found.add(rest);
  }
  for (const one of insurerNames(full)) found.add(one);
  for (const one of localName(form, words)) found.add(one);
  for (const one of [full, ...found]) {
    const local = one.replace(/^中国/u, '');
    if (local !== one && local.length > SHORTEST_OF_FIRM && isName(local)) found.add(local);
  }
  return [...found];
}

/** A firm's name without the house in front, where it goes by its place: 云岭供电公司 of 国网云岭供电公司. */
function localName(form: string, words: FirmWords): string[] {
  const folded = normaliseForm(form);
  const [house, rest] = knownStart(folded, words.known);
  const isLocal = placeInFront(rest, words) !== '' || /^[东西南北中]{2}/u.test(rest);
  return house !== '' && isLocal && LOCAL_FIRM.test(rest) ? [rest] : [];
}

const LOCAL_FIRM = /^\p{Script=Han}{4,10}(?<!分)公司$/u;

/** The names that an insurer goes by: 晨星财险 and 晨星产险 of 晨星财产保险, 晨星人寿 of 晨星人寿保险. */
function insurerNames(full: string): string[] {
  const [, house, branch = ''] = /^(.{2,8}?)(财产|人寿|养老|健康|信用)保险$/u.exec(full) ?? [];
  const short = { 财产: ['财险', '产险'], 人寿: ['人寿'], 养老: ['养老', '养老险'] }[branch] ?? [];
  return house === undefined ? [] : [`${branch}险`, ...short].map((one) => house + one);
}

/** The longest word of a trade that a name ends in. */
function tradeBehind(name: string, { trades }: FirmWords): string {
  for (let length = Math.min(6, name.length - 1); length >= 2; length--)
    if (trades.has(name.slice(-length))) return name.slice(-length);
  return '';
}

/**
 * The short name that the public lists have for a firm by its full one, as they say or by its words: 北京金隅集团股份有限公司 is 金隅集团, and
 * 奇瑞汽车股份有限公司 is 奇瑞, for no other 股份有限公司 of its trade is called so.
 */
export function listedName(
  form: string,
  { known, listed, shortOf, trades }: FirmWords,
  divisions: Divisions,
): string | undefined {
  const bare = bareCompany(form);
  const isShares = SHARES.test(normaliseForm(form));
  const short = shortOf.get(bare);
  // 晨星汽车集团有限公司 is another firm than 晨星汽车集团股份有限公司.
  if (short !== undefined && short !== bare && (isShares || !isFullCompany(form))) return short;
  // 东风汽车股份有限公司 is listed by that name, and no other name of 东风.
  if (!isShares || short === bare) return undefined;
  const placed = bare.slice(divisions.prefix(bare).end);
  if (placed !== bare && placed.length >= SHORTEST && listed.has(placed)) return placed;
  const [name, rest] = knownStart(bare, known);
  return name !== '' &&
    !INSURER.test(rest) &&
    (trades.has(rest) || (listed.has(name) && isMadeOf(rest, trades)))
    ? name
    : undefined;
}

/** A house has an insurer of its own for each of these: 中国晨星财产保险 is none of the names of 中国晨星. */
const INSURER = /^(?:财产|人寿|养老|健康|信用)保险/u;

/** The longest known name that a name begins with, and what follows it; empty where there is none. */
function knownStart(bare: string, known: ReadonlySet<string>): readonly [string, string] {
  for (let length = bare.length - 1; length >= 2; length--)
    if (known.has(bare.slice(0, length))) return [bare.slice(0, length), bare.slice(length)];
  return ['', bare];
}

/** Whether a name says of no firm which it is: 附属公司, 投资集团, 保险股份有限公司. */
export function isPlainFirm(form: string, { known, nameOf, trades }: FirmWords): boolean {
  const bare = bareCompany(form).replace(/^(?:某|该|本|A|B|甲|乙)/u, '');
  return !known.has(bare) && !nameOf.has(bare) && isMadeOf(bare.replace(PLAIN_END, ''), trades);
}

const PLAIN_END = /(?:公司|集团|分公司|子公司)$/u;
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

/** Whether a name is a short form with one trade behind, which is none that houses have firms for: 晨星汽车, not 晨星物业. */
export function isNameAndTrade(short: string, name: string, { trades, listed }: FirmWords): boolean {
  const trade = name.slice(short.length);
  return name.startsWith(short) && trades.has(trade) && !SIDE_TRADE.test(trade) && !listed.has(short);
}

/** Whether a name is a short form with nothing but 中国 in front, or 集团 or 公司 behind: 中国晨星, 晨星集团. */
export function isPlainName(short: string, name: string): boolean {
  return /^(?:集团|控股|公司)+$/u.test(name.slice(short.length))
    ? name.startsWith(short)
    : name === `中国${short}`;
}

/**
 * Whether a firm's name that has a known one's in it is that of a part of it, or of a firm that it has with another: of 福特汽车
 * 福特汽车国际市场集团 and 华晨福特汽车, not 福特汽车科技公司; of a listed company every firm that is no 股份有限公司.
 */
export function isPartOfKnown(short: string, name: string, words: FirmWords): boolean {
  const { known, listed, trades } = words;
  const [core, bare] = [short, name].map((form) => bareCompany(form).replace(/^中国/u, '')) as [
    string,
    string,
  ];
  const at = bare.indexOf(core);
  if (!(known.has(core) || known.has(bareCompany(short))) || at < 0 || known.has(bare)) return false;
  const front = bare.slice(0, at);
  const place = placeInFront(bare, words);
  if (front !== '' && front !== place && front !== `${place}市` && front !== `${place}省`) return true;
  const rest = bare.slice(at + core.length);
  if (GROUP.test(rest)) return false;
  const trade = rest.replace(/(?:集团)?(?:控股|股份)?$/u, '');
  if (listed.has(core)) return !(SHARES.test(name) && isMadeOf(trade, trades) && !INSURER.test(trade));
  return !trades.has(trade);
}

/** Whether a name is a firm's that it calls by a house and a place: 国网云岭供电公司 of 国网, 中国铁路云岭局集团 of 中国铁路. */
export function isOfHouseAt(short: string, name: string, words: FirmWords): boolean {
  const [house, form] = [bareCompany(short), normaliseForm(name)];
  return form.startsWith(house) && placeInFront(form.slice(house.length), words) !== '';
}

/** Whether a short form is that of a listed company, which a firm whose name only has its letters is not: 晨星证券, 晨星创新证券投资有限公司. */
export function isOtherListed(short: string, name: string, { listed }: FirmWords): boolean {
  return listed.has(bareCompany(short)) && !SHARES.test(normaliseForm(name));
}

/** Whether a form has a trade behind a group's name that the group has not: 晨星太阳能 of 晨星集团有限公司. */
export function isSister(form: string, name: string, { trades }: FirmWords): boolean {
  const [bare, core] = [bareCompany(form), coreOfCompany(normaliseForm(name))];
  const trade = bare.slice(core.length);
  return core.length >= 2 && bare.startsWith(core) && trade !== '' && isMadeOf(trade, trades);
}

/** Whether a known firm's name says its trade, and a name only has its letters, others between them: 晨星证券, 晨星创新证券投资有限公司. */
export function isOtherKnown(short: string, name: string, words: FirmWords): boolean {
  const [known, bare] = [bareCompany(short), bareCompany(name)];
  return words.known.has(known) && tradeBehind(known, words) !== '' && !bare.includes(known);
}

/** Whether two names begin with two places: 云岭农村商业银行 and 松江农村商业银行, not 云岭松江农村商业银行. */
export function isOfOtherPlace(short: string, name: string, words: FirmWords): boolean {
  const [a, b] = [short, name].map((form) => placeInFront(normaliseForm(form), words)) as [string, string];
  return a !== '' && b !== '' && !name.includes(a) && !short.includes(b);
}

function placeInFront(form: string, { places }: FirmWords): string {
  for (let length = Math.min(LONGEST_PLACE, form.length - 1); length >= 2; length--)
    if (places.has(form.slice(0, length))) return form.slice(0, length);
  return '';
}

/** Whether a full name has its place in brackets, as a firm of a larger one has: 晨星汽车科技(云岭)有限公司. */
export function isPlacedInBrackets(name: string, divisions: Divisions): boolean {
  const place = /\(([\p{Script=Han}]{2,4})\)/u.exec(normaliseForm(name))?.[1];
  return place !== undefined && divisions.prefix(place).end === place.length;
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
