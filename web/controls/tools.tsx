import type { Selection } from '../graph/view.ts';
import { select, setLocale, setStatement, setTheme, useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { Views } from './views-menu.tsx';

/** What the console opens with. */
const FIRST_STATEMENT = 'MATCH (c:Company)-[:INVESTS_IN]->(p:Project)\nRETURN c, p LIMIT 50';

/** The tools that a phone has no room for, in a menu there. */
const MORE = 'more-tools';

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
      <ToolButton
        icon="list"
        name={words.list}
        text={words.view.tools.list}
        shortcut="T"
        {...toggle({ kind: 'list' })}
      />
      <ToolButton icon="news" name={words.news} text={words.view.tools.news} {...toggle({ kind: 'news' })} />
      <ToolButton
        icon="ledger"
        name={words.ledger.title}
        text={words.view.tools.ledger}
        {...toggle({ kind: 'ledger', page: 'lives' })}
      />
      <ToolButton
        icon="judge"
        name={words.review.title}
        text={words.view.tools.review}
        {...toggle({ kind: 'review' })}
      />
      <ToolButton
        icon="console"
        name={words.console}
        text={words.view.tools.console}
        isOn={isConsoleOpen}
        onClick={() => setStatement(isConsoleOpen ? undefined : FIRST_STATEMENT)}
      />
      <ToolButton icon="upload" name={words.add} text={words.view.tools.add} {...toggle({ kind: 'add' })} />
      <ToolButton
        icon="more"
        name={words.view.more}
        text={words.view.more}
        className="tool more-switch"
        opens={MORE}
      />
      <div id={MORE} className="more-tools" popover="auto">
        <ToolButton
          icon="map"
          name={words.view.panels.map}
          text={words.view.panels.map}
          className="tool is-bare map-tool"
          {...toggle({ kind: 'map' })}
        />
        <Views />
        <ExportMenu />
        <ToolButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          name={theme === 'dark' ? words.light : words.dark}
          text={theme === 'dark' ? words.light : words.dark}
          className="tool is-bare"
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        />
        <ToolButton
          icon="help"
          name={words.shortcuts}
          text={words.shortcuts}
          shortcut="?"
          className="tool is-bare"
          opens="help"
        />
        <button
          type="button"
          className="tool tool-text"
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
      </div>
    </nav>
  );
}
