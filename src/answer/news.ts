import type { NewsAnswer, NewsRow } from '../contract/news.ts';
import { present } from '../model/assert.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { articleText, sentenceAround } from './passage.ts';
import { known, listOf, textOf } from './properties.ts';
import { toArticleReference, toEntityReference, toSpan, typeOf } from './reference.ts';
import { comparedValue, toStatements } from './statement.ts';

/** Days that `since` lies back from the newest article when it is not given. */
const DAYS = 30;

/**
 * What articles published since a date tell for the first time: projects, companies and posts, and sums and states that
 * differ from what was told before. Dates are compared as exact as they are known.
 */
export function toNewsAnswer(catalogue: Catalogue, since?: string): NewsAnswer {
  const dates = catalogue.articles.flatMap(({ properties }) => textOf(properties, 'published') ?? []).sort();
  const start = since ?? daysBefore(dates.at(-1), DAYS);
  const isNew = (date: string | undefined): date is string =>
    date !== undefined && date >= start.slice(0, date.length);
  const rows: NewsRow[] = [];
  for (const node of catalogue.entities) {
    const type = typeOf(node);
    const date = textOf(node.properties, 'firstSeen');
    if ((type === 'Project' || type === 'Company') && isNew(date))
      rows.push({ ...firstMention(catalogue, node, date), kind: type === 'Project' ? 'project' : 'company' });
    else rows.push(...changes(catalogue, node, isNew));
  }
  for (const relation of catalogue.relations) {
    const date = textOf(relation.properties, 'firstSeen');
    if (relation.type === 'HOLDS_POST' && isNew(date)) rows.push(toPost(catalogue, relation, date));
  }
  return known({
    since: start,
    rows: rows.sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.about.name < b.about.name ? -1 : 1,
    ),
    undated: catalogue.articles.length - dates.length,
    first: dates[0],
    last: dates.at(-1),
  });
}

/** The day so many days before a date, or the beginning of time when no date is known. */
function daysBefore(date: string | undefined, days: number): string {
  const full =
    date && Date.parse(`${date}${'-01-01'.slice(date.length === 4 ? 0 : 3).slice(0, 10 - date.length)}`);
  if (!full || Number.isNaN(full)) return '0000';
  return new Date(full - days * 86_400_000).toISOString().slice(0, 10);
}

/** The sentence that names an entity first. */
function firstMention(catalogue: Catalogue, node: NodeRecord, date: string): Omit<NewsRow, 'kind'> {
  const about = toEntityReference(node);
  const places = catalogue.mentionsOf(node.id);
  for (const [id, spans] of places) {
    const article = catalogue.findNode(id);
    const [first] = spans;
    if (!article || !first || textOf(article.properties, 'published') !== date) continue;
    const text = articleText(article);
    const span = sentenceAround(text, first);
    const quote = text.slice(span.start, span.end);
    return { about, date, quote, article: toArticleReference(article), span };
  }
  return { about, date, quote: '' };
}

/** Sums and states of a known entity that a new article tells otherwise than the last one before it. */
function changes(
  catalogue: Catalogue,
  node: NodeRecord,
  isNew: (date: string | undefined) => boolean,
): NewsRow[] {
  const statements = toStatements(catalogue, node.id);
  return (['investment', 'status'] as const).flatMap((kind) => {
    const told = statements.flatMap((one) => {
      const value = one.name === kind ? comparedValue(one) : undefined;
      return value === undefined ? [] : [{ ...one, value }];
    });
    const now = told.find(({ article }) => isNew(article.published));
    const before = told.find(({ article }) => article.published !== undefined && !isNew(article.published));
    if (!now || !before || now.value === before.value) return [];
    const { start, end, quote, article } = now;
    return [
      {
        kind,
        about: toEntityReference(node),
        date: present(article.published, `the date of ${article.id}`),
        before: before.value,
        now: now.value,
        quote,
        article,
        span: { start, end },
      },
    ];
  });
}

function toPost(catalogue: Catalogue, relation: RelationshipRecord, date: string): NewsRow {
  const { properties, from, to } = relation;
  const article = catalogue.findNode(listOf(properties, 'articles')[0]);
  const title = [toEntityReference(catalogue.getEntity(to)).name, textOf(properties, 'title')];
  return known({
    kind: 'post' as const,
    about: toEntityReference(catalogue.getEntity(from)),
    date,
    title: title.filter(Boolean).join(' '),
    relation: relation.id,
    quote: listOf(properties, 'quotes')[0] ?? '',
    article: article && toArticleReference(article),
    span: toSpan(listOf(properties, 'spans')[0]),
  });
}
