import { type CSSProperties, useEffect } from 'react';
import { Help } from '../controls/help.tsx';
import { Legend } from '../controls/legend.tsx';
import { Search } from '../controls/search.tsx';
import { Summary } from '../controls/summary.tsx';
import { TimeBar } from '../controls/time-bar.tsx';
import { Tools } from '../controls/tools.tsx';
import { Detail } from '../panels/detail.tsx';
import { Outcome } from '../panels/review/outcome.tsx';
import seal from '../seal.svg';
import { panelSizeOf } from '../state/panel-size.ts';
import { toggleLegend, useExplorer } from '../state/store.ts';
import { Boundary, Later } from '../ui/boundary.tsx';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { DropTarget } from './drop-target.tsx';
import { GraphRegion } from './graph-region.tsx';
import { usePageKeys } from './shortcuts.ts';

// Fetched when it is first opened: the editor weighs as much as half of the rest.
const loadConsole = async () => (await import('../panels/console/console.tsx')).Console;

/** The page: a bar, the legend, the canvas, and the panel of what is selected. */
export function App() {
  const selection = useExplorer((state) => state.selection);
  const isConsoleOpen = useExplorer((state) => state.statement !== undefined);
  const isTimeOpen = useExplorer((state) => state.isTimeOpen);
  const isLegendOpen = useExplorer((state) => state.isLegendOpen);
  const hasEntities = useExplorer((state) => (state.graph?.nodes.id.length ?? 0) > 0);
  const size = selection && panelSizeOf(selection);
  const chosen = useExplorer((state) => size && state.panelWidths[size]);
  const style = (chosen ? { '--chosen': `${chosen}px` } : {}) as CSSProperties;
  useDocument();
  usePageKeys();
  return (
    <div className="page" data-detail={size ?? 'closed'} data-legend={isLegendOpen} style={style}>
      <Bar />
      {hasEntities && (
        <Boundary>
          <Summary />
        </Boundary>
      )}
      {isLegendOpen && (
        <Boundary>
          <Legend />
        </Boundary>
      )}
      <main className="stage">
        <Boundary>
          <GraphRegion />
        </Boundary>
        <Boundary>
          {isTimeOpen && <TimeBar />}
          <Outcome />
        </Boundary>
        {isConsoleOpen && <Later load={loadConsole} />}
      </main>
      <Help />
      {selection && <Detail selection={selection} />}
      <DropTarget />
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
