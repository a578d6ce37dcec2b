import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import {
  isFirmName,
  isFullCompany,
  isHouseOf,
  isOneFirm,
  isPlainShort,
  mayShorten,
} from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import { greatFirm } from './firm-key.ts';
import {
  isOfHouseAt,
  isOfOtherPlace,
  isOtherKnown,
  isOtherListed,
  isPartOfGroup,
  isPartOfKnown,
  isSister,
} from './firm-name.ts';
import { type FirmWords, NO_FIRM_WORDS } from './firm-words.ts';
import { formOfMention, partEntities } from './part.ts';
import { UnionFind } from './union.ts';

/**
 * What a document says, with each company that goes by the names of several parted: 晨星化工有限公司 and 晨星地产有限公司 are two,
 * though both are 晨星. A short form goes to the firm that the text introduces it for, else to the only one that it fits; one that
 * fits several is a thing by itself. Mentions go along with their form, facts with the mention that stands nearest, relations with what stands in their evidence.
 * The same object where there is none. `text` is the original text.
 */
export function partFirms(
  extraction: Extraction,
  text: string,
  words: FirmWords = NO_FIRM_WORDS,
): Extraction {
  return partEntities(extraction, 'Company', (entity) => firmsOf(entity, text, words));
}

/** The forms of each firm among those of an entity, the firm of its name first. */
function firmsOf(entity: Entity, text: string, words: FirmWords): string[][] {
  const forms = [entity.name, ...entity.aliases];
  const named = forms.filter(isFirmName);
  const greatOf = new Map(forms.map((form) => [form, greatFirm(form, words)]));
  const greats = new Set([...greatOf.values()].filter((one) => one !== ''));
  const isOneOfSeveral = (form: string) => greats.size > 1 && greatOf.get(form) !== '';
  const full =
    named.length > 0
      ? named
      : forms.filter((form) => isOneOfSeveral(form) || isPartOfOther(form, forms, words));
  if (full.length === 0) return [forms];
  const introducer = introducers(entity, text);
  const isOne = (a: string, b: string) =>
    introducer.get(a) === b ||
    introducer.get(b) === a ||
    (isOneFirm(a, b) &&
      greatOf.get(a) === greatOf.get(b) &&
      !isPartOfGroup(a, b, words) &&
      !isPartOfGroup(b, a, words));
  const firms = joinFirms(full, isOne, introducer);
  // Short forms are told by full names alone, in whatever order they come.
  const fitting = (fits: (name: string) => boolean) =>
    firms.filter((firm) => firm.some((one) => full.includes(one) && fits(one)));
  const open: string[][] = [];
  for (const form of forms) {
    if (full.includes(form)) continue;
    const introduced = firms.find((firm) => firm.includes(introducer.get(form) ?? ''));
    const plain = fitting((one) => isPlainShort(form, one) && !isPartOfKnown(form, one, words));
    const isWhole = plain.length === 0 && full.some((one) => isWholeOf(form, one, words));
    const great = greatOf.get(form);
    const isElsewhere = full.every(
      (one) =>
        isOfOtherPlace(form, one, words) ||
        isSister(form, one, words) ||
        (great !== '' && great !== greatOf.get(one)),
    );
    const mayBe = (one: string) =>
      mayShorten(form, one) && !isOtherListed(form, one, words) && !isOtherKnown(form, one, words);
    const fits = plain.length > 0 ? plain : fitting(mayBe);
    const isOpen =
      isElsewhere ||
      isWhole ||
      fits.length > 1 ||
      (fits.length === 0 && words.known.has(normaliseForm(form)));
    const own = introduced ?? (isOpen ? undefined : (fits[0] ?? firms[0]));
    const alike = open.find(([other = '']) => other.startsWith(form) || form.startsWith(other));
    if (own !== undefined) own.push(form);
    else if (alike !== undefined) alike.push(form);
    else open.push([form]);
  }
  const all = [...firms, ...open];
  return [
    ...all.filter((firm) => firm.includes(entity.name)),
    ...all.filter((firm) => !firm.includes(entity.name)),
  ];
}

/** Whether a form is that of the house, or the partner, of the firm that a name is of. */
function isWholeOf(form: string, name: string, words: FirmWords): boolean {
  return isPartOfKnown(form, name, words) || isHouseOf(form, name) || isOfHouseAt(form, name, words);
}

function isPartOfOther(form: string, others: readonly string[], words: FirmWords): boolean {
  return others.some((other) => other !== form && isWholeOf(other, form, words));
}

/** The full names of each firm. A name between two legal ones, 晨星公司 of 晨星财务有限公司 and 晨星汽车有限公司, makes them no one firm. */
function joinFirms(
  full: readonly string[],
  isOne: (a: string, b: string) => boolean,
  introducer: ReadonlyMap<string, string>,
): string[][] {
  const legal = full.filter(isFullCompany);
  const sets = new UnionFind(legal.length);
  legal.forEach((a, i) => {
    for (let j = 0; j < i; j++) if (isOne(a, legal[j] as string)) sets.join(i, j);
  });
  const firms = sets.sets(legal);
  for (const form of full) {
    if (legal.includes(form)) continue;
    const fits = firms.filter((firm) => firm.some((one) => isOne(form, one)));
    const plain = fits.filter((firm) => firm.some((one) => isPlainShort(form, one)));
    const told = firms.filter((firm) => firm.includes(introducer.get(form) ?? ''));
    const [only, ...others] = told.length > 0 ? told : plain.length > 0 ? plain : fits;
    if (only !== undefined && others.length === 0) only.push(form);
    else firms.push([form]);
  }
  return firms;
}

const LONGEST_INTRODUCTION = 12;

/** For each form that the text introduces right behind another, (以下简称“晨星”), that other. */
function introducers({ mentions }: Entity, text: string): Map<string, string> {
  const found = new Map<string, string>();
  const sorted = [...mentions].sort((a, b) => a.start - b.start);
  sorted.forEach((mention, i) => {
    const before = sorted[i - 1];
    if (before === undefined || mention.start - before.end > LONGEST_INTRODUCTION) return;
    const between = text.slice(before.end, mention.start);
    if (between.includes('称') && !/[合统并]称/u.test(between))
      found.set(formOfMention(mention), formOfMention(before));
  });
  return found;
}
