import { useEffect, useMemo } from 'react';
import type { CommonView, PathsView, PathView } from '../../../src/model/profile.ts';
import { RELATION_TYPES } from '../../../src/model/relation.ts';
import type { EntityReference } from '../../../src/model/view.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import type { GraphIndex } from '../../graph/graph-index.ts';
import { commonNeighbours } from '../../graph/light.ts';
import { findPaths, MOST_PATHS, type Path } from '../../graph/paths.ts';
import type { Over, Selection } from '../../graph/view.ts';
import { useScene } from '../../scene/use-scene.ts';
import { keepOnly } from '../../state/steps.ts';
import { select, selectEntity, selectRelation, setFound, useExplorer } from '../../state/store.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../detail.tsx';

type PathSelection = Extract<Selection, { kind: 'path' }>;
type CommonSelection = Extract<Selection, { kind: 'common' }>;

/** Steps that a way may be long. */
const LENGTHS = [2, 3, 4, 5] as const;

/** What is looked in when nobody has chosen: what is drawn, unless that is only an overview. */
function useOver({ over }: { readonly over?: Over }): Over {
  const isWhole = useExplorer((state) => state.graph?.isWhole !== false);
  return over ?? (isWhole ? 'drawn' : 'graph');
}

/** The ways between two entities, with each step's evidence one click away. */
export function PathPanel({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const over = useOver(selection);
  const types = new Set(selection.types ?? RELATION_TYPES);
  const change = (next: Partial<PathSelection>) => {
    const { within: _, ...rest } = selection;
    select('within' in next && next.within === undefined ? rest : { ...selection, ...next });
  };
  return (
    <article className="paths">
      <header>
        <p className="kind">{words.path}</p>
        <h2>
          <Name id={selection.from} /> — <Name id={selection.to} />
        </h2>
      </header>
      <div className="fields">
        <LookIn over={over} onChoose={(chosen) => change({ over: chosen })} />
        <label>
          {words.pathLength}
          <select
            value={selection.within ?? 'shortest'}
            onChange={({ target }) =>
              change({
                within: target.value === 'shortest' ? undefined : Number(target.value),
              } as Partial<PathSelection>)
            }
          >
            <option value="shortest">{words.shortest}</option>
            {LENGTHS.map((length) => (
              <option key={length} value={length}>
                {words.allWithin(length)}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{words.pathTypes}</legend>
          {RELATION_TYPES.map((type) => (
            <label key={type} className={`check relation-${type}`}>
              <input
                type="checkbox"
                checked={types.has(type)}
                onChange={({ target }) =>
                  change({
                    types: RELATION_TYPES.filter((one) => (one === type ? target.checked : types.has(one))),
                  })
                }
              />
              {words.relations[type]}
            </label>
          ))}
        </fieldset>
      </div>
      {over === 'graph' ? <PathsOfAll selection={selection} /> : <PathsDrawn selection={selection} />}
    </article>
  );
}

function LookIn({ over, onChoose }: { readonly over: Over; readonly onChoose: (over: Over) => void }) {
  const words = useWords();
  return (
    <label>
      {words.lookIn}
      <select value={over} onChange={({ target }) => onChoose(target.value as Over)}>
        {(['drawn', 'graph'] as const).map((one) => (
          <option key={one} value={one}>
            {words.over[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function PathsDrawn({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const scene = useScene();
  const view = useMemo((): PathsView => {
    const [from, to] = [selection.from, selection.to].map((id) => scene?.index.nodeOf.get(id));
    if (!scene || from === undefined || to === undefined) return { paths: [], isCut: false };
    const paths = findPaths(scene.index, scene.shown, selection, [from, to]);
    return {
      paths: paths.map((path) => toPathView(scene.index, path)),
      isCut: paths.length === MOST_PATHS,
    };
  }, [scene, selection]);
  return <Ways view={view} none={words.noPath} />;
}

function PathsOfAll({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const version = useExplorer((state) => state.graph?.version);
  const { value, failure } = useLoaded(`${version} ${JSON.stringify(selection)}`, (signal) =>
    api.paths(selection, signal),
  );
  useEffect(() => {
    if (!value) return;
    setFound({
      of: JSON.stringify(selection),
      nodes: value.paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)),
      edges: value.paths.flatMap(({ edges }) => edges.map(({ id }) => id)),
    });
  }, [value, selection]);
  if (!value) return <Waiting failure={failure} />;
  return <Ways view={value} none={words.noPathAtAll} />;
}

function Ways({ view: { paths, isCut }, none }: { readonly view: PathsView; readonly none: string }) {
  const words = useWords();
  const passed = new Set(paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
  return (
    <section>
      <h3>
        {words.path}
        <span className="tally">{isCut ? `${paths.length}+` : paths.length}</span>
      </h3>
      {paths.length === 0 && <p className="waiting">{none}</p>}
      {paths.length > 0 && (
        <p className="actions">
          <button type="button" onClick={() => keepOnly(passed)}>
            {words.only}
          </button>
        </p>
      )}
      <ol className="ways">
        {paths.map((path) => (
          <li key={path.edges.map(({ id }) => id).join()}>
            <Way path={path} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Way({ path }: { readonly path: PathView }) {
  const words = useWords();
  return path.nodes.map((node, at) => {
    const edge = path.edges[at - 1];
    return (
      <span key={node.id} className="way-step">
        {edge && (
          <button
            type="button"
            className={`way-edge relation-${edge.type}`}
            title={words.evidence}
            onClick={() => selectRelation(edge.id)}
          >
            {edge.isForth ? `${words.relations[edge.type]} →` : `← ${words.relations[edge.type]}`}
          </button>
        )}
        <Row entity={node} />
      </span>
    );
  });
}

function Row({ entity }: { readonly entity: EntityReference }) {
  return (
    <button type="button" className="row" onClick={() => selectEntity(entity.id)}>
      <TypeMark type={entity.type} />
      <span className="row-name">{entity.name}</span>
    </button>
  );
}

/** The name of an entity, which a link may name without the canvas holding it. */
function Name({ id }: { readonly id: string }) {
  const scene = useScene();
  const node = scene?.index.nodeOf.get(id);
  const isHere = scene === undefined || node !== undefined;
  const { value } = useLoaded(isHere ? '' : id, async (signal) =>
    isHere ? undefined : (await api.entity(id, signal)).name,
  );
  return (node === undefined ? value : scene?.index.graph.nodes.name[node]) ?? id;
}

/** The entities that all of some are tied to. */
export function CommonPanel({ selection }: { readonly selection: CommonSelection }) {
  const words = useWords();
  const over = useOver(selection);
  const { ids } = selection;
  return (
    <article className="paths">
      <header>
        <p className="kind">{words.common}</p>
        <h2>
          {ids.map((id, at) => (
            <span key={id}>
              {at > 0 && '、'}
              <Name id={id} />
            </span>
          ))}
        </h2>
      </header>
      <div className="fields">
        <LookIn over={over} onChoose={(chosen) => select({ ...selection, over: chosen })} />
      </div>
      {over === 'graph' ? <CommonOfAll selection={selection} /> : <CommonDrawn ids={ids} />}
    </article>
  );
}

function CommonDrawn({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const scene = useScene();
  if (!scene) return null;
  const { index, shown } = scene;
  const nodes = ids.flatMap((id) => index.nodeOf.get(id) ?? []);
  const common = commonNeighbours(index, shown, nodes).map((node) => toReference(index, node));
  return <Commons ids={ids} view={{ common, total: common.length }} none={words.noCommon} />;
}

function CommonOfAll({ selection }: { readonly selection: CommonSelection }) {
  const words = useWords();
  const { ids } = selection;
  const version = useExplorer((state) => state.graph?.version);
  const { value, failure } = useLoaded(`${version} ${ids.join()}`, (signal) => api.common(ids, signal));
  useEffect(() => {
    if (value)
      setFound({ of: JSON.stringify(selection), nodes: value.common.map(({ id }) => id), edges: [] });
  }, [value, selection]);
  if (!value) return <Waiting failure={failure} />;
  return <Commons ids={ids} view={value} none={words.noCommonAtAll} />;
}

function Commons(props: {
  readonly ids: readonly string[];
  readonly view: CommonView;
  readonly none: string;
}) {
  const words = useWords();
  const { common, total } = props.view;
  return (
    <>
      {common.length > 0 && (
        <p className="actions">
          <button type="button" onClick={() => keepOnly([...props.ids, ...common.map(({ id }) => id)])}>
            {words.only}
          </button>
        </p>
      )}
      <section>
        <h3>
          {words.common}
          <span className="tally">{total > common.length ? `${common.length} / ${total}` : total}</span>
        </h3>
        {common.length === 0 && <p className="waiting">{props.none}</p>}
        <ul className="rows">
          {common.map((entity) => (
            <li key={entity.id}>
              <Row entity={entity} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function toReference({ graph: { nodes } }: GraphIndex, node: number): EntityReference {
  const type = nodes.type[node];
  if (!type) throw new Error(`node ${node} is not in the graph`);
  return { id: nodes.id[node] ?? '', type, name: nodes.name[node] ?? '' };
}

function toPathView(index: GraphIndex, { nodes, edges }: Path): PathView {
  const { edges: all } = index.graph;
  return {
    nodes: nodes.map((node) => toReference(index, node)),
    edges: edges.flatMap((edge, at) => {
      const type = all.type[edge];
      return type ? [{ id: all.id[edge] ?? '', type, isForth: all.to[edge] === nodes[at + 1] }] : [];
    }),
  };
}
