import type { Mention } from '../../model/mention.ts';
import { nearby } from '../../model/nearby.ts';
import { SpanIndex } from '../../model/span-index.ts';
import { coreOfCompany, dropPlace, isBranch, plainCompanies } from '../../names/company.ts';
import { isSubsequence } from '../../names/subsequence.ts';
import { isArea } from './area.ts';
import type { Clusters } from './cluster.ts';
import type { AliasContext } from './context.ts';

const INTRODUCED = /^\((?:以下)?(?:并称|统称|合称|简称|下称)(?:为|:)?[“"'‘]?([^”"'’)]{2,16})[”"'’]?\)/u;

/** How far from a name its short forms are looked for, in units. */
const REACH = 20_000;

/** Short forms that the text introduces itself: X(以下简称“Y”). Y becomes a form of X wherever it stands. */
export function introduceAliases(
  clusters: Clusters,
  mentions: readonly Mention[],
  context: AliasContext,
): Mention[] {
  const more: Mention[] = [];
  const found = new Set<string>();
  const keyOf = ({ type, start, end }: Pick<Mention, 'type' | 'start' | 'end'>) => `${type} ${start} ${end}`;
  const taken = new Set(mentions.map(keyOf));
  for (const { type, start: at, end: behind, form } of mentions) {
    const alias = INTRODUCED.exec(context.text.slice(behind, behind + 30))?.[1];
    if (alias === undefined) continue;
    // What several names are shortened to is looked for once in a stretch of text.
    const part = Math.floor(at / REACH);
    const key = `${type} ${alias} ${part}`;
    if (!found.has(key)) {
      found.add(key);
      for (const start of placesOf(context.text, alias, part * REACH, REACH)) {
        const end = start + alias.length;
        const mention: Mention = {
          ...{ start, end, type, form: alias },
          ...{ rule: 'alias/introduced', confidence: 0.95 },
        };
        if (taken.has(keyOf(mention))) continue;
        taken.add(keyOf(mention));
        more.push(mention);
        clusters.add(mention);
      }
    }
    clusters.join(type, form, alias);
  }
  return more;
}

/** Where a form stands within [at - REACH, at + length + REACH), one place not overlapping another. */
function placesOf(text: string, form: string, at: number, length: number): number[] {
  const from = Math.max(0, at - REACH);
  const part = text.slice(from, at + length + REACH);
  const places: number[] = [];
  for (let i = part.indexOf(form); i >= 0; i = part.indexOf(form, i + form.length)) places.push(from + i);
  return places;
}

/** Short forms of full company names: the name without place and legal form, and what is left of its front. */
export function shortenCompanies(
  clusters: Clusters,
  mentions: readonly Mention[],
  context: AliasContext,
): Mention[] {
  const more: Mention[] = [];
  const taken = new SpanIndex(mentions);
  const full = clusters.forms('Company').filter((form) => /(?:公司|集团|股份)$/u.test(form));
  for (const form of full) {
    joinPlain(form, clusters, context);
    if (form.length < 6) continue;
    const text = textAround(context.text, clusters.firstOf('Company', form));
    for (const alias of shortForms(form, context)) {
      if (clusters.has('Company', alias)) {
        if (!isParent(alias, form, clusters, context)) clusters.join('Company', form, alias);
        continue;
      }
      if (alias.length < 2 || context.isCommon(alias) || context.isPlace(alias)) continue;
      for (const start of text.find(alias)) {
        const end = start + alias.length;
        const clash = taken.touching(start, end).some((m) => !(m.type === 'Project' && m.start === start));
        if (clash || !startsWord(context.text, start)) continue;
        const mention: Mention = {
          start,
          end,
          type: 'Company',
          form: alias,
          rule: 'alias/short-name',
          confidence: 0.85,
        };
        more.push(mention);
        taken.add(mention);
        clusters.add(mention);
        clusters.join('Company', form, alias);
      }
    }
  }
  joinSubsequences(clusters, context);
  return more;
}

