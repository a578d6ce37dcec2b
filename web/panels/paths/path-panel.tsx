import { useEffect, useMemo } from 'react';
import type { PathRow, PathsAnswer } from '../../../src/contract/paths.ts';
import { RELATION_TYPES, type RelationType } from '../../../src/model/relation.ts';
import { api } from '../../api/client.ts';
import { itemAt } from '../../base/must.ts';
import type { GraphIndex } from '../../graph/graph-index.ts';
import { findPaths, MOST_PATHS, type Path } from '../../graph/paths.ts';
import type { Selection } from '../../graph/view.ts';
import { useScene } from '../../scene/use-scene.ts';
import { select, setFound } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { EntityName, toReference } from './entity-row.tsx';
import { LookIn, useOver } from './look-in.tsx';
import { Ways } from './ways.tsx';

type PathSelection = Extract<Selection, { kind: 'path' }>;

/** Steps that a way may be long. */
const LENGTHS = [2, 3, 4, 5] as const;

/** The ways between two entities, with each step's evidence one click away. */
export function PathPanel({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const over = useOver(selection);
  const change = (next: Partial<PathSelection>) => select({ ...selection, ...next });
  const setLength = (within: number | undefined) => {
    const { within: _, ...shortest } = selection;
    select(within === undefined ? shortest : { ...selection, within });
  };
  return (
    <article className="paths">
      <header>
        <p className="kind">{words.path}</p>
        <h2>
          <EntityName id={selection.from} /> — <EntityName id={selection.to} />
        </h2>
      </header>
      <div className="fields">
        <LookIn over={over} onChoose={(chosen) => change({ over: chosen })} />
        <Length selection={selection} onChoose={setLength} />
        <Types selection={selection} onChoose={(types) => change({ types })} />
      </div>
      {over === 'graph' ? <PathsOfAll selection={selection} /> : <PathsDrawn selection={selection} />}
    </article>
  );
}

function Length(props: {
  readonly selection: PathSelection;
  readonly onChoose: (within: number | undefined) => void;
}) {
  const words = useWords();
  return (
    <label>
      {words.pathLength}
      <select
        value={props.selection.within ?? SHORTEST}
        onChange={({ target }) =>
          props.onChoose(target.value === SHORTEST ? undefined : Number(target.value))
        }
      >
        <option value={SHORTEST}>{words.shortest}</option>
        {LENGTHS.map((length) => (
          <option key={length} value={length}>
            {words.allWithin(length)}
          </option>
        ))}
      </select>
    </label>
  );
}

const SHORTEST = 'shortest';

function Types(props: {
  readonly selection: PathSelection;
  readonly onChoose: (types: readonly RelationType[]) => void;
}) {
  const words = useWords();
  const types = new Set(props.selection.types ?? RELATION_TYPES);
  const toggled = (type: RelationType, isOn: boolean) =>
    RELATION_TYPES.filter((one) => (one === type ? isOn : types.has(one)));
  return (
    <fieldset>
      <legend>{words.pathTypes}</legend>
      {RELATION_TYPES.map((type) => (
        <label key={type} className={`check relation-${type}`}>
          <input
            type="checkbox"
            checked={types.has(type)}
            onChange={({ target }) => props.onChoose(toggled(type, target.checked))}
          />
          {words.relations[type]}
        </label>
      ))}
    </fieldset>
  );
}

function PathsDrawn({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const scene = useScene();
  const view = useMemo((): PathsAnswer => {
    const [from, to] = [selection.from, selection.to].map((id) => scene?.index.nodeOf.get(id));
    if (!scene || from === undefined || to === undefined) return { paths: [], isCut: false };
    const paths = findPaths(scene.index, scene.shown, selection, [from, to]);
    return {
      paths: paths.map((path) => toPathRow(scene.index, path)),
      isCut: paths.length === MOST_PATHS,
    };
  }, [scene, selection]);
  return <Ways view={view} none={words.noPath} />;
}

function PathsOfAll({ selection }: { readonly selection: PathSelection }) {
  const words = useWords();
  const { value, failure } = useAnswer(JSON.stringify(selection), (signal) => api.paths(selection, signal));
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

function toPathRow(index: GraphIndex, { nodes, edges }: Path): PathRow {
  const { edges: all } = index.graph;
  return {
    nodes: nodes.map((node) => toReference(index, node)),
    edges: edges.map((edge, at) => ({
      id: itemAt(all.id, edge),
      type: itemAt(all.type, edge),
      isForth: all.to[edge] === nodes[at + 1],
    })),
  };
}
