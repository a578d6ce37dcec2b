import type { CoverageAnswer, DifferenceRow, OnceRow, UnresolvedRow } from '../contract/coverage.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import { toMatters } from './matter.ts';
import { articleText, sentenceAround } from './passage.ts';
import { known, listOf, numberOf, textOf } from './properties.ts';
import { toArticleReference, toEntityReference } from './reference.ts';

/** Rows of a list at most, and months: more than a hundred years. */
const [MOST_ROWS, MOST_MONTHS] = [100, 1500];

/** Words that point back to a thing named before. */
const POINTING =
  /该(?:园区|开发区|高新区|经开区|新区|组团|产业园|工业园|公司|企业|集团|工厂|基地|项目|区(?![域间块别])|市(?!场)|县)/gu;

/** What the graph rests on, and what is not known. */
export function toCoverageAnswer(of: Catalogue): CoverageAnswer {
  const catalogue = of.whole();
  const { articles } = catalogue;
  const undated = articles.filter(({ properties }) => textOf(properties, 'published') === undefined);
  const outlets = tally(articles.flatMap(({ properties }) => textOf(properties, 'outlet') ?? []));
  const differing = catalogue.entities.flatMap((node) => differencesOf(catalogue, node));
  const unresolved = articles.flatMap((article) => unresolvedIn(catalogue, article));
  const cut = <T>(rows: readonly T[]) => ({ total: rows.length, rows: rows.slice(0, MOST_ROWS) });
  return {
    articles: articles.length,
    stories: new Set(articles.map(storyOf)).size,
    months: monthsOf(articles),
    outlets: outlets.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)),
    unnamedOutlet: articles.filter(({ properties }) => textOf(properties, 'outlet') === undefined).length,
    undated: cut(undated.map(toArticleReference)),
    differing: cut(differing.sort((a, b) => b.values - a.values || (a.about.name < b.about.name ? -1 : 1))),
    once: toldOnce(catalogue),
    unresolved: cut(unresolved),
  };
}

function storyOf({ id, properties }: NodeRecord): string {
  return textOf(properties, 'story') ?? id;
}

function tally(names: readonly string[]): CoverageAnswer['months'][number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, articles: count }));
}

/** Months in order, with those between that have no article. */
function monthsOf(articles: readonly NodeRecord[]): CoverageAnswer['months'] {
  const told = tally(
    articles.flatMap(({ properties }) => textOf(properties, 'published')?.slice(0, 7) ?? []),
  );
  const dated = told.flatMap(({ name }) => (name.length === 7 ? name : [])).sort();
  const known = new Set(dated);
  const [first, last = ''] = [dated[0], dated.at(-1)];
  const empty: typeof told = [];
  for (let at = first; at !== undefined && at < last && empty.length < MOST_MONTHS; at = monthAfter(at))
    if (!known.has(at)) empty.push({ name: at, articles: 0 });
  return [...told, ...empty].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [next, of] = number === 12 ? [1, year + 1] : [number + 1, year];
  return `${String(of).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

/** Numbers on which articles differ. States follow one another, so that two of them are no difference. */
function differencesOf(catalogue: Catalogue, node: NodeRecord): DifferenceRow[] {
  return toMatters(catalogue, node.id).flatMap((told) => {
    const values = [...new Set(told.flatMap(({ value }) => (typeof value === 'number' ? value : [])))];
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const articles = new Set(told.map(({ article }) => article.id)).size;
    const { properties } = told[0]?.fact ?? { properties: {} };
    if (values.length < 2 || articles < 2) return [];
    return [
      known({
        about: toEntityReference(node),
        name: textOf(properties, 'name') ?? '',
        period: textOf(properties, 'period'),
        lowest,
        highest,
        values: values.length,
        articles,
      }),
    ];
  });
}

/** How much of what is stated one story alone tells, by the names of facts and the types of relations. */
function toldOnce(catalogue: Catalogue): OnceRow[] {
  const rows = new Map<string, OnceRow>();
  const count = (kind: OnceRow['kind'], name: string, isOnce: boolean) => {
    const { total, once } = rows.get(`${kind} ${name}`) ?? { total: 0, once: 0 };
    rows.set(`${kind} ${name}`, { kind, name, total: total + 1, once: once + (isOnce ? 1 : 0) });
  };
  for (const { id } of catalogue.entities)
    for (const told of toMatters(catalogue, id))
      for (const value of new Set(told.map((one) => one.value))) {
        const own = told.filter((one) => one.value === value);
        const name = textOf(own[0]?.fact.properties ?? {}, 'name') ?? '';
        count('fact', name, new Set(own.map(({ article }) => storyOf(article))).size === 1);
      }
  // What a public list tells is no story's.
  for (const { type, properties } of catalogue.relations)
    if (listOf(properties, 'articles').length > 0)
      count('relation', type, (numberOf(properties, 'stories') ?? 0) === 1);
  return [...rows.values()].sort(
    (a, b) =>
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || b.total - a.total || (a.name < b.name ? -1 : 1),
  );
}

function unresolvedIn(catalogue: Catalogue, article: NodeRecord): UnresolvedRow[] {
  const text = articleText(article);
  const found = Array.from(
    text.matchAll(POINTING),
    ({ index, 0: words }): Span => ({ start: index, end: index + words.length }),
  );
  if (found.length === 0) return [];
  const names = catalogue.namesIn(article.id);
  const reference = toArticleReference(article);
  return found
    .filter((span) => !names.some((name) => overlaps(name, span)))
    .map((span) => {
      const sentence = sentenceAround(text, span);
      const quote = text.slice(sentence.start, sentence.end);
      return { words: text.slice(span.start, span.end), quote, span, article: reference };
    });
}
