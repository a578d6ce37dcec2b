import { useEffect, useMemo, useRef, useState } from 'react';
import { setStatement, useExplorer } from '../../state/store.ts';
import { Failed } from '../../ui/failed.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Answer } from './answer.tsx';
import { type Editor, openEditor } from './editor.ts';
import { Shelf } from './shelf.tsx';
import { parametersOf } from './statement.ts';
import { strangersIn } from './statement-names.ts';
import { type Query, useQuery } from './use-query.ts';

/** Unknown names that are told of at once. */
const MOST_STRANGERS = 4;

/** Read-only Cypher: the statement above, the answer below. Ctrl-Enter runs it. */
export function Console() {
  const words = useWords();
  const statement = useExplorer((state) => state.statement) ?? '';
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const field = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const { query, asked, run } = useQuery(given, (message) => editor.current?.mark(message));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is opened once, in the language of then.
  useEffect(() => {
    if (!field.current) return;
    const opened = openEditor(field.current, statement, words.statement, {
      onText: setStatement,
      onRun: run,
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
      <Parameters names={parametersOf(statement)} given={given} onGive={setGiven} />
      <RunBar query={query} onRun={run} />
      <Strangers statement={statement} />
      {query?.kind === 'answer' && <Answer query={query} isStale={query.statement !== statement} />}
    </section>
  );
}

/** What the statement speaks of that the graph cannot have: it finds nothing, and the store does not say so. */
function Strangers({ statement }: { readonly statement: string }) {
  const words = useWords();
  const strangers = useMemo(() => strangersIn(statement), [statement]);
  if (strangers.length === 0) return null;
  return (
    <ul className="strangers" role="status">
      {strangers.slice(0, MOST_STRANGERS).map(({ kind, name, like }) => (
        <li key={`${kind} ${name}`}>{words.asking.stranger(kind, name, like)}</li>
      ))}
    </ul>
  );
}

/** A field for each parameter of the statement. */
function Parameters(props: {
  readonly names: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  readonly onGive: (given: Readonly<Record<string, string>>) => void;
}) {
  const { names, given, onGive } = props;
  if (names.length === 0) return null;
  return (
    <div className="parameters">
      {names.map((name) => (
        <label key={name}>
          <code>${name}</code>
          <input
            type="text"
            className="plain"
            value={given[name] ?? ''}
            onChange={({ target }) => onGive({ ...given, [name]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}

/** Run and cancel, and what went wrong. */
function RunBar({ query, onRun }: { readonly query: Query | undefined; readonly onRun: () => void }) {
  const words = useWords();
  return (
    <div className="console-act">
      {query?.kind === 'running' ? (
        <>
          <button type="button" className="button" onClick={() => query.abort.abort()}>
            {words.cancel}
          </button>
          <span role="status">{words.running}</span>
        </>
      ) : (
        <button type="button" className="button" onClick={onRun}>
          {words.run}
          <kbd>Ctrl ↵</kbd>
        </button>
      )}
      <Failed why={query?.kind === 'failure' ? query.message : undefined} />
      {!query && <span>{words.limits}</span>}
    </div>
  );
}
