import type { DigestAnswer, DigestRow } from '../contract/digest.ts';
import { YuantuError } from '../model/errors.ts';
import type { RelationType } from '../model/relation.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import { headingOf } from '../names/heading.ts';
import type { Catalogue } from './catalogue.ts';
import { foldedForms, foldForm } from './forms.ts';
import { toMatters } from './matter.ts';
import { articleText, byDate, sentenceAround } from './passage.ts';
import { known, listOf, textOf } from './properties.ts';
import { toArticleReference, toEntityReference, toSpan } from './reference.ts';

/** Days that `since` lies back from the newest article when it is not given: the most in which few articles are new, or no more than a share of them. */
const DAYS = [30, 14, 7, 3, 1] as const;
const [FEW, SHARE] = [20, 0.2] as const;

/** Whether an article is new; one that cannot be placed is neither new nor old. */
type Age = (article: NodeRecord) => 'new' | 'old' | undefined;

/** What is asked for: all that is new, or what is new about some things. */
interface Question {
  readonly catalogue: Catalogue;
  readonly age: Age;
  /** Undefined for all. */
  readonly about: ReadonlySet<string> | undefined;
}

/**
 * What articles published since a date tell for the first time: things, relations, and values that differ from what was told
 * before; and the articles themselves. Dates are compared as exact as they are known.
 *
 * @throws {YuantuError} NOT_FOUND for a name in `about` that nothing goes by.
 */
export function toDigest(catalogue: Catalogue, since?: string, names?: readonly string[]): DigestAnswer {
  const start = since ?? recently(catalogue);
  const age: Age = ({ properties }) => {
    const date = textOf(properties, 'published');
    if (date === undefined) return undefined;
    return date >= start.slice(0, date.length) ? 'new' : 'old';
  };
  return toAnswer({ catalogue, age, about: names && idsOf(catalogue, names) }, start);
}

/**
 * What articles that someone has not read tell of some things, whenever they were published.
 *
 * @throws {YuantuError} NOT_FOUND for a name in `about` that nothing goes by.
 */
export function toUnread(
  catalogue: Catalogue,
  about: readonly string[],
  read: readonly string[],
): DigestAnswer {
  const old = new Set(read);
  const age: Age = ({ id }) => (old.has(id) ? 'old' : 'new');
  return toAnswer({ catalogue, age, about: idsOf(catalogue, about) }, '');
}

/** A day from which on little enough is new to be read: in a collection of one month nearly all is newer than thirty days. */
function recently({ dated, publications }: Catalogue): string {
  const starts = DAYS.map((days) => daysBefore(dated.last, days));
  const isLittle = (start: string) =>
    publications.filter(({ published }) => published !== '' && published >= start.slice(0, published.length))
      .length <= Math.max(FEW, SHARE * dated.count);
  return starts.find(isLittle) ?? starts.at(-1) ?? '';
}

function toAnswer(question: Question, since: string): DigestAnswer {
  const { catalogue, about } = question;
  const { counts, dated } = catalogue;
  const articles = about === undefined ? newArticles(question) : [];
  // What nobody asked about is new only where a new article tells of it.
  const told = about === undefined ? catalogue.toldBy(articles.map(({ id }) => id)) : undefined;
  const asked = (told?.entities ?? [...(about ?? [])].sort()).map((id) => catalogue.getEntity(id));
  const relations = told
    ? told.relations.map((id) => catalogue.getRelation(id))
    : [...new Set(asked.flatMap(({ id }) => catalogue.relationsOf(id)))];
  const rows = [
    ...articles.map(toArticleRow),
    ...asked.flatMap((node) => aboutThing(question, node)),
    ...relations.flatMap((relation) => newRelation(question, relation)),
  ];
  return known({
    since,
    until: dated.last ?? since,
    rows: rows.sort(compareRows),
    undated: counts.articles - dated.count,
    first: dated.first,
    last: dated.last,
  });
}

/** The things of these ids, names or aliases; of a name that several go by, all. */
function idsOf(catalogue: Catalogue, about: readonly string[]): ReadonlySet<string> {
  const wanted = new Map(about.map((one) => [foldForm(one), one]));
  const found = catalogue.called([...wanted.keys()]);
  const met = new Set(found.flatMap(foldedForms));
  const missing = [...wanted].flatMap(([form, one]) => (met.has(form) ? [] : [one]));
  if (missing.length > 0)
    throw new YuantuError(
      'NOT_FOUND',
      `nothing is called ${missing.join(', ')}; give an id, a name or an alias`,
    );
  return new Set(found.map(({ id }) => id));
}

/** The day so many days before a date, or the beginning of time when no date is known. */
function daysBefore(date: string | undefined, days: number): string {
  const full =
    date && Date.parse(`${date}${'-01-01'.slice(date.length === 4 ? 0 : 3).slice(0, 10 - date.length)}`);
  if (!full || Number.isNaN(full)) return '0000';
  return new Date(full - days * 86_400_000).toISOString().slice(0, 10);
}

