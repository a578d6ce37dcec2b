import type { DifferenceRow, OnceRow } from '../contract/coverage.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Covered, Whole } from './catalogue.ts';
import { toMatters } from './matter.ts';
import { known, listOf, numberOf, textOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { tally } from './tally.ts';
import { unresolvedIn } from './unresolved.ts';

/** What a graph in memory rests on. */
export function coveredBy(catalogue: Whole): Covered {
  const { articles } = catalogue;
  return {
    stories: new Set(articles.map(storyOf)).size,
    months: tally(articles.flatMap(({ properties }) => textOf(properties, 'published')?.slice(0, 7) ?? [])),
    outlets: tally(articles.map(({ properties }) => textOf(properties, 'outlet') ?? '')),
    get once() {
      return toldOnce(catalogue);
    },
    undated: (limit) =>
      articles
        .filter(({ properties }) => textOf(properties, 'published') === undefined)
        .slice(0, limit)
        .map(({ id }) => id),
    differing(limit) {
      const rows = catalogue.entities
        .flatMap((node) => differencesOf(catalogue, node))
        .sort(compareDiffering);
      return { total: rows.length, rows: rows.slice(0, limit) };
    },
    unresolved: ({ limit }) => unresolvedIn(articles, (id) => catalogue.namesIn(id), limit),
  };
}

/** Those with the most values first, then by name; of one name they stay as they come, by id. */
export function compareDiffering(a: DifferenceRow, b: DifferenceRow): number {
  const [one, other] = [a.about.name, b.about.name];
  return b.values - a.values || (one < other ? -1 : one > other ? 1 : 0);
}

function storyOf({ id, properties }: NodeRecord): string {
  return textOf(properties, 'story') ?? id;
}

/** Numbers on which articles differ. States follow one another, so that two of them are no difference. */
function differencesOf(catalogue: Whole, node: NodeRecord): DifferenceRow[] {
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
function toldOnce(catalogue: Whole): OnceRow[] {
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
  return [...rows.values()];
}
