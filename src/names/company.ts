import { normaliseForm } from './normalise.ts';

/** What makes a name a firm's full one. */
const LIMITED = '有限(?:责任)?公司|股份公司';
const LEGAL = `${LIMITED}|总公司`;
/** A part of a firm that bears the firm's name. */
const PART = '分公司|支公司|分部|分行';

const LIMITED_END = new RegExp(`(?:${LIMITED})$`, 'u');

/** Whether a form is a company's full name, with its legal form. */
export function isFullCompany(form: string): boolean {
  return LIMITED_END.test(normaliseForm(form));
}

const BRANCH_END = new RegExp(`(?:${PART})$`, 'u');

/** Whether a name is that of a firm's branch: 晨星科技有限公司松江分公司. */
export function isBranch(name: string): boolean {
  return BRANCH_END.test(name);
}

/** Legal forms of other countries, behind a name of three letters at least. */
const LATIN = '(?<=...)(?:,?(?:co\\.?,?)?(?:ltd|limited)|,?inc|,?corp(?:oration)?|,?llc|,?plc|gmbh|pjsc)\\.?';

const LEGAL_END = new RegExp(`(?:(?:股份)?(?:${LEGAL})|(?<![分子支])公司|${LATIN})$`, 'u');

/** The class of a share that a list of quotations has behind a name: 晨星汽车-W. */
const SHARE_CLASS = /(?<=[\p{Script=Han}])-(?:sw|[swbr])$/u;

/**
 * The form under which a company's names are equal: the legal form goes, at the end only, and brackets open.
 *
 * A branch keeps its name, a group is another firm than its core, and a place in front stays: 云岭晨星 is not 晨星 before an
 * article says so.
 */
export function bareCompany(name: string): string {
  const open = normaliseForm(name).replace(/[()]/gu, '').replace(SHARE_CLASS, '');
  const bare = open.replace(LEGAL_END, '');
  return bare.length >= 2 ? bare : open;
}

/** The forms that a firm goes by which leave out 股份, the legal form, or all but 公司 of it: 晨星科技, 晨星科技公司. */
export function plainCompanies(name: string): string[] {
  const plain = name.replace(/(?:股份)?(?:有限(?:责任)?)?公司$/u, '');
  return [plain, `${plain}公司`];
}

const GROUP_END = new RegExp(
  `(?:(?:控股|实业|投资)?集团)?(?:控股)?(?:股份)?(?:${LEGAL}|公司|集团|股份)$`,
  'u',
);

/** What a firm's short names begin with: no legal form, group or place in brackets. 晨星化工(云南)集团有限公司 → 晨星化工. */
export function coreOfCompany(name: string): string {
  return name.replace(/\([\p{Script=Han}]{2,4}\)/gu, '').replace(GROUP_END, '');
}

const PLACE_START = /^(?:中国)?(?:[\p{Script=Han}]{2,3}(?:省|市|县))?/u;

/** A name without the place in front, if what stays is still a name. */
export function dropPlace(name: string, isPlace: (word: string) => boolean): string {
  for (const length of [4, 3, 2]) {
    if (name.length - length >= 2 && isPlace(name.slice(0, length))) return name.slice(length);
  }
  return name.replace(PLACE_START, (head) => (name.length - head.length >= 2 ? '' : head));
}

const FIRM_END = /(?:公司|集团|股份|分行|支行|合伙企业)$/u;
const HOUSE_END = /(?:公司|集团|股份)$/u;

/** Whether a form is a firm's own name, full or with 公司 or 集团 behind, and not a short form of one. */
export function isFirmName(form: string): boolean {
  const folded = normaliseForm(form);
  return isFullCompany(folded) || (FIRM_END.test(folded) && bareCompany(folded).length > 2);
}

/**
 * Whether two firms' names that one text takes for one can be: alike but for the legal form, with something in front, or one
 * with all its letters in the other. Two full names of different cores are not, nor a group and its firm.
 */
export function isOneFirm(a: string, b: string): boolean {
  const [short, long] = [bareCompany(a), bareCompany(b)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  if (short === long || long === `${short}股份`) return true;
  if (long === `${short}集团`) return !isListedOf(a, b) && !isListedOf(b, a);
  if (long.endsWith(short)) return !HOUSE_END.test(long.slice(0, -short.length));
  const [isShortFull, isLongFull] = [a, b]
    .sort((x, y) => bareCompany(x).length - bareCompany(y).length)
    .map(isFullCompany);
  if (isShortFull || isBranch(a) || isBranch(b)) return false;
  // 国网浠水供电公司 is 国网浠水县供电公司, but 晨星集团 not 晨星文化集团.
  if (!isLongFull)
    return (
      short[0] === long[0] &&
      !/集团|公司/u.test(short + long) &&
      isWithin(short, long) &&
      !LOWER_PLACE.test(insertedIn(short, long))
    );
  if (long.startsWith(short)) return !short.endsWith('集团');
  return isWithin(short, normaliseForm(isFullCompany(a) ? a : b));
}

/** 晨星股份有限公司 is the listed firm of 晨星集团. */
function isListedOf(listed: string, group: string): boolean {
  return /股份有限公司$/u.test(normaliseForm(listed)) && !/股份(?:有限)?公司$/u.test(normaliseForm(group));
}

/** A district's firm is part of the city's: 国网云岭供电公司, 国网云岭市松江区供电公司; of one place are 浠水 and 浠水县. */
const LOWER_PLACE = /..[区县镇]$/u;

/** What the longer of two names has between the beginning and the end that both share. */
function insertedIn(short: string, long: string): string {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  return long.slice(start, long.length - (short.length - start));
}

/** Whether a short form is a firm's name without anything but its legal form, 集团 and what stands in front: 晨星 of 云岭晨星集团有限公司. */
export function isPlainShort(short: string, name: string): boolean {
  return bareCompany(name).replace(/集团$/u, '').endsWith(bareCompany(short));
}

/** Whether a short form is that of the house whose branch or firm a name is of: 晨星 of 晨星松江分公司, 晨建三局 of 晨建三局科技. */
export function isHouseOf(short: string, name: string): boolean {
  const house = normaliseForm(name).replace(/^中国/u, '');
  const isOf = [house, normaliseForm(name)].some((one) => one.startsWith(normaliseForm(short)));
  return isOf && (isPart(name) || isOfBody(bareCompany(short), bareCompany(name).replace(/^中国/u, '')));
}

/** Whether a firm's name goes on behind that of a body, which has firms: 晨建三局 of 晨建三局信息科技, not of 晨建三局集团. */
function isOfBody(body: string, name: string): boolean {
  const rest = name.slice(body.length);
  return /..[局院厂所]$/u.test(body) && name.startsWith(body) && !/^(?:集团|股份|控股)*$/u.test(rest);
}

function isPart(name: string): boolean {
  return isBranch(name) || /(?:支行|分理处|营业部)$/u.test(name);
}

/** Whether a short form can be one of a firm's name: all its letters stand in it in their order. */
export function mayShorten(short: string, name: string): boolean {
  return isWithin(bareCompany(short), normaliseForm(name).replace(/[()]/gu, ''));
}

function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += letter.length;
  return at >= short.length;
}
