import { useEffect } from 'react';
import type { CommonAnswer } from '../../../src/contract/paths.ts';
import { api } from '../../api/client.ts';
import { commonNeighbours } from '../../graph/neighbours.ts';
import type { Selection } from '../../graph/view.ts';
import { useScene } from '../../scene/use-scene.ts';
import { keepOnly } from '../../state/steps.ts';
import { select, setFound } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { EntityName, EntityRow, toReference } from './entity-row.tsx';
import { LookIn, useOver } from './look-in.tsx';

type CommonSelection = Extract<Selection, { kind: 'common' }>;

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
              <EntityName id={id} />
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
  return <CommonList ids={ids} view={{ common, total: common.length }} none={words.noCommon} />;
}

function CommonOfAll({ selection }: { readonly selection: CommonSelection }) {
  const words = useWords();
  const { ids } = selection;
  const { value, failure } = useAnswer(ids.join(), (signal) => api.common(ids, signal));
  useEffect(() => {
    if (value)
      setFound({ of: JSON.stringify(selection), nodes: value.common.map(({ id }) => id), edges: [] });
  }, [value, selection]);
  if (!value) return <Waiting failure={failure} />;
  return <CommonList ids={ids} view={value} none={words.noCommonAtAll} />;
}

function CommonList(props: {
  readonly ids: readonly string[];
  readonly view: CommonAnswer;
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
              <EntityRow entity={entity} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
