import type { AreaAnswer, ProjectRow } from '../../../src/contract/profile.ts';
import { selectArticle, useExplorer } from '../../state/store.ts';
import { formatValue, formatYuan } from '../../ui/format.ts';
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
  const { yuan, counted } = area.total;
  const states = statesOf(area);
  const industries = industriesOf(area);
  const most = (sharesOf: (one: AreaAnswer) => Shares) =>
    Math.max(1, ...[area, ...beside].flatMap((one) => sharesOf(one).map(([, count]) => count)));
  return (
    <>
      <dl className="properties figures">
        <div className="property-investment">
          <dt>{words.totalInvestment}</dt>
          <dd>
            {counted > 0 ? formatYuan(yuan, locale) : <span className="none">—</span>}
            <small>{words.totalNote(counted, area.projects.length)}</small>
          </dd>
        </div>
        <Figure name={words.types.Project} value={area.projects.length} />
        <Figure name={words.types.Company} value={area.companies.length} />
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

/** A number with its name. */
export function Figure({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type Shares = readonly (readonly [string, number])[];

function toShares(keys: readonly (string | undefined)[]): [string, number][] {
  const tally = new Map<string, number>();
  for (const key of keys) if (key) tally.set(key, (tally.get(key) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1]);
}

const statesOf = ({ projects }: AreaAnswer): Shares => toShares(projects.map(({ status }) => status));

const industriesOf = ({ projects, companies }: AreaAnswer): Shares =>
  toShares([...projects, ...companies].flatMap((row) => row.industries.map(({ name }) => name))).slice(0, 6);

function Bars(props: { readonly title: string; readonly shares: Shares; readonly most: number }) {
  const { title, shares, most } = props;
  if (shares.length === 0) return null;
  return (
    <section className="bars">
      <h3>{title}</h3>
      <ul>
        {shares.map(([name, count]) => (
          <li key={name}>
            <span>{name}</span>
            <progress max={most} value={count} aria-label={name} />
            <span className="amount">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A sum with the sentence behind it, and why it is not in the total. */
export function Sum({ row }: { readonly row: ProjectRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { investment, statement, leftOut, countedWith } = row;
  if (investment === undefined) return null;
  const text = formatYuan(investment, locale);
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
