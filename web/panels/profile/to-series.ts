import type { IndicatorRow } from '../../../src/contract/entity.ts';

/** What one or more articles say alike of a period. */
export interface Figure {
  readonly row: IndicatorRow;
  readonly told: readonly IndicatorRow[];
}

/** What is told of one period; more than one figure of a kind, planned or real, is a difference between articles. */
export interface Period {
  readonly period: string;
  /** Whether the period is told; else it is the day of the report, or empty. */
  readonly isTold: boolean;
  readonly figures: readonly Figure[];
  readonly isDiffering: boolean;
}

/** One measure, of one product and in one unit, through time. */
export interface Series {
  readonly key: string;
  readonly name: IndicatorRow['name'];
  readonly product: string | undefined;
  readonly periods: readonly Period[];
  /** Periods of one length, in order, which a chart can stand beside one another; empty where there are not two. */
  readonly drawn: readonly Period[];
}

/** The series that figures make: by measure as they come, the periods in order, what differs about one of them beside each other. */
export function toSeries(rows: readonly IndicatorRow[]): Series[] {
  return groupBy(rows, ({ name, product = '', unit }) => JSON.stringify([name, product, unit])).map(
    ([key, own]) => {
      const periods = groupBy(own, periodOf)
        .map(([period, told]) => toPeriod(period, told))
        .sort((a, b) => (a.period < b.period ? -1 : 1));
      const [first] = own;
      return {
        key,
        name: (first as IndicatorRow).name,
        product: first?.product,
        periods,
        drawn: drawnOf(periods),
      };
    },
  );
}

function periodOf({ period, article }: IndicatorRow): string {
  return period ?? article.published ?? '';
}

function toPeriod(period: string, told: readonly IndicatorRow[]): Period {
  const said = ({ value, growth, planned, bound }: IndicatorRow) =>
    JSON.stringify([value, growth, planned, bound]);
  const figures = groupBy(told, said)
    .map(([, alike]) => ({ row: alike[0] as IndicatorRow, told: alike }))
    .sort(
      ({ row: a }, { row: b }) => Number(a.planned) - Number(b.planned) || (a.value ?? 0) - (b.value ?? 0),
    );
  const values = (planned: boolean) =>
    new Set(figures.flatMap(({ row }) => (row.planned === planned ? (row.value ?? []) : []))).size;
  return {
    period,
    isTold: told.some((row) => row.period !== undefined),
    figures,
    isDiffering: values(true) > 1 || values(false) > 1,
  };
}

/** The longest run of periods of one length that have values. */
function drawnOf(periods: readonly Period[]): readonly Period[] {
  const valued = periods.filter(
    ({ isTold, figures }) => isTold && figures.some(({ row }) => row.value !== undefined),
  );
  // A quarter is 2024-Q1, a month 2024-05, a stretch 2024-01/2024-05.
  const runs = groupBy(valued, ({ period }) =>
    period.replace(/\d/g, '0').replace(/Q0|H0/, (part) => part[0] ?? ''),
  );
  const longest = runs.map(([, run]) => run).sort((a, b) => b.length - a.length)[0] ?? [];
  return longest.length > 1 ? longest : [];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
