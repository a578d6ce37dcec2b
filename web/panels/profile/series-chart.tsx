import { useWords } from '../../ui/use-words.ts';
import type { Period, Series } from './to-series.ts';

const HEIGHT = 72;
const STEP = 56;
const BAR = 26;

/** The values of a series as bars: real ones filled, planned ones open; what else is told of a period is a line across it. */
export function SeriesChart({ series: { name, drawn } }: { readonly series: Series }) {
  const words = useWords();
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(...drawn.flatMap((period) => valuesOf(period).map(({ value }) => value)));
  const heightOf = (value: number) => (most > 0 ? Math.max(1, (Math.max(0, value) / most) * HEIGHT) : 1);
  return (
    <svg
      className="series-chart"
      role="img"
      aria-label={words.ledger.chart(words.property(name), first.period, last.period)}
      viewBox={`0 0 ${drawn.length * STEP} ${HEIGHT + 22}`}
      width={drawn.length * STEP}
      height={HEIGHT + 22}
    >
      {drawn.map((period, at) => {
        const [shown, ...others] = valuesOf(period);
        const left = at * STEP + (STEP - BAR) / 2;
        return (
          <g key={period.period}>
            {shown && (
              <rect
                className={shown.planned ? 'planned' : 'real'}
                x={left}
                y={HEIGHT - heightOf(shown.value) + 2}
                width={BAR}
                height={heightOf(shown.value)}
              />
            )}
            {others.map(({ value }) => (
              <line
                key={value}
                x1={left - 5}
                x2={left + BAR + 5}
                y1={HEIGHT - heightOf(value) + 2}
                y2={HEIGHT - heightOf(value) + 2}
              />
            ))}
            <text x={at * STEP + STEP / 2} y={HEIGHT + 17} textAnchor="middle">
              {period.period}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The values of a period, real ones before planned ones, the one that is told last first. */
function valuesOf({ figures }: Period): { readonly value: number; readonly planned: boolean }[] {
  const newest = ({ told }: Period['figures'][number]) =>
    told
      .map(({ article }) => article.published ?? '')
      .sort()
      .at(-1) ?? '';
  return [...figures]
    .sort((a, b) => Number(a.row.planned) - Number(b.row.planned) || (newest(a) < newest(b) ? 1 : -1))
    .flatMap(({ row: { value, planned } }) => (value === undefined ? [] : [{ value, planned }]));
}
