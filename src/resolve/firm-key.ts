import { bareCompany, isBranch, isFullCompany } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { FirmWords } from './firm-words.ts';

export const GROUP = /^(?:集团)?(?:控股|股份|实业)?(?:集团|控股)?$/u;
export const SHARES = /股份(?:有限)?公司$/u;
const SHORTEST = 3;
const LONGEST_PLACE = 6;

/**
 * The form under which names of one firm are equal. Public lists tell the great ones: 中国建设银行 is 建设银行, 阿里巴巴集团 is
 * 阿里巴巴, and so is 阿里.
 */
export function firmKey(form: string, words: FirmWords): string {
  const { nameOf } = words;
  const key = nameOf.get(bareCompany(form)) ?? branchKey(form, words) ?? listedKey(form, words);
  return nameOf.get(key) ?? key;
}

/** A branch by its house, whatever of its name is said, and its place: 中国工商银行股份有限公司云岭市分行 is 工商银行云岭分行. */
function branchKey(form: string, words: FirmWords): string | undefined {
  const folded = normaliseForm(form);
  if (!isBranch(folded) && !BRANCH_OFFICE.test(folded)) return undefined;
  const [, legal = '', of = ''] = LEGAL_HOUSE.exec(folded) ?? [];
  const [house, rest] = legal === '' ? houseInFront(folded, words) : [legal, of];
  if (house === '' || rest.length < SHORTEST) return undefined;
  const listed = words.shortOf.get(bareCompany(house));
  const key = listed === undefined ? firmKey(house, words) : firmKey(listed, words);
  return key + rest.replace(LEVEL, '');
}

const BRANCH_OFFICE = /(?:支行|营业部)$/u;
const LEGAL_HOUSE = /^(.{4,40}?(?:有限(?:责任)?公司|股份公司))(.{2,24})$/u;
/** What says the level of a branch's place. */
const LEVEL = /(?<=\p{Script=Han}{2})[省市县](?=\p{Script=Han}{0,12}(?:分|支)(?:公司|行)$)/gu;

/** The longest name of a known house, or of a great one, that a name of a part of it begins with, and the rest. */
export function houseInFront(folded: string, { known, nameOf }: FirmWords): readonly [string, string] {
  for (let length = folded.length - SHORTEST - 1; length >= 2; length--) {
    const house = folded.slice(0, length);
    const local = house.replace(/^中国/u, '');
    const isKnown = (one: string) => nameOf.has(one) || (one.length >= SHORTEST && known.has(one));
    if (isKnown(house) || isKnown(local)) return [house, folded.slice(length)];
  }
  return ['', folded];
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

/** The longest known name that a name begins with, and what follows it; empty where there is none. */
export function knownStart(bare: string, known: ReadonlySet<string>): readonly [string, string] {
  for (let length = bare.length - 1; length >= 2; length--)
    if (known.has(bare.slice(0, length))) return [bare.slice(0, length), bare.slice(length)];
  return ['', bare];
}

/** The place that a name begins with; empty where there is none. */
export function placeInFront(form: string, { places }: FirmWords): string {
  for (let length = Math.min(LONGEST_PLACE, form.length - 1); length >= 2; length--)
    if (places.has(form.slice(0, length))) return form.slice(0, length);
  return '';
}
