import { useEffect, useMemo, useState } from 'react';
import type { Period } from '../graph/filter.ts';
import { toMonths } from '../graph/months.ts';
import { playFilter, setFilter } from '../state/steps.ts';
import { setPlaying, toggleTime, useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/** Milliseconds that a month lasts while the time plays. */
const PACE = 450;

/** The time along the bottom: how much was told in each month, a stretch of it to keep to, and a way to let it pass. */
export function TimeBar() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const period = useExplorer((state) => state.filter.period);
  const isPlaying = useExplorer((state) => state.isPlaying);
  const [by, setBy] = useState<Period['by']>(period?.by ?? 'published');
  const months = useMemo(
    () => toMonths(by === 'event' ? (graph?.events.date ?? []) : (graph?.articles.published ?? [])),
    [graph, by],
  );
  const last = months.length - 1;
  const at = (month: string | undefined, rest: number) => {
    const found = months.findIndex((one) => one.month === month?.slice(0, 7));
    return found < 0 ? rest : found;
  };
  const [from, to] = [at(period?.from, 0), at(period?.to, last)];
  const toPeriod = (first: number, end: number): Period | undefined => {
    const [start, stop] = [months[first]?.month, months[end]?.month];
    if (first === 0 && end === last) return undefined;
    return { by, ...(start ? { from: start } : {}), ...(stop ? { to: stop } : {}) };
  };

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const now = useExplorer.getState().filter.period;
      const next = at(now?.to, -1) + 1;
      if (next > last) return setPlaying(false);
      const start = months[0]?.month;
      const end = months[next]?.month;
      if (start && end) playFilter({ period: { by, from: now?.from ?? start, to: end } });
    }, PACE);
    return () => clearInterval(timer);
  });
  // A bar that is put away plays no more.
  useEffect(() => () => setPlaying(false), []);

  const play = () => {
    const start = months[from]?.month;
    if (!isPlaying && start)
      setFilter({ period: { by, from: start, to: to === last ? start : (months[to]?.month ?? start) } });
    setPlaying(!isPlaying);
  };
  const most = Math.max(1, ...months.map(({ count }) => count));
  const undated = graph?.articles.published.filter((date) => date === '').length ?? 0;
  return (
    <section className="time" aria-label={words.time}>
      <button
        type="button"
        className="tool"
        disabled={months.length === 0}
        aria-label={isPlaying ? words.pause : words.play}
        title={isPlaying ? words.pause : words.play}
        onClick={play}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <select
        aria-label={words.timeBy}
        value={by}
        onChange={({ target }) => {
          setBy(target.value as Period['by']);
          setFilter({ period: undefined });
        }}
      >
        <option value="published">{words.byPublished}</option>
        <option value="event">{words.byEvent}</option>
      </select>
      {months.length === 0 ? (
        <p className="time-note">{words.noDates}</p>
      ) : (
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
          {(['from', 'to'] as const).map((end) => (
            <input
              key={end}
              type="range"
              min={0}
              max={last}
              value={end === 'from' ? from : to}
              aria-label={end === 'from' ? words.timeFrom : words.timeTo}
              aria-valuetext={months[end === 'from' ? from : to]?.month}
              onChange={({ target }) => {
                const value = Number(target.value);
                const next =
                  end === 'from' ? toPeriod(Math.min(value, to), to) : toPeriod(from, Math.max(value, from));
                playFilter({ period: next });
              }}
            />
          ))}
          <p className="time-ends">
            <span>{months[from]?.month}</span>
            <span>{words.undated(undated)}</span>
            <span>{months[to]?.month}</span>
          </p>
        </div>
      )}
      <button
        type="button"
        className="tool"
        aria-label={words.close}
        title={words.close}
        onClick={toggleTime}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