/** Forms that leave out nothing but the legal form, a part of it, or places in front. */
function joinPlain(form: string, clusters: Clusters, context: AliasContext): void {
  const bare = coreOfCompany(form);
  const others = [bare, ...plainCompanies(form)];
  for (let n = 2; form.endsWith('公司') && n <= bare.length - 4; n++)
    if (isArea(form.slice(0, n), clusters, context)) others.push(form.slice(n));
  for (const other of others)
    if (other !== form && other.length >= 2 && clusters.has('Company', other))
      clusters.join('Company', form, other);
}

/** What a full name may be shortened to, the longest first. */
function shortForms(form: string, context: AliasContext): string[] {
  const bare = coreOfCompany(form);
  const core = dropPlace(bare, context.isPlace);
  const place = bare.slice(0, bare.length - core.length);
  const forms = new Set<string>();
  for (let n = core.length; n >= 2; n--) {
    const front = core.slice(0, n);
    forms.add(front);
    if (place) forms.add(place + front);
    forms.add(`${front}股份`).add(`${front}公司`);
    // 晨星集团 is another firm than 晨星科技控股股份有限公司.
    if (n === core.length) forms.add(`${front}集团`);
  }
  forms.delete(form);
  return [...forms].sort((a, b) => b.length - a.length);
}

/** The text around an offset, in which many forms with few beginnings are looked for: each beginning is looked for once. */
function textAround(text: string, offset: number): { readonly find: (form: string) => number[] } {
  const from = Math.max(0, offset - REACH);
  const part = text.slice(from, offset + REACH);
  const known = new Map<string, number[]>();
  const beginnings = (head: string): number[] => {
    let places = known.get(head);
    if (!places) {
      places = [];
      for (let i = part.indexOf(head); i >= 0; i = part.indexOf(head, i + 1)) places.push(i);
      known.set(head, places);
    }
    return places;
  };
  return {
    find(form) {
      const places: number[] = [];
      let end = 0;
      for (const i of beginnings(form.slice(0, 2))) {
        if (i < end || !part.startsWith(form, i)) continue;
        places.push(from + i);
        end = i + form.length;
      }
      return places;
    },
  };
}

/** A short name whose characters all stand in a full one in their order, and that begins alike, is the same firm's. */
function joinSubsequences(clusters: Clusters, context: AliasContext): void {
  const forms = clusters.forms('Company').map((form) => {
    const isFull = /公司$/u.test(form);
    const isShort = form.length >= 4 && !/(?:公司|集团)$/u.test(form);
    return { form, isShort, core: isFull ? dropPlace(coreOfCompany(form), context.isPlace) : undefined };
  });
  for (const [i, { form: short, isShort }] of forms.entries()) {
    if (!isShort) continue;
    for (const { form: long, core } of nearby(forms, i)) {
      if (core === undefined || long.length < short.length + 3) continue;
      if (
        (short.slice(0, 2) === core.slice(0, 2) || short[0] === long[0]) &&
        isSubsequence(short, long) &&
        !isParent(short, long, clusters, context)
      )
        clusters.join('Company', long, short);
    }
  }
}

/** So many names that begin alike are looked at for a local company. */
const MOST_ALIKE = 200;

/** A group beside its local company: both are met, one with a place in front that the other lacks, and both as firms of their own. */
function isParent(short: string, long: string, clusters: Clusters, context: AliasContext): boolean {
  if (isBranch(long)) return true;
  if (long.startsWith(short) && isBelow(short, long.slice(short.length), context)) return true;
  if (!/集团$/u.test(short)) return false;
  const core = dropPlace(long, context.isPlace);
  return (
    core !== long &&
    clusters
      .formsLike('Company', short)
      .slice(0, MOST_ALIKE)
      .some((form) => form !== short && form !== long && /公司$/u.test(form))
  );
}

/** Whether what follows a firm's name makes it another's: a firm of a group or bureau (晨星建工集团一公司), or of a place (晨星通信河南公司). */
function isBelow(short: string, rest: string, context: AliasContext): boolean {
  const own = coreOfCompany(rest);
  return own !== '' && (/(?:集团|局)$/u.test(short) || (rest.endsWith('公司') && context.isPlace(own)));
}

function startsWord(text: string, start: number): boolean {
  return !/[\p{Script=Latin}]/u.test(text[start - 1] ?? '') || !/[\p{Script=Latin}]/u.test(text[start] ?? '');
}
