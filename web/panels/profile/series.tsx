import type { IndicatorRow } from '../../../src/contract/entity.ts';
import { useExplorer } from '../../state/store.ts';
import { Certainty } from '../../ui/certainty.tsx';
import { formatFigure, formatGrowth } from '../../ui/format-figure.ts';
import { Quote } from '../../ui/quote.tsx';
import { useWords } from '../../ui/use-words.ts';
import { SeriesChart } from './series-chart.tsx';
import { type Figure, type Period, type Series, toSeries } from './to-series.ts';

/** Figures through time, one after the other: a small chart, and a table with the sentences behind each point. */
export function AllSeries({ indicators }: { readonly indicators: readonly IndicatorRow[] }) {
  const words = useWords();
  if (indicators.length === 0) return null;
  const series = toSeries(indicators);
  return (
    <section className="all-series">
      <h3>
        {words.ledger.figures}
        <span className="tally">{indicators.length}</span>
      </h3>
      {series.map((one) => (
        <OneSeries key={one.key} series={one} />
      ))}
    </section>
  );
}

function OneSeries({ series }: { readonly series: Series }) {
  const words = useWords();
  const { name, product, periods } = series;
  const title = [words.property(name), product].filter(Boolean).join(' · ');
  return (
    <details className="series" open={periods.length > 1}>
      <summary>
        {title}
        <Newest periods={periods} />
      </summary>
      <SeriesChart series={series} />
      <table>
        <thead>
          <tr>
            <th scope="col">{words.ledger.period}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.period} data-differing={period.isDiffering}>
              <th scope="row">
                {period.isTold ? period.period : period.period && words.ledger.asReported(period.period)}
                {period.isDiffering && <em>{words.ledger.differ}</em>}
              </th>
              <td>
                <ul className="figure-list">
                  {period.figures.map((figure) => (
                    <li key={figure.row.id}>
                      <Said figure={figure} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The last value that is told as real, or else as planned. */
function Newest({ periods }: { readonly periods: readonly Period[] }) {
  const locale = useExplorer((state) => state.locale);
  const figures = periods.flatMap((period) => period.figures.map(({ row }) => ({ row, period })));
  const valued = figures.filter(({ row }) => row.value !== undefined);
  const last = valued.filter(({ row }) => !row.planned).at(-1) ?? valued.at(-1);
  if (!last) return null;
  return (
    <span>
      {last.period.isTold && `${last.period.period} `}
      <strong>{formatFigure(last.row, locale)}</strong>
    </span>
  );
}

/** What is told, by all who tell it alike. */
function Said({ figure: { row, told } }: { readonly figure: Figure }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  return (
    <>
      <p className="fact-value">
        {row.value !== undefined && <strong>{formatFigure(row, locale)}</strong>}
        {row.growth !== undefined && (
          <span>
            {words.ledger.growth} {formatGrowth(row.growth)}
          </span>
        )}
        {row.planned && <span className="badge">{words.ledger.planned}</span>}
        <Certainty confidence={row.confidence} />
      </p>
      {told.map(({ id, article, start, end, passage }) => (
        <Quote key={id} article={article} span={{ start, end }} passage={passage} />
      ))}
    </>
  );
}
