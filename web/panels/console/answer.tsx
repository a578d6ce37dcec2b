import { useMemo, useState } from 'react';
import type { QueryAnswer, Value } from '../../api/client.ts';
import { itemAt } from '../../base/must.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectArticle, selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { CiteAll } from '../../ui/cite.tsx';
import { toCsv } from '../../ui/csv.ts';
import { save } from '../../ui/save.ts';
import { useWords } from '../../ui/use-words.ts';
import { AnswerGraph } from './answer-graph.tsx';
import { cellText, entityNamed, headingFor, idsIn, isArticleColumn, textFor } from './cells.ts';
import type { Query } from './use-query.ts';
import { citedIn, toNode, toObjects, toRelation } from './values.ts';

const TABS = ['table', 'graph', 'json'] as const;

/** The answer of a statement as a table, as a graph and as JSON. */
export function Answer({
  query: { answer, milliseconds },
  isStale,
}: {
  readonly query: Extract<Query, { readonly kind: 'answer' }>;
  /** Whether another statement stands in the field by now. */
  readonly isStale: boolean;
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const [tab, setTab] = useState<(typeof TABS)[number]>('table');
  const graph = useExplorer((state) => state.graph);
  const ids = useMemo(() => idsIn(answer, graph), [answer, graph]);
  const drawn = useMemo(() => new Set(graph?.nodes.id.filter((id) => ids.has(id))), [graph, ids]);
  const entities = graph?.isWhole === false ? ids : drawn;
  const count = answer.rows.length;
  const download = () => {
    const rows = answer.rows.map((row) =>
      row.map((value, at) => cellText(itemAt(answer.columns, at), value, locale)),
    );
    const headings = answer.columns.map((column) => headingFor(column, locale));
    save(new Blob([toCsv(headings, rows)], { type: 'text/csv' }), `${words.answer}.csv`);
  };
  return (
    <>
      {isStale && (
        <p className="stale" role="status">
          {words.asking.stale}
        </p>
      )}
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
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const cited = useMemo(() => answer.rows.map(citedIn), [answer]);
  const isCited = cited.some((ids) => ids.length > 0);
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            {answer.columns.map((column) => (
              <th key={column} scope="col">
                {headingFor(column, locale)}
              </th>
            ))}
            {isCited && <th scope="col">{words.citing.cite}</th>}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never move.
            <tr key={at}>
              {row.map((value, column) => (
                <td key={answer.columns[column]} data-number={typeof value === 'number'}>
                  <Cell column={itemAt(answer.columns, column)} value={value} />
                </td>
              ))}
              {isCited && <td>{cited[at]?.length ? <CiteAll ids={cited[at]} /> : null}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value of the answer; a node and what an entity is called lead to its profile, a relation to its evidence, an article to its text. */
function Cell({ column, value }: { readonly column: string; readonly value: Value }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const graph = useExplorer((state) => state.graph);
  if (value === null) return <span className="null">—</span>;
  const node = toNode(value);
  if (node) return <Lead text={node.name} onOpen={() => selectEntity(node.id)} />;
  const relation = toRelation(value);
  if (relation)
    return <Lead text={words.relations[relation.type]} onOpen={() => selectRelation(relation.id)} />;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || toNode(one)))
    return (
      <span className="links">
        {value.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values have no key of their own and never move.
          <Cell key={at} column={column} value={one} />
        ))}
      </span>
    );
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>;
  const text = textFor(column, value, locale);
  if (typeof value !== 'string') return text;
  const entity = entityNamed(column, value, graph);
  if (entity !== undefined) return <Lead text={text} onOpen={() => selectEntity(entity)} />;
  return isArticleColumn(column) ? <Lead text={text} onOpen={() => selectArticle(value)} /> : text;
}

/** A text that leads to what it names. */
function Lead({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="entity-link" onClick={onOpen}>
      {text}
    </button>
  );
}
