import { useMemo } from 'react';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import { commonNeighbours } from '../display.ts';
import { TypeMark } from '../icons.tsx';
import { useWords } from '../language.ts';
import { findPaths, MOST_PATHS, type Path } from '../path.ts';
import type { Scene } from '../scene.ts';
import { select, selectEntity, selectRelation } from '../state.ts';
import { keepOnly } from '../steps.ts';
import { useScene } from '../use-scene.ts';
import type { Selection } from '../view.ts';

type PathSelection = Extract<Selection, { kind: 'path' }>;

/** Steps that a way may be long. */
const LENGTHS = [2, 3, 4, 5] as const;

/** The ways between two entities over what is drawn, with each step's evidence one click away. */
export function PathPanel({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const scene = useScene();
  const paths = useMemo(() => {
    const [from, to] = [selection.from, selection.to].map((id) => scene?.index.nodeOf.get(id));
    if (!scene || from === undefined || to === undefined) return [];
    return findPaths(scene.index, scene.shown, selection, [from, to]);
  }, [scene, selection]);
  if (!scene) return null;
  const { nodes } = scene.index.graph;
  const types = new Set(selection.types ?? RELATION_TYPES);
  const change = (next: Partial<PathSelection>) => {
    const { within: _, ...rest } = selection;
    select('within' in next && next.within === undefined ? rest : { ...selection, ...next });
  };
  const passed = new Set(paths.flatMap((path) => path.nodes.map((node) => nodes.id[node] ?? '')));
  return (
    <article className="paths">
      <header>
        <p className="kind">{words.path}</p>
        <h2>
          <Name scene={scene} id={selection.from} /> — <Name scene={scene} id={selection.to} />
        </h2>
      </header>
      <div className="fields">
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
      <section>
        <h3>
          {words.path}
          <span className="tally">{paths.length === MOST_PATHS ? `${MOST_PATHS}+` : paths.length}</span>
        </h3>
        {paths.length === 0 && <p className="waiting">{words.noPath}</p>}
        {paths.length > 0 && (
          <p className="actions">
            <button type="button" onClick={() => keepOnly(passed)}>
              {words.only}
            </button>
          </p>
        )}
        <ol className="ways">
          {paths.map((path) => (
            <li key={path.edges.join()}>
              <Way scene={scene} path={path} />
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

function Name({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const node = scene.index.nodeOf.get(id);
  return node === undefined ? id : scene.index.graph.nodes.name[node];
}

function Way({ scene, path }: { readonly scene: Scene; readonly path: Path }) {
  const words = useWords();
  const { nodes, edges } = scene.index.graph;
  return path.nodes.map((node, at) => {
    const edge = path.edges[at - 1];
    const type = edge === undefined ? undefined : edges.type[edge];
    const isForth = edge !== undefined && edges.to[edge] === node;
    return (
      <span key={node} className="way-step">
        {edge !== undefined && type && (
          <button
            type="button"
            className={`way-edge relation-${type}`}
            title={words.evidence}
            onClick={() => selectRelation(edges.id[edge] ?? '')}
          >
            {isForth ? `${words.relations[type]} →` : `← ${words.relations[type]}`}
          </button>
        )}
        <EntityLink scene={scene} id={nodes.id[node] ?? ''} />
      </span>
    );
  });
}

function EntityLink({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const node = scene.index.nodeOf.get(id);
  const { nodes } = scene.index.graph;
  const type = node === undefined ? undefined : nodes.type[node];
  if (node === undefined || !type) return null;
  return (
    <button type="button" className="row" onClick={() => selectEntity(id)}>
      <TypeMark type={type} />
      <span className="row-name">{nodes.name[node]}</span>
    </button>
  );
}

/** The entities that all of some are tied to. */
export function CommonPanel({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const scene = useScene();
  if (!scene) return null;
  const { index, shown } = scene;
  const nodes = ids.flatMap((id) => index.nodeOf.get(id) ?? []);
  const common = commonNeighbours(index, shown, nodes).map((node) => index.graph.nodes.id[node] ?? '');
  return (
    <article className="paths">
      <header>
        <p className="kind">{words.common}</p>
        <h2>{nodes.map((node) => index.graph.nodes.name[node]).join('、')}</h2>
      </header>
      {common.length > 0 && (
        <p className="actions">
          <button type="button" onClick={() => keepOnly([...ids, ...common])}>
            {words.only}
          </button>
        </p>
      )}
      <section>
        <h3>
          {words.common}
          <span className="tally">{common.length}</span>
        </h3>
        {common.length === 0 && <p className="waiting">{words.noCommon}</p>}
        <ul className="rows">
          {common.map((id) => (
            <li key={id}>
              <EntityLink scene={scene} id={id} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
