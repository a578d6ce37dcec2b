import type { SummaryAnswer } from '../../src/contract/summary.ts';
import { api } from '../api/client.ts';
import { setFilter } from '../state/steps.ts';
import { closeSummary, select, useExplorer } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { formatYuan } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';

/** Types that are counted, what people look for first. */
const COUNTED = ['Zone', 'Company', 'Project'] as const;

/** States of projects that are agreed on and not begun. */
const NOT_STARTED = ['planned', 'signed'] as const;

/** What is in here, in one line, and three ways to begin. */
export function Summary() {
  const isOpen = useExplorer((state) => state.isSummaryOpen);
  const { value } = useAnswer('summary', (signal) => api.summary(signal));
  if (!isOpen) return null;
  // Its room is kept, so that the canvas stays as it is when the answer comes.
  return value ? <Line summary={value} /> : <div className="summary" />;
}

function Line({ summary }: { readonly summary: SummaryAnswer }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { articles, types, total, first, last, zones, states } = summary;
  const [zone] = zones;
  const notStarted = NOT_STARTED.reduce((sum, state) => sum + (states[state] ?? 0), 0);
  const parts = [
    words.view.articles(articles),
    ...COUNTED.flatMap((type) => {
      const count = types[type] ?? 0;
      return count > 0 ? [words.view.summed(count, type)] : [];
    }),
    ...(total.counted > 0 ? [words.view.investment(formatYuan(total.yuan, locale))] : []),
    ...(first && last ? [first === last ? first : words.view.periodOf(first, last)] : []),
  ];
  return (
    <section className="summary" aria-label={words.view.summary}>
      <p className="summary-parts">
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <p className="ways-in">
        <span className="ways-name">{words.view.waysIn}</span>
        {zone && (
          <button type="button" className="way-in" onClick={() => select({ kind: 'area', id: zone.id })}>
            {words.view.openZone(zone.name)}
            <Icon name="next" />
          </button>
        )}
        <button type="button" className="way-in" onClick={() => select({ kind: 'news' })}>
          {words.view.whatIsNew}
          <Icon name="next" />
        </button>
        {notStarted > 0 && (
          <button
            type="button"
            className="way-in"
            onClick={() => setFilter({ states: new Set(NOT_STARTED) })}
          >
            {words.view.notStarted(notStarted)}
            <Icon name="next" />
          </button>
        )}
        <ToolButton icon="close" name={words.view.closeSummary} onClick={closeSummary} />
      </p>
    </section>
  );
}
