import type { CoverageAnswer, DifferenceRow, OnceRow, UnresolvedRow } from '../../src/contract/coverage.ts';
import type { ArticleReference } from '../../src/contract/reference.ts';
import { isRelationType } from '../../src/model/schema.ts';
import { api } from '../api/client.ts';
import { selectArticle, useExplorer } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Bars } from '../ui/bars.tsx';
import { EntityLink } from '../ui/entity-link.tsx';
import { formatValue, titleOf } from '../ui/format.ts';
import { type Column, Table } from '../ui/table.tsx';
import { useWords } from '../ui/use-words.ts';
import { Waiting } from '../ui/waiting.tsx';

/** Outlets shown: the rest are in the table of articles. */
const OUTLETS = 20;

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** What the graph rests on, and what is not known. */
export function CoveragePanel() {
  const words = useWords();
  const { value, failure } = useAnswer('', (signal) => api.coverage(signal));
  return (
    <article className="coverage">
      <header>
        <h2>{words.coverage.title}</h2>
        {value && <p className="aliases">{words.coverage.rests(value.articles, value.stories)}</p>}
      </header>
      {value ? <Coverage coverage={value} /> : <Waiting failure={failure} />}
    </article>
  );
}

function Coverage({ coverage }: { readonly coverage: CoverageAnswer }) {
  const words = useWords();
  const { months, outlets, unnamedOutlet, undated, differing, once, unresolved } = coverage;
  const shares = (rows: typeof months) => rows.map(({ name, articles }) => [name, articles] as const);
  const most = (rows: typeof months) => Math.max(1, ...rows.map(({ articles }) => articles));
  return (
    <>
      <Months months={months} />
      <Bars title={words.coverage.outlets} shares={shares(outlets.slice(0, OUTLETS))} most={most(outlets)} />
      {unnamedOutlet > 0 && <p className="aliases">{words.coverage.unnamed(unnamedOutlet)}</p>}
      <Undated total={undated.total} rows={undated.rows} />
      <Differing total={differing.total} rows={differing.rows} />
      <Once rows={once} />
      <Unresolved total={unresolved.total} rows={unresolved.rows} />
    </>
  );
}

/** A row a year, a cell a month: gaps are seen at once. What is dated by its year alone stands last. */
function Months({ months }: { readonly months: CoverageAnswer['months'] }) {
  const words = useWords();
  const counts = new Map(months.map(({ name, articles }) => [name, articles]));
  const years = [...new Set(months.map(({ name }) => name.slice(0, 4)))];
  const hasBare = months.some(({ name }) => name.length === 4);
  if (years.length === 0) return null;
  return (
    <section>
      <h3>{words.coverage.months}</h3>
      <table className="months">
        <thead>
          <tr>
            <td />
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {Number(month)}
              </th>
            ))}
            {hasBare && <th scope="col">{words.coverage.bare}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {MONTHS.map((month) => (
                <Count key={month} count={counts.get(`${year}-${month}`)} />
              ))}
              {hasBare && <Count count={counts.get(year)} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many; a month outside of what is covered stays empty, one without an article inside of it is marked. */
function Count({ count }: { readonly count: number | undefined }) {
  return <td data-gap={count === 0}>{count}</td>;
}

interface Part<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** How many there are in all, where a list holds only the first. */
function useNote({ total, rows }: Part<unknown>): string | undefined {
  const words = useWords();
  return total > rows.length ? words.coverage.first(rows.length, total) : undefined;
}

function Undated({ total, rows }: Part<ArticleReference>) {
  const words = useWords();
  const columns: Column<ArticleReference>[] = [
    {
      name: words.types.Article,
      value: titleOf,
      cell: (row) => (
        <button type="button" className="entity-link" onClick={() => selectArticle(row.id)}>
          {titleOf(row)}
        </button>
      ),
    },
    { name: words.outlet, value: (row) => row.outlet },
  ];
  return (
    <Table
      title={words.coverage.undated}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      note={useNote({ total, rows })}
    />
  );
}

function Differing({ total, rows }: Part<DifferenceRow>) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<DifferenceRow>[] = [
    {
      name: words.coverage.about,
      value: (row) => row.about.name,
      cell: (row) => <EntityLink entity={row.about} />,
    },
    { name: words.value, value: (row) => [words.property(row.name), row.period].filter(Boolean).join(' ') },
    {
      name: words.coverage.lowest,
      value: (row) => row.lowest,
      cell: (row) => formatValue(row.name, row.lowest, locale),
    },
    {
      name: words.coverage.highest,
      value: (row) => row.highest,
      cell: (row) => formatValue(row.name, row.highest, locale),
    },
    { name: words.coverage.values, value: (row) => row.values },
    { name: words.types.Article, value: (row) => row.articles },
  ];
  return (
    <Table
      title={words.coverage.differing}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.about.id} ${row.name} ${row.period} ${row.lowest}`}
      note={useNote({ total, rows })}
    />
  );
}

function Once({ rows }: { readonly rows: readonly OnceRow[] }) {
  const words = useWords();
  const nameOf = ({ name }: OnceRow) => (isRelationType(name) ? words.relations[name] : words.property(name));
  const columns: Column<OnceRow>[] = [
    { name: words.coverage.statement, value: nameOf },
    { name: words.coverage.once, value: (row) => row.once },
    { name: words.coverage.all, value: (row) => row.total },
    {
      name: words.coverage.share,
      value: (row) => row.once / row.total,
      cell: (row) => `${Math.round((100 * row.once) / row.total)}%`,
    },
  ];
  return (
    <Table
      title={words.coverage.onceTitle}
      columns={columns}
      rows={rows}
      keyOf={({ kind, name }) => `${kind} ${name}`}
    />
  );
}

function Unresolved({ total, rows }: Part<UnresolvedRow>) {
  const words = useWords();
  const columns: Column<UnresolvedRow>[] = [
    { name: words.coverage.pointing, value: (row) => row.words },
    {
      name: words.evidence,
      value: (row) => row.quote,
      cell: (row) => (
        <button
          type="button"
          className="quote"
          title={words.readInArticle}
          onClick={() => selectArticle(row.article.id, row.span)}
        >
          {row.quote}
        </button>
      ),
    },
  ];
  return (
    <Table
      title={words.coverage.unresolved}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.article.id} ${row.span.start}`}
      note={useNote({ total, rows })}
    />
  );
}
