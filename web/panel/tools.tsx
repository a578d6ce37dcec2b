import { api } from '../api.ts';
import { viewNow } from '../graph-region.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import { save } from '../save.ts';
import { select, setLocale, setStatement, setTheme, useExplorer } from '../state.ts';
import { EXPORT_FORMATS } from '../words.ts';
import { Views } from './views.tsx';

/** What the console opens with. */
export const FIRST_STATEMENT = 'MATCH (c:Company)-[:INVESTS_IN]->(p:Project)\nRETURN c, p LIMIT 50';

/** The switches at the end of the bar. */
export function Tools() {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const theme = useExplorer((state) => state.theme);
  const isListOpen = useExplorer((state) => state.selection?.kind === 'list');
  const isAddOpen = useExplorer((state) => state.selection?.kind === 'add');
  const isNewsOpen = useExplorer((state) => state.selection?.kind === 'news');
  const isReviewOpen = useExplorer((state) => state.selection?.kind === 'review');
  const isConsoleOpen = useExplorer((state) => state.statement !== undefined);
  const themeName = theme === 'dark' ? words.light : words.dark;
  return (
    <nav className="tools" aria-label={words.title}>
      <button
        type="button"
        className="tool"
        aria-pressed={isListOpen}
        aria-label={words.list}
        title={`${words.list} (T)`}
        onClick={() => select(isListOpen ? undefined : { kind: 'list' })}
      >
        <Icon name="list" />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isNewsOpen}
        aria-label={words.news}
        title={words.news}
        onClick={() => select(isNewsOpen ? undefined : { kind: 'news' })}
      >
        <Icon name="news" />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isReviewOpen}
        aria-label={words.review.title}
        title={words.review.title}
        onClick={() => select(isReviewOpen ? undefined : { kind: 'review' })}
      >
        <Icon name="judge" />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isConsoleOpen}
        aria-label={words.console}
        title={words.console}
        onClick={() => setStatement(isConsoleOpen ? undefined : FIRST_STATEMENT)}
      >
        <Icon name="console" />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isAddOpen}
        aria-label={words.add}
        title={words.add}
        onClick={() => select(isAddOpen ? undefined : { kind: 'add' })}
      >
        <Icon name="upload" />
      </button>
      <Views />
      <button
        type="button"
        className="tool"
        popoverTarget="export-menu"
        aria-label={words.exportGraph}
        title={words.exportGraph}
      >
        <Icon name="download" />
      </button>
      <div id="export-menu" className="menu" popover="auto">
        <h2>{words.exportGraph}</h2>
        <button type="button" onClick={async () => save(await viewNow()?.picture(), 'yuantu.png')}>
          {words.picture}
        </button>
        <button type="button" onClick={() => save(viewNow()?.svg(), 'yuantu.svg')}>
          {words.drawing}
        </button>
        {EXPORT_FORMATS.map((format) => (
          <a key={format} href={api.exportAddress(format)} download>
            {words.exportAs[format]}
          </a>
        ))}
      </div>
      <button
        type="button"
        className="tool"
        aria-label={themeName}
        title={themeName}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <button
        type="button"
        className="tool help-switch"
        popoverTarget="help"
        aria-label={words.shortcuts}
        title={words.shortcuts}
      >
        <Icon name="help" />
      </button>
      <button
        type="button"
        className="tool tool-text"
        lang={locale === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
      >
        {words.language}
      </button>
    </nav>
  );
}
