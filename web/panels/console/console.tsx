import { useEffect, useRef, useState } from 'react';
import { api, type QueryAnswer, RequestError, type Value } from '../../api/client.ts';
import { setStatement, useExplorer } from '../../state/store.ts';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Answer } from './answer.tsx';
import { type Editor, openEditor } from './editor.ts';
import { parametersOf } from './schema.ts';
import { Shelf } from './shelf.tsx';

type Run =
  | { readonly kind: 'answer'; readonly answer: QueryAnswer; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'running'; readonly abort: AbortController };

/** Read-only Cypher: the statement above, the answer below. Ctrl-Enter runs it. */
export function Console() {
  const words = useWords();
  const statement = useExplorer((state) => state.statement) ?? '';
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [run, setRun] = useState<Run>();
  const [asked, setAsked] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);

  const start = async () => {
    const text = useExplorer.getState().statement ?? '';
    const abort = new AbortController();
    const began = performance.now();
    setRun({ kind: 'running', abort });
    editor.current?.mark(undefined);
    try {
      const parameters = parametersOf(text).map((name) => [name, toValue(given[name] ?? '')] as const);
      const answer = await api.query(text, Object.fromEntries(parameters), abort.signal);
      setRun({ kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) });
      await api.remember(text).catch(() => undefined);
      setAsked((count) => count + 1);
    } catch (error) {
      if (abort.signal.aborted) return setRun(undefined);
      const isOffline = error instanceof RequestError && error.code === 'OFFLINE';
      const message = isOffline ? words.offlineHint : String((error as Error).message);
      setRun({ kind: 'failure', message });
      editor.current?.mark(message);
    }
  };
  const startNow = useRef(start);
  startNow.current = start;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is opened once, in the language of then.
  useEffect(() => {
    if (!field.current) return;
    const opened = openEditor(field.current, statement, words.statement, {
      onText: setStatement,
      onRun: () => void startNow.current(),
    });
    editor.current = opened;
    opened.focus();
    return () => opened.close();
  }, []);
  useEffect(() => editor.current?.setText(statement), [statement]);

  const choose = (text: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    setStatement(text);
    const values = Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    setGiven((before) => ({ ...before, ...Object.fromEntries(values) }));
  };

  return (
    <section className="console" aria-label={words.console}>
      <header>
        <h2>{words.console}</h2>
        <Shelf asked={asked} statement={statement} onChoose={choose} />
        <ToolButton icon="close" name={words.close} onClick={() => setStatement(undefined)} />
      </header>
      <div ref={field} className="editor" />
      {parametersOf(statement).length > 0 && (
        <div className="parameters">
          {parametersOf(statement).map((name) => (
            <label key={name}>
              <code>${name}</code>
              <input
                type="text"
                className="plain"
                value={given[name] ?? ''}
                onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
              />
            </label>
          ))}
        </div>
      )}
      <div className="console-act">
        {run?.kind === 'running' ? (
          <>
            <button type="button" className="button" onClick={() => run.abort.abort()}>
              {words.cancel}
            </button>
            <span role="status">{words.running}</span>
          </>
        ) : (
          <button type="button" className="button" onClick={() => void start()}>
            {words.run}
            <kbd>Ctrl ↵</kbd>
          </button>
        )}
        {run?.kind === 'failure' && (
          <p className="failed" role="alert">
            {run.message}
          </p>
        )}
        {!run && <span>{words.limits}</span>}
      </div>
      {run?.kind === 'answer' && <Answer answer={run.answer} milliseconds={run.milliseconds} />}
    </section>
  );
}

/** What is typed for a parameter: JSON where it is some, else the text itself. */
function toValue(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
