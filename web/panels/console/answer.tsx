import { useEffect, useMemo, useState } from 'react';
import { RELATION_TYPES, type RelationType } from '../../../src/model/relation.ts';
import type { QueryAnswer, Value } from '../../api/client.ts';
import { toSvg } from '../../canvas/svg.ts';
import { boxOf } from '../../graph/extent.ts';
import type { Frame, Scene } from '../../scene/scene.ts';
import { useScene } from '../../scene/use-scene.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { toCsv } from '../../ui/csv.ts';
import { save } from '../../ui/save.ts';
import { useWords } from '../../ui/use-words.ts';

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
      {count > 0 && tab === 'graph' && <Drawing ids={drawn} />}
      {count > 0 && tab === 'json' && (
        <pre className="json" lang="en">
          {JSON.stringify(toObjects(answer), null, 2)}
        </pre>
      )}
    </>
  );
}

function toObjects({ columns, rows }: QueryAnswer) {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** The entities of an answer, and what ties them, where they lie in the whole graph. */
function Drawing({ ids }: { readonly ids: ReadonlySet<string> }) {
  const words = useWords();
  const scene = useScene();
  const picture = useMemo(() => scene && ids.size > 0 && URL.createObjectURL(draw(scene, ids)), [scene, ids]);
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);
  if (!picture) return <p className="waiting">{words.noEntities}</p>;
  return <img className="drawing" src={picture} alt={words.canvas(ids.size, 0)} />;
}

const [WIDTH, HEIGHT, MARGIN] = [960, 360, 48];

function draw(scene: Scene, ids: ReadonlySet<string>): Blob {
  const { graph } = scene.index;
  const nodes = Uint8Array.from(graph.nodes.id, (id) => (ids.has(id) ? 1 : 0));
  const edges = Uint8Array.from(graph.edges.from, (from, edge) =>
    nodes[from] && nodes[graph.edges.to[edge] ?? 0] ? 1 : 0,
  );
  const inside = Array.from(nodes.keys()).filter((node) => nodes[node]);
  const box = boxOf({
    x: Float64Array.from(inside, (node) => scene.places.x[node] ?? 0),
    y: Float64Array.from(inside, (node) => scene.places.y[node] ?? 0),
  });
  const grain = Math.min(
    2,
    (WIDTH - 2 * MARGIN) / (box.right - box.left),
    (HEIGHT - 2 * MARGIN) / (box.top - box.bottom),
  );
  const frame: Frame = {
    grain,
    left: WIDTH / 2 - ((box.left + box.right) / 2) * grain,
    top: HEIGHT / 2 + ((box.top + box.bottom) / 2) * grain,
    scale: 0.85,
    width: WIDTH,
    height: HEIGHT,
  };
  return toSvg({ ...scene, shown: { nodes, edges }, light: { focus: new Set() }, picked: new Set() }, frame);
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

function toText(value: Value): string | number | undefined {
  if (value === null) return undefined;
  const node = toNode(value);
  if (node) return node.name;
  return typeof value === 'number'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

function toNode(value: Value): { readonly id: string; readonly name: string } | undefined {
  if (typeof value !== 'object' || value === null || !('labels' in value)) return undefined;
  const { id, properties } = value as { readonly id: string; readonly properties: Record<string, Value> };
  return { id, name: String(properties.name ?? id) };
}

function toRelation(value: Value): { readonly id: string; readonly type: RelationType } | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return undefined;
  const { id, type } = value as { readonly id: string; readonly type: RelationType };
  return RELATION_TYPES.includes(type) ? { id, type } : undefined;
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
