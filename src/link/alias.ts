import type { EntityType } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';
import type { LexiconEntry } from '../model/seeds.ts';
import type { Clusters } from './cluster.ts';
import { isSubsequence, stripLegalForm, stripPlace } from './company-name.ts';
import { classOfZone, shortZone, stemOfZone } from './zone-name.ts';

/** What aliasing needs to see of the text and of the world. */
export interface AliasContext {
  readonly text: string;
  readonly find: (needle: string) => readonly number[];
  readonly isPlace: (word: string) => boolean;
  readonly isCommon: (word: string) => boolean;
  readonly sameZone: (form: string) => string | undefined;
  /** Names that the user watches: the forms of one entry are one thing. */
  readonly lexicon: readonly LexiconEntry[];
}

const INTRODUCED = /^\((?:以下)?(?:并称|统称|合称|简称|下称)(?:为|:)?[“"'‘]?([^”"'’)]{2,16})[”"'’]?\)/u;

/** Short forms that the text introduces itself: X(以下简称“Y”). Y becomes a form of X wherever it stands. */
export function introduceAliases(
  clusters: Clusters,
  mentions: readonly Mention[],
  context: AliasContext,
): Mention[] {
  const more: Mention[] = [];
  for (const { type, end, form } of mentions) {
    const alias = INTRODUCED.exec(context.text.slice(end, end + 30))?.[1];
    if (alias === undefined) continue;
    more.push(...addForm(clusters, type, form, alias, 'alias/introduced', context));
  }
  return more;
}

function addForm(
  clusters: Clusters,
  type: EntityType,
  of: string,
  alias: string,
  rule: string,
  context: AliasContext,
): Mention[] {
  const more: Mention[] = [];
  for (const start of context.find(alias)) {
    const mention: Mention = { start, end: start + alias.length, type, form: alias, rule, confidence: 0.95 };
    more.push(mention);
    clusters.add(mention);
  }
  if (more.length > 0) clusters.join(type, of, alias);
  return more;
}

/** Short forms of full company names: the name without place and legal form, and what is left of its front. */
export function shortenCompanies(
  clusters: Clusters,
  taken: readonly Mention[],
  context: AliasContext,
): Mention[] {
  const more: Mention[] = [];
  const full = clusters
    .forms('Company')
    .filter((form) => /(?:公司|集团|股份)$/u.test(form) && form.length >= 6);
  for (const form of full) {
    const bare = stripLegalForm(form);
    const core = stripPlace(bare, context.isPlace);
    const place = bare.slice(0, bare.length - core.length);
    const candidates = new Set<string>();
    for (let n = core.length; n >= 2; n--) {
      candidates.add(core.slice(0, n));
      if (place) candidates.add(place + core.slice(0, n));
      candidates
        .add(`${core.slice(0, n)}集团`)
        .add(`${core.slice(0, n)}股份`)
        .add(`${core.slice(0, n)}公司`);
    }
    candidates.delete(form);
    for (const alias of [...candidates].sort((a, b) => b.length - a.length)) {
      if (clusters.has('Company', alias)) {
        if (!isParent(alias, form, clusters, context)) clusters.join('Company', form, alias);
        continue;
      }
      if (alias.length < 2 || context.isCommon(alias) || context.isPlace(alias)) continue;
      for (const start of context.find(alias)) {
        const end = start + alias.length;
        if (
          [...taken, ...more].some(
            (m) => m.start < end && start < m.end && !(m.type === 'Project' && m.start === start),
          )
        )
          continue;
        if (!startsWord(context.text, start)) continue;
        const mention: Mention = {
          start,
          end,
          type: 'Company',
          form: alias,
          rule: 'alias/short-name',
          confidence: 0.85,
        };
        more.push(mention);
        clusters.add(mention);
        clusters.join('Company', form, alias);
      }
    }
  }
  const forms = clusters.forms('Company');
  for (const short of forms) {
    for (const long of forms) {
      if (short === long || short.length < 4 || long.length < short.length + 3) continue;
      if (/(?:公司|集团)$/u.test(short) || !/公司$/u.test(long)) continue;
      const core = stripPlace(stripLegalForm(long), context.isPlace);
      if (
        (short.slice(0, 2) === core.slice(0, 2) || short[0] === long[0]) &&
        isSubsequence(short, long) &&
        !isParent(short, long, clusters, context)
      )
        clusters.join('Company', long, short);
    }
  }
  return more;
}

/** A group beside its local company: both are met, one with a place in front that the other lacks, and both as firms of their own. */
function isParent(short: string, long: string, clusters: Clusters, context: AliasContext): boolean {
  if (/(?:分公司|分部|分行)$/u.test(long)) return true;
  if (!/集团$/u.test(short)) return false;
  const core = stripPlace(long, context.isPlace);
  return (
    core !== long &&
    clusters
      .forms('Company')
      .some(
        (form) =>
          form !== short && form !== long && /公司$/u.test(form) && form.startsWith(short.slice(0, 2)),
      )
  );
}

function startsWord(text: string, start: number): boolean {
  return !/[\p{Script=Latin}]/u.test(text[start - 1] ?? '') || !/[\p{Script=Latin}]/u.test(text[start] ?? '');
}

/** Zones: full and short forms, names that the text equates in brackets, a stem that stands for its zone. */
export function aliasZones(clusters: Clusters, mentions: readonly Mention[], context: AliasContext): void {
  const zones = mentions.filter((m) => m.type === 'Zone');
  for (const [i, zone] of zones.entries()) {
    const next = zones[i + 1];
    if (next && context.text.slice(zone.end, next.start) === '(' && context.text[next.end] === ')')
      clusters.join('Zone', zone.form, next.form);
    for (const inner of zones) {
      if (inner !== zone && inner.end === zone.end && inner.start > zone.start)
        clusters.join('Zone', zone.form, inner.form);
    }
  }
  const forms = clusters.forms('Zone');
  for (const a of forms) {
    for (const b of forms)
      if (a.length >= b.length && a !== b && sameZone(a, b, context)) clusters.join('Zone', a, b);
  }
}

function sameZone(a: string, b: string, context: AliasContext): boolean {
  const [listedA, listedB] = [context.sameZone(a), context.sameZone(b)];
  if (listedA !== undefined && listedA === listedB) return true;
  const [shortA, shortB] = [shortZone(a), shortZone(b)];
  if (shortA === shortB) return true;
  if (classOfZone(a) !== classOfZone(b)) return false;
  const [stemA, stemB] = [stemOfZone(a), stemOfZone(b)];
  if (stemB.length < 2) return false;
  if (!stemA.endsWith(stemB)) return stemA.replace(/[省市县区]/gu, '') === stemB.replace(/[省市县区]/gu, '');
  const front = stemA.slice(0, stemA.length - stemB.length).replace(/^(?:中国|国家级|国家|省级)/u, '');
  return front === '' || context.isPlace(front) || context.isPlace(front.replace(/[省市县区]$/u, ''));
}
