import { bareCompany, coreOfCompany, isHouseOf } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';
import { GROUP, houseInFront, placeInFront, SHARES } from './firm-key.ts';
import type { FirmWords } from './firm-words.ts';
import { INSURER } from './listed-name.ts';
import { isMadeOf } from './made-of.ts';

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
  if (rest !== full && !isParent && (isName(rest) || isLocalGroup(rest, words, divisions))) found.add(rest);
  const group = plainGroup(full, words, divisions);
  if (group !== undefined) found.add(group);
  for (let tail = tradeBehind(rest, words); tail !== ''; tail = tradeBehind(rest, words)) {
    if (SIDE_TRADE.test(rest) && !SHARES.test(normaliseForm(form))) break;
    rest = rest.slice(0, -tail.length);
    if (!isName(rest)) break;
    found.add(rest);
  }
  if (PARTNERS.test(full)) found.add(full.replace(PARTNERS, ''));
  if (FUND_HOUSE.test(full)) found.add(full.replace(FUND_HOUSE, ''));
  for (const one of insurerNames(full)) found.add(one);
  for (const one of localName(form, words, divisions)) found.add(one);
  for (const one of [full, ...found]) {
    const local = one.replace(/^中国/u, '');
    if (local !== one && local.length > SHORTEST_OF_FIRM && isName(local)) found.add(local);
  }
  return [...found];
}

/** Whether a group's name without 集团 is a place and two letters that are no word: 云岭交控 of 云岭交控集团. */
function isLocalGroup(rest: string, words: FirmWords, divisions: Divisions): boolean {
  const own = rest.slice(divisions.prefix(rest).end);
  return own.length === 2 && own !== rest && !isWord(own, words, divisions);
}

/** A group's name without what holds other firms' shares by: 晨星集团 of 晨星投资集团, where no list has 晨星. */
function plainGroup(full: string, words: FirmWords, divisions: Divisions): string | undefined {
  const [, house = ''] = HOLDING_GROUP.exec(full) ?? [];
  const own = house.slice(divisions.prefix(house).end);
  const isListed = [house, own, `${house}集团`].some((one) => words.known.has(one) || words.nameOf.has(one));
  return own.length < 2 || isListed || isWord(own, words, divisions) ? undefined : `${house}集团`;
}

const HOLDING_GROUP = /^(.{2,12}?)(?:投资|实业|控股|产业|开发投资|产业投资|投资控股|投资发展)集团$/u;

/** A firm's name without the house in front, where it goes by its place: 云岭供电公司 of 国网云岭供电公司, and of 国网云岭县供电公司. */
function localName(form: string, words: FirmWords, divisions: Divisions): string[] {
  const [house, rest] = houseInFront(normaliseForm(form), words);
  const place = placeInFront(rest, words);
  const isLocal = place !== '' || /^[东西南北中]{2}/u.test(rest);
  if (house === '' || !isLocal || !LOCAL_FIRM.test(rest)) return [];
  const plain = place.replace(PLACE_LEVEL, '');
  // 南昌供电公司 is none of 南昌县.
  const isOne = plain !== place && divisions.find(plain)?.code === divisions.find(place)?.code;
  return isOne ? [rest, plain + rest.slice(place.length)] : [rest];
}

const LOCAL_FIRM = /^\p{Script=Han}{4,10}(?<!分)公司$/u;
const PLACE_LEVEL = /(?<=..)[市县区]$/u;

/** What the law adds to the names of partners, and houses of funds to theirs: 晨星会计师事务所(特殊普通合伙), 晨星基金管理有限公司. */
const PARTNERS = /(?:特殊)?(?:普通|有限)合伙$/u;
const FUND_HOUSE = /(?<=..基金)管理$/u;

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
