import { type KeyboardEvent, useRef, useState } from 'react';
import { api, type QueryAnswer, RequestError, type Value } from '../api.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import { selectEntity, setStatement, useExplorer } from '../state.ts';
import { keepOnly } from '../steps.ts';

const EXAMPLES = [
  'MATCH (c:Company)-[:INVESTS_IN]->(p:Project)\nRETURN c, p LIMIT 50',
  "MATCH (p:Project)-[:LOCATED_IN]->(z:Zone)\nWHERE p.status = 'construction'\nRETURN z.name AS zone, count(p) AS projects ORDER BY projects DESC",
  'MATCH (p:Project) WHERE p.investment IS NOT NULL\nRETURN p.name AS project, p.investment AS yuan ORDER BY yuan DESC LIMIT 20',
];

type Run =
  | { readonly kind: 'answer'; readonly answer: QueryAnswer; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'running'; readonly abort: AbortController };

/** Read-only Cypher: the statement above, the rows below. Ctrl-Enter runs it. */
export function Console() {
  const words = useWords();
  const statement = useExplorer((state) => state.statement) ?? '';
  const [run, setRun] = useState<Run>();
  const field = useRef<HTMLTextAreaElement>(null);

  const start = async () => {
    const abort = new AbortController();
    const began = performance.now();
    setRun({ kind: 'running', abort });
    try {
      const answer = await api.query(statement, {}, abort.signal);
      setRun({ kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) });
    } catch (error) {
      if (abort.signal.aborted) return setRun(undefined);
      const isOffline = error instanceof RequestError && error.code === 'OFFLINE';
      setRun({ kind: 'failure', message: isOffline ? words.offlineHint : String((error as Error).message) });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void start();
    if (event.key === 'Escape') field.current?.blur();
  };

  return (
    <section className="console" aria-label={words.console}>
      <header>
        <h2>{words.console}</h2>
        <div className="examples">
          <span>{words.examples}</span>
          {EXAMPLES.map((example, at) => (
            <button key={example} type="button" className="link" onClick={() => setStatement(example)}>
              {at + 1}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="tool"
          aria-label={words.close}
          title={words.close}
          onClick={() => setStatement(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <textarea
        ref={field}
        aria-label={words.statement}
        spellCheck={false}
        rows={4}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
        onKeyDown={onKeyDown}
      />
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
        {run?.kind === 'answer' && <Summary answer={run.answer} milliseconds={run.milliseconds} />}
      </div>
      {run?.kind === 'failure' && (
        <p className="failed" role="alert">
          {run.message}
        </p>
      )}
      {run?.kind === 'answer' && run.answer.rows.length > 0 && <Rows answer={run.answer} />}
    </section>
  );
}

function Summary({ answer, milliseconds }: { readonly answer: QueryAnswer; readonly milliseconds: number }) {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const drawn = new Set(graph?.nodes.id);
  const ids = new Set(toIds(answer.rows).filter((id) => drawn.has(id)));
  const count = answer.rows.length;
  return (
    <>
      <span role="status">
        {count === 0 ? words.noRows : answer.truncated ? words.truncated(count) : words.rows(count)}
        {` · ${milliseconds} ms`}
      </span>
      {ids.size > 0 && (
        <button type="button" className="link" onClick={() => keepOnly(ids)}>
          {words.showOnCanvas(ids.size)}
        </button>
      )}
    </>
  );
}

function Rows({ answer }: { readonly answer: QueryAnswer }) {
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            {answer.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
            <tr key={at}>
              {row.map((value, column) => (
                <td key={answer.columns[column]} data-number={typeof value === 'number'}>
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value of the answer; a node by its name, which leads to its profile. */
function Cell({ value }: { readonly value: Value }) {
  if (value === null) return <span className="null">null</span>;
  const node = toNode(value);
  if (node)
    return (
      <button type="button" className="link" onClick={() => selectEntity(node.id)}>
        {node.name}
      </button>
    );
  if (typeof value === 'number') return value.toLocaleString('en');
  return typeof value === 'object' ? <code>{JSON.stringify(value)}</code> : String(value);
}

function toNode(value: Value): { readonly id: string; readonly name: string } | undefined {
  if (typeof value !== 'object' || value === null || !('labels' in value)) return undefined;
  const { id, properties } = value as { readonly id: string; readonly properties: Record<string, Value> };
  return { id, name: String(properties.name ?? id) };
}

/** The ids of all nodes in a value, and of the ends of its relationships. */
function toIds(value: Value): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(toIds);
  const { id, from, to, labels } = value as { readonly [key: string]: Value };
  if (labels !== undefined) return [String(id)];
  if (typeof from === 'string' && typeof to === 'string') return [from, to];
  return Object.values(value).flatMap(toIds);
}
