import type { DifferenceRow, OnceRow } from '../../contract/coverage.ts';
import { MEASURES } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import { type Row, type Rows, toNode } from '../../store/records.ts';
import type { Covered, UnresolvedPage } from '../catalogue.ts';
import { compareDiffering } from '../covered.ts';
import { known, textOf } from '../properties.ts';
import { toEntityReference, toSpan } from '../reference.ts';
import { POINTER, unresolvedIn } from '../unresolved.ts';
import { byKey, type Findings, one } from './look.ts';

/** Articles of a page whose texts are read for words that point back. */
const AT_ONCE = 200;

const from = (name: string): string => `read/neo4j/${name}`;
const parameters = { measures: [...MEASURES] };

const STORIES = one(from('count-stories'), ([row]) => Number(row?.[0] ?? 0), 0);
const MONTHS = one(from('months'), toCounts, new Map());
const OUTLETS = one(from('outlets'), toCounts, new Map());

const ONCE = byKey<readonly OnceRow[]>(
  () => [{ statement: from('facts-told-once'), parameters }, { statement: from('relations-told-once') }],
  ([facts = [], relations = []]) => [...facts.map(toOnce('fact')), ...relations.map(toOnce('relation'))],
  [],
);

/** By limit. */
const UNDATED = byKey<readonly string[]>(
  (limit) => [{ statement: from('undated'), parameters: { limit: Number(limit) } }],
  ([rows = []]) => rows.map(([id]) => String(id)),
  [],
);

/** By limit. */
const DIFFERING = byKey<ReturnType<Covered['differing']>>(
  (limit) => [
    { statement: from('differing'), parameters: { ...parameters, limit: Number(limit) } },
    { statement: from('count-differing'), parameters },
  ],
  ([rows = [], [counted = []] = []]) => ({
    total: Number(counted[0] ?? 0),
    rows: rows.map(toDifference).sort(compareDiffering),
  }),
  { total: 0, rows: [] },
);

/** By after and limit as JSON; of the texts that were read only what was found is kept. */
const UNRESOLVED = byKey<UnresolvedPage>(
  (key) => {
    const { after } = JSON.parse(key) as { readonly after: string };
    return [
      {
        statement: from('page-of-texts-with'),
        parameters: { after, word: POINTER, limit: AT_ONCE },
      },
    ];
  },
  ([rows = []], key) => {
    const { limit } = JSON.parse(key) as { readonly limit: number };
    const articles = rows.map(([id, properties]) => toNode([id ?? null, ['Article'], properties ?? {}]));
    const spans = new Map(rows.map(([id, , mentions]) => [String(id), toSpans(mentions)]));
    const page = unresolvedIn(articles, (id) => spans.get(id) ?? [], limit);
    const last = rows.length < AT_ONCE ? undefined : articles.at(-1)?.id;
    return last === undefined ? page : { ...page, next: last };
  },
  { total: 0, rows: [] },
);

/** What a graph rests on that a database holds: it counts, and gives the texts to be looked through page by page. */
export function coveredIn(findings: Findings): Covered {
  return {
    get stories() {
      return findings.get(STORIES);
    },
    get months() {
      return findings.get(MONTHS);
    },
    get outlets() {
      return findings.get(OUTLETS);
    },
    get once() {
      return findings.get(ONCE);
    },
    undated: (limit) => findings.get(UNDATED, String(limit)),
    differing: (limit) => findings.get(DIFFERING, String(limit)),
    unresolved: (page) => findings.get(UNRESOLVED, JSON.stringify(page)),
  };
}

function toCounts(rows: Rows): ReadonlyMap<string, number> {
  return new Map(rows.map(([name, count]) => [String(name), Number(count)]));
}

function toOnce(kind: OnceRow['kind']): (row: Row) => OnceRow {
  return ([name, total, once]) => ({ kind, name: String(name), total: Number(total), once: Number(once) });
}

function toDifference([id, labels, properties, matter]: Row): DifferenceRow {
  const told = matter as { readonly name: string; readonly period: string | null } & Readonly<
    Record<'lowest' | 'highest' | 'values' | 'articles', number>
  >;
  const { name, period, lowest, highest, values, articles } = told;
  return known({
    about: toEntityReference(toNode([id ?? null, labels ?? [], properties ?? {}])),
    name,
    period: textOf({ period: period ?? '' }, 'period'),
    lowest,
    highest,
    values,
    articles,
  });
}

/** Where an article names anything, from the spans of its mentions. */
function toSpans(mentions: Row[number] | undefined): Span[] {
  return (mentions as readonly (readonly string[])[]).flat().flatMap((written) => toSpan(written) ?? []);
}
