import { api } from '../api.ts';
import type { CanvasElement } from '../graph-region.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import { setLocale, setTheme, toggleConsole, useExplorer } from '../state.ts';
import { EXPORT_FORMATS } from '../words.ts';

/** Save the canvas as it is seen. */
async function savePicture(): Promise<void> {
  const blob = await document.querySelector<CanvasElement>('.canvas')?.view?.picture();
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'yuantu.png';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The switches at the end of the bar. */
export function Tools() {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const theme = useExplorer((state) => state.theme);
  const isConsoleOpen = useExplorer((state) => state.isConsoleOpen);
  const themeName = theme === 'dark' ? words.light : words.dark;
  return (
    <nav className="tools" aria-label={words.title}>
      <button
        type="button"
        className="tool"
        aria-pressed={isConsoleOpen}
        aria-label={words.console}
        title={words.console}
        onClick={toggleConsole}
      >
        <Icon name="console" />
      </button>
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
        <button type="button" onClick={() => void savePicture()}>
          {words.picture}
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
