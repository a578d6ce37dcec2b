import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/keyboard.ts';
import { useWords } from '../ui/use-words.ts';

/** The sheet of shortcuts, opened by `?` and closed by Escape or a click beside it. */
export function Help() {
  const words = useWords();
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) sheet.current?.togglePopover();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <div ref={sheet} id="help" className="help" popover="auto">
      <h2>{words.shortcuts}</h2>
      <dl>
        {words.shortcutKeys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
