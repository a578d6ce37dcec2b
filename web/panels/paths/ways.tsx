import type { PathRow, PathsAnswer } from '../../../src/contract/paths.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectRelation } from '../../state/store.ts';
import { useWords } from '../../ui/use-words.ts';
import { EntityRow } from './entity-row.tsx';

/** Ways from one entity to another, one a line; `none` is said when there is none. */
export function Ways({
  view: { paths, isCut },
  none,
}: {
  readonly view: PathsAnswer;
  readonly none: string;
}) {
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

function Way({ path }: { readonly path: PathRow }) {
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
        <EntityRow entity={node} />
      </span>
    );
  });
}
