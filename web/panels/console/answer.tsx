import { useMemo, useState } from 'react';
import type { QueryAnswer, Value } from '../../api/client.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { toCsv } from '../../ui/csv.ts';
import { save } from '../../ui/save.ts';
import { useWords } from '../../ui/use-words.ts';
import { AnswerGraph } from './answer-graph.tsx';
import { toIds, toNode, toObjects, toRelation, toText } from './values.ts';

const TABS = ['table', 'graph', 'json'] as const;

/** The answer of a statement as a table, as a graph and as JSON. */
export function Answer({
  answer,
  milliseconds,
}: {
  readonly answer: QueryAnswer;
  readonly milliseconds: number;
}) {
  const words = useWords();
  const [tab, setTab] = useState<(typeof TABS)[number]>('table');
  const graph = useExplorer((state) => state.graph);
  const ids = useMemo(() => new Set(toIds(answer.rows)), [answer]);
  const drawn = useMemo(() => new Set(graph?.nodes.id.filter((id) => ids.has(id))), [graph, ids]);
  const entities = graph?.isWhole === false ? ids : drawn;
  const count = answer.rows.length;
  const download = () => {
    const rows = answer.rows.map((row) => row.map((value) => toText(value)));
    save(new Blob([toCsv(answer.columns, rows)], { type: 'text/csv' }), 'yuantu.csv');
  };
  return (
    <>
      <div className="answer-bar">
        <div role="tablist" aria-label={words.answer}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={tab === one}
              onClick={() => setTab(one)}
            >
              {words.tabs[one]}
            </button>
          ))}
        </div>
        <span role="status">
          {count === 0 ? words.noRows : answer.truncated ? words.truncated(count) : words.rows(count)}
          {` · ${milliseconds} ms`}
        </span>
        {entities.size > 0 && (
          <button type="button" className="link" onClick={() => keepOnly(entities)}>
            {words.showOnCanvas(entities.size)}
          </button>
        )}
        {count > 0 && (
          <button type="button" className="link" onClick={download}>
            CSV
          </button>
        )}
      </div>
      {count > 0 && tab === 'table' && <Rows answer={answer} />}
      {count > 0 && tab === 'graph' && <AnswerGraph ids={drawn} />}
      {count > 0 && tab === 'json' && (
        <pre className="json" lang="en">
          {JSON.stringify(toObjects(answer), null, 2)}
        </pre>
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

/** A value of the answer; a node by its name, which leads to its profile, a relation by its type, to its evidence. */
function Cell({ value }: { readonly value: Value }) {
  const words = useWords();
  if (value === null) return <span className="null">null</span>;
  const node = toNode(value);
  if (node)
    return (
      <button type="button" className="link" onClick={() => selectEntity(node.id)}>
        {node.name}
      </button>
    );
  if (typeof value === 'number') return value.toLocaleString('en');
  const relation = toRelation(value);
  if (relation)
    return (
      <button type="button" className="link" onClick={() => selectRelation(relation.id)}>
        {words.relations[relation.type]}
      </button>
    );
  return typeof value === 'object' ? <code>{JSON.stringify(value)}</code> : String(value);
}
