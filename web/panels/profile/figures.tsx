import type { AreaAnswer, ProjectRow, Total } from '../../../src/contract/profile.ts';
import { selectArticle, useExplorer } from '../../state/store.ts';
import { Bars, type Shares } from '../../ui/bars.tsx';
import { formatFact, formatValue, formatYuan } from '../../ui/format.ts';
import { totalNotes } from '../../ui/total-notes.ts';
import { useWords } from '../../ui/use-words.ts';

/** The sums of an area, each over a list that stands below. The bars of areas `beside` it are on the same scale. */
export function Figures({
  area,
  beside = [],
}: {
  readonly area: AreaAnswer;
  readonly beside?: readonly AreaAnswer[];
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const states = statesOf(area);
  const industries = industriesOf(area);
  const most = (sharesOf: (one: AreaAnswer) => Shares) =>
    Math.max(1, ...[area, ...beside].flatMap((one) => sharesOf(one).map(([, count]) => count)));
  return (
    <>
      <dl className="properties figures">
        <TotalFigure total={area.total} projects={area.projects.length} />
        <Figure name={words.many.Project} value={area.projects.length} />
        <Figure name={words.many.Company} value={area.companies.length} />
        <Figure name={words.people} value={area.posts.length} />
      </dl>
      <Bars
        title={words.byStatus}
        shares={states.map(([key, count]) => [formatValue('status', key, locale), count])}
        most={most(statesOf)}
      />
      <Bars title={words.byIndustry} shares={industries} most={most(industriesOf)} />
    </>
  );
}

/** What projects come to: those with one sum, and what ranges, bounds and foreign money add. */
export function TotalFigure({ total, projects }: { readonly total: Total; readonly projects: number }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  return (
    <div className="property-investment">
      <dt>{words.totalInvestment}</dt>
      <dd>
        {total.counted > 0 ? formatYuan(total.yuan, locale) : <span className="none">—</span>}
        <small>{words.totalNote(total.counted, projects)}</small>
        {totalNotes(total, locale).map((note) => (
          <small key={note}>{note}</small>
        ))}
      </dd>
    </div>
  );
}

/** A number with its name. */
export function Figure({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function toShares(keys: readonly (string | undefined)[]): [string, number][] {
  const tally = new Map<string, number>();
  for (const key of keys) if (key) tally.set(key, (tally.get(key) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1]);
}

const statesOf = ({ projects }: AreaAnswer): Shares => toShares(projects.map(({ status }) => status));

const industriesOf = ({ area, projects, companies }: AreaAnswer): Shares =>
  toShares(
    // Of an industry, what else is in it: that all is of itself says nothing.
    [...projects, ...companies].flatMap((row) =>
      row.industries.flatMap(({ id, name }) => (id === area.id ? [] : name)),
    ),
  ).slice(0, 6);

/** A sum with the sentence behind it, and why it is not in the total. */
export function Sum({ row }: { readonly row: ProjectRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { investment, statement, leftOut, countedWith } = row;
  if (investment === undefined && !statement) return null;
  const text =
    investment === undefined ? statement && formatFact(statement, locale) : formatYuan(investment, locale);
  return (
    <>
      {statement ? (
        <button
          type="button"
          className="entity-link sum"
          data-out={leftOut !== undefined}
          title={`${statement.quote} · ${words.readInArticle}`}
          onClick={() => selectArticle(statement.article.id, { start: statement.start, end: statement.end })}
        >
          {text}
        </button>
      ) : (
        text
      )}
      {leftOut && countedWith && <small className="out">{words.leftOut[leftOut](countedWith.name)}</small>}
    </>
  );
}