function compareRows(a: DigestRow, b: DigestRow): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.about.name < b.about.name ? -1 : a.about.name > b.about.name ? 1 : 0;
}

/** The new ones among articles, the oldest first; undefined where an old one tells of it too, or no new one does. */
function firstTold({ age }: Question, articles: readonly NodeRecord[]): NodeRecord[] | undefined {
  const ages = articles.map(age);
  if (ages.includes('old') || !ages.includes('new')) return undefined;
  return articles.filter((_, i) => ages[i] === 'new').sort(byDate);
}

/** Where a row was read. */
function placed(article: NodeRecord, span: Span): Pick<DigestRow, 'date' | 'quote' | 'article' | 'span'> {
  const reference = toArticleReference(article);
  const quote = articleText(article).slice(span.start, span.end);
  return known({ date: reference.published, quote, article: reference, span });
}

/** The new ones of all articles, by id. */
function newArticles({ catalogue, age }: Question): NodeRecord[] {
  return catalogue.publications
    .filter(({ id, published }) => age({ id, labels: ['Article'], properties: { published } }) === 'new')
    .flatMap(({ id }) => catalogue.findNode(id) ?? []);
}

/** A new article, with its first sentence after the title. */
function toArticleRow(article: NodeRecord): DigestRow {
  const about = { id: article.id, type: 'Article' as const, name: headingOf(article) };
  return { kind: 'article', about, ...placed(article, leadOf(article)) };
}

/** The first sentence that is not the title; the title where there is no other. */
function leadOf(article: NodeRecord): Span {
  const text = articleText(article);
  const title = textOf(article.properties, 'title') ?? '';
  const at = text.indexOf(title);
  const behind = at < 0 ? 0 : at + title.length;
  const start = behind + text.slice(behind).search(/\S/u);
  return start < behind ? { start: 0, end: behind } : sentenceAround(text, { start, end: start + 1 });
}

/** That something is named for the first time, or what is told anew of it; and where new articles name what was asked about. */
function aboutThing(question: Question, node: NodeRecord): DigestRow[] {
  const { catalogue, age, about } = question;
  const places = catalogue.mentionsOf(node.id);
  const articles = [...places.keys()].flatMap((id) => catalogue.findNode(id) ?? []);
  const own = toEntityReference(node);
  const row = (kind: DigestRow['kind'], article: NodeRecord): DigestRow[] => {
    const first = places.get(article.id)?.[0];
    return first
      ? [{ kind, about: own, ...placed(article, sentenceAround(articleText(article), first)) }]
      : [];
  };
  const first = firstTold(question, articles)?.[0];
  return [
    ...(first ? row('thing', first) : newValues(question, node)),
    ...(about ? articles.filter((one) => age(one) === 'new').flatMap((one) => row('article', one)) : []),
  ];
}

/** What new articles state otherwise than the last old one: by name, of a figure for the same period, product and purpose. */
function newValues({ catalogue, age }: Question, node: NodeRecord): DigestRow[] {
  return toMatters(catalogue, node.id).flatMap((all) => {
    const newest = (wanted: 'new' | 'old') => {
      const own = all
        .filter(({ article }) => age(article) === wanted)
        .sort((a, b) => byDate(a.article, b.article));
      const last = own.at(-1);
      // One article may tell of several states on the way: the thing shows one of them.
      const shown = node.properties[textOf(last?.fact.properties ?? {}, 'name') ?? ''];
      return own.find(({ article, value }) => article === last?.article && value === shown) ?? last;
    };
    const [now, before] = [newest('new'), newest('old')];
    if (!now || now.value === before?.value) return [];
    const { properties } = now.fact;
    const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
    return [
      known({
        kind: 'fact' as const,
        about: toEntityReference(node),
        name: textOf(properties, 'name'),
        now: now.value,
        before: before?.value,
        unit: textOf(properties, 'unit'),
        period: textOf(properties, 'period'),
        ...placed(now.article, sentenceAround(articleText(now.article), span)),
      }),
    ];
  });
}

/** A relation that is told for the first time, from the side that was asked about. */
function newRelation(question: Question, relation: RelationshipRecord): DigestRow[] {
  const { catalogue, about } = question;
  const { properties, from, to } = relation;
  const ids = listOf(properties, 'articles');
  const articles = [...new Set(ids)].flatMap((id) => catalogue.findNode(id) ?? []);
  const first = firstTold(question, articles)?.[0];
  if (!first) return [];
  const at = ids.indexOf(first.id);
  const span = toSpan(listOf(properties, 'spans')[at]);
  if (!span) return [];
  const direction = about === undefined || about.has(from) ? ('out' as const) : ('in' as const);
  const [own, other] = direction === 'out' ? [from, to] : [to, from];
  return [
    known({
      kind: 'relation' as const,
      about: toEntityReference(catalogue.getEntity(own)),
      relation: relation.id,
      type: relation.type as RelationType,
      direction,
      other: toEntityReference(catalogue.getEntity(other)),
      title: textOf(properties, 'title'),
      ...placed(first, span),
      quote: listOf(properties, 'quotes')[at] ?? '',
    }),
  ];
}
