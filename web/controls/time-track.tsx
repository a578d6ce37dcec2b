import type { Month } from '../graph/months.ts';
import { useWords } from '../ui/use-words.ts';

/** Months as bars, as high as much was told in each, and the two ends of the stretch that is kept to, as positions among them. */
export function TimeTrack(props: {
  readonly months: readonly Month[];
  readonly from: number;
  readonly to: number;
  /** Articles without a date. */
  readonly undated: number;
  readonly onMove: (from: number, to: number) => void;
}) {
  const words = useWords();
  const { months, from, to, undated, onMove } = props;
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <div className="time-track">
      <svg viewBox={`0 0 ${months.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        {months.map(({ month, count }, index) => (
          <rect
            key={month}
            className={index >= from && index <= to ? 'in' : 'out'}
            x={index + 0.08}
            width={0.84}
            y={1 - Math.max(0.04, count / most)}
            height={Math.max(0.04, count / most)}
          />
        ))}
      </svg>
      <End
        months={months}
        at={from}
        label={words.timeFrom}
        onMove={(next) => onMove(Math.min(next, to), to)}
      />
      <End
        months={months}
        at={to}
        label={words.timeTo}
        onMove={(next) => onMove(from, Math.max(next, from))}
      />
      <p className="time-ends">
        <span>{months[from]?.month}</span>
        <span>{words.undated(undated)}</span>
        <span>{months[to]?.month}</span>
      </p>
    </div>
  );
}

/** One end of the stretch. */
function End(props: {
  readonly months: readonly Month[];
  readonly at: number;
  readonly label: string;
  readonly onMove: (next: number) => void;
}) {
  const { months, at, label, onMove } = props;
  return (
    <input
      type="range"
      min={0}
      max={months.length - 1}
      value={at}
      aria-label={label}
      aria-valuetext={months[at]?.month}
      onChange={({ target }) => onMove(Number(target.value))}
    />
  );
}
