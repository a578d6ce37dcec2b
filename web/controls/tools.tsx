import type { Selection } from '../graph/view.ts';
import { select, setLocale, setStatement, setTheme, useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { Views } from './views-menu.tsx';

/** What the console opens with. */
const FIRST_STATEMENT = 'MATCH (c:Company)-[:INVESTS_IN]->(p:Project)\nRETURN c, p LIMIT 50';

/** The switches at the end of the bar. */
export function Tools() {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const theme = useExplorer((state) => state.theme);
  const shown = useExplorer((state) => state.selection?.kind);
  const isConsoleOpen = useExplorer((state) => state.statement !== undefined);
  const toggle = (selection: Selection) => ({
    isOn: shown === selection.kind,
    onClick: () => select(shown === selection.kind ? undefined : selection),
  });
  return (
    <nav className="tools" aria-label={words.title}>
      <ToolButton icon="list" name={words.list} shortcut="T" {...toggle({ kind: 'list' })} />
      <ToolButton icon="news" name={words.news} {...toggle({ kind: 'news' })} />
      <ToolButton icon="judge" name={words.review.title} {...toggle({ kind: 'review' })} />
      <ToolButton
        icon="console"
        name={words.console}
        isOn={isConsoleOpen}
        onClick={() => setStatement(isConsoleOpen ? undefined : FIRST_STATEMENT)}
      />
      <ToolButton icon="upload" name={words.add} {...toggle({ kind: 'add' })} />
      <Views />
      <ExportMenu />
      <ToolButton
        icon={theme === 'dark' ? 'sun' : 'moon'}
        name={theme === 'dark' ? words.light : words.dark}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
      <ToolButton icon="help" name={words.shortcuts} shortcut="?" className="tool help-switch" opens="help" />
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
