import { lazy, Suspense, useEffect } from 'react';
import { Help } from '../controls/help.tsx';
import { Legend } from '../controls/legend.tsx';
import { Search } from '../controls/search.tsx';
import { TimeBar } from '../controls/time-bar.tsx';
import { Tools } from '../controls/tools.tsx';
import { Detail } from '../panels/detail.tsx';
import { Outcome } from '../panels/review/outcome.tsx';
import seal from '../seal.svg';
import { droppedFiles } from '../state/dropped-files.ts';
import { select, toggleLegend, useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { GraphRegion } from './graph-region.tsx';
import { usePageKeys } from './shortcuts.ts';

// Fetched when it is first opened: the editor weighs as much as half of the rest.
const Console = lazy(async () => ({ default: (await import('../panels/console/console.tsx')).Console }));

/** The page: a bar, the legend, the canvas, and the panel of what is selected. */
export function App() {
  const selection = useExplorer((state) => state.selection);
  const isConsoleOpen = useExplorer((state) => state.statement !== undefined);
  const isTimeOpen = useExplorer((state) => state.isTimeOpen);
  const isLegendOpen = useExplorer((state) => state.isLegendOpen);
  useDocument();
  usePageKeys();
  useDroppedFiles();
  return (
    <div className="page" data-detail={selection ? 'open' : 'closed'}>
      <Bar />
      {isLegendOpen && <Legend />}
      <main className="stage">
        <GraphRegion />
        {isTimeOpen && <TimeBar />}
        <Outcome />
        {isConsoleOpen && (
          <Suspense>
            <Console />
          </Suspense>
        )}
      </main>
      <Help />
      {selection && <Detail selection={selection} />}
    </div>
  );
}

function Bar() {
  const words = useWords();
  const isLegendOpen = useExplorer((state) => state.isLegendOpen);
  return (
    <header className="bar">
      <h1 className="brand">
        <img src={seal} alt="" width="26" height="26" />
        <span className="brand-name">{words.title}</span>
        <span className="brand-line">{words.subtitle}</span>
      </h1>
      <Search />
      <button
        type="button"
        className="tool legend-switch"
        aria-expanded={isLegendOpen}
        aria-label={words.legend}
        title={words.legend}
        onClick={toggleLegend}
      >
        <Icon name="legend" />
      </button>
      <Tools />
    </header>
  );
}

/** Say in the document what language and theme the page is in. */
function useDocument(): void {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const theme = useExplorer((state) => state.theme);
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.theme = theme;
    document.title = `${words.title} · ${words.subtitle}`;
  }, [locale, theme, words]);
}

/** Files may be dropped anywhere; the panel that opens takes them. */
function useDroppedFiles(): void {
  useEffect(() => {
    const abort = new AbortController();
    addEventListener('dragover', (event) => event.preventDefault(), { signal: abort.signal });
    addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        droppedFiles.put(files);
        select({ kind: 'add' });
      },
      { signal: abort.signal },
    );
    return () => abort.abort();
  }, []);
}
