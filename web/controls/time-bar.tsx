import { useEffect, useMemo, useState } from 'react';
import type { Period } from '../graph/filter.ts';
import { type Month, toMonths } from '../graph/months.ts';
import { playFilter, setFilter, slideFilter } from '../state/steps.ts';
import { setPlaying, toggleTime, useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { TimeTrack } from './time-track.tsx';

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
    () => (graph ? toMonths(by === 'event' ? graph.events.date : graph.articles.published) : []),
    [graph, by],
  );
  const last = months.length - 1;
  const [from, to] = [positionOf(months, period?.from) ?? 0, positionOf(months, period?.to) ?? last];
  usePlaying(months, by);

  const play = () => {
    const start = months[from]?.month;
    if (!isPlaying && start)
      setFilter({ period: { by, from: start, to: to === last ? start : (months[to]?.month ?? start) } });
    setPlaying(!isPlaying);
  };
  return (
    <section className="time" aria-label={words.time}>
      <ToolButton
        icon={isPlaying ? 'pause' : 'play'}
        name={isPlaying ? words.pause : words.play}
        isDisabled={months.length === 0}
        onClick={play}
      />
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
        <TimeTrack
          months={months}
          from={from}
          to={to}
          undated={graph?.articles.published.filter((date) => date === '').length ?? 0}
          onMove={(first, end) => slideFilter({ period: toPeriod(months, by, first, end) })}
        />
      )}
      <Days by={by} period={period} />
      <ToolButton icon="close" name={words.close} onClick={toggleTime} />
    </section>
  );
}

/** The two ends to the day. */
function Days({ by, period }: { readonly by: Period['by']; readonly period: Period | undefined }) {
  const words = useWords();
  const set = (change: { readonly from?: string; readonly to?: string }) => {
    const { from = '', to = '' } = { ...period, ...change };
    const isOpen = from === '' && to === '';
    setFilter({
      period: isOpen ? undefined : { by, ...(from ? { from } : {}), ...(to ? { to } : {}) },
    });
  };
  return (
    <span className="days">
      <input
        type="date"
        aria-label={words.view.firstDay}
        value={toDay(period?.from, '01')}
        onChange={({ target }) => set({ from: target.value })}
      />
      –
      <input
        type="date"
        aria-label={words.view.lastDay}
        value={toDay(period?.to, 'last')}
        onChange={({ target }) => set({ to: target.value })}
      />
    </span>
  );
}

/** A bound to the day: of a month its first or its last. */
function toDay(bound: string | undefined, day: '01' | 'last'): string {
  if (bound?.length !== 7) return bound ?? '';
  const [year, month] = bound.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return `${bound}-${day === '01' ? day : last}`;
}

/** Where a date stands among months; undefined when it is none of theirs. */
function positionOf(months: readonly Month[], date: string | undefined): number | undefined {
  const at = months.findIndex(({ month }) => month === date?.slice(0, 7));
  return at < 0 ? undefined : at;
}

/** The stretch from one month to another; undefined when it is all there is. */
function toPeriod(
  months: readonly Month[],
  by: Period['by'],
  first: number,
  end: number,
): Period | undefined {
  const [from, to] = [months[first]?.month, months[end]?.month];
  if (first === 0 && end === months.length - 1) return undefined;
  return { by, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** Let a month pass at a time while the time plays. */
function usePlaying(months: readonly Month[], by: Period['by']): void {
  const isPlaying = useExplorer((state) => state.isPlaying);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const now = useExplorer.getState().filter.period;
      const next = (positionOf(months, now?.to) ?? -1) + 1;
      const [start, end] = [months[0]?.month, months[next]?.month];
      if (!end) setPlaying(false);
      else if (start) playFilter({ period: { by, from: now?.from ?? start, to: end } });
    }, PACE);
    return () => clearInterval(timer);
  });
  // A bar that is put away plays no more.
  useEffect(() => () => setPlaying(false), []);
}
