import type { CoverageAnswer, OnceRow } from '../contract/coverage.ts';
import type { Catalogue, Covered } from './catalogue.ts';
import { toArticleReference } from './reference.ts';

/** Rows of a list at most, and months: more than a hundred years. */
const [MOST_ROWS, MOST_MONTHS] = [100, 1500];

type Tally = CoverageAnswer['months'][number];

/** What the graph rests on, and what is not known. */
export function toCoverageAnswer(catalogue: Catalogue): CoverageAnswer {
  const { covered } = catalogue;
  const { articles } = catalogue.counts;
  const months = toTally(covered.months);
  const outlets = toTally(covered.outlets);
  const dated = months.reduce((sum, month) => sum + month.articles, 0);
  return {
    articles,
    stories: covered.stories,
    months: withEmpty(months),
    outlets: outlets
      .filter(({ name }) => name !== '')
      .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)),
    unnamedOutlet: covered.outlets.get('') ?? 0,
    undated: {
      total: articles - dated,
      rows: covered.undated(MOST_ROWS).map((id) => toArticleReference(catalogue.getArticle(id))),
    },
    differing: covered.differing(MOST_ROWS),
    once: [...covered.once].sort(compareOnce),
    unresolved: unresolvedOf(covered),
  };
}

function toTally(counts: ReadonlyMap<string, number>): Tally[] {
  return [...counts].map(([name, articles]) => ({ name, articles }));
}

/** Months in order, with those between that have no article. */
function withEmpty(told: readonly Tally[]): Tally[] {
  const dated = told.flatMap(({ name }) => (name.length === 7 ? name : [])).sort();
  const known = new Set(dated);
  const [first, last = ''] = [dated[0], dated.at(-1)];
  const empty: Tally[] = [];
  for (let at = first; at !== undefined && at < last && empty.length < MOST_MONTHS; at = monthAfter(at))
    if (!known.has(at)) empty.push({ name: at, articles: 0 });
  return [...told, ...empty].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [next, of] = number === 12 ? [1, year + 1] : [number + 1, year];
  return `${String(of).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

function compareOnce(a: OnceRow, b: OnceRow): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return b.total - a.total || (a.name < b.name ? -1 : 1);
}

function unresolvedOf(covered: Covered): CoverageAnswer['unresolved'] {
  let [total, rows]: [number, CoverageAnswer['unresolved']['rows']] = [0, []];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = covered.unresolved({ after, limit: MOST_ROWS - rows.length });
    total += page.total;
    rows = [...rows, ...page.rows];
    after = page.next;
  }
  return { total, rows };
}
