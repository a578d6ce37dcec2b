import type { RelationRow } from '../../../src/contract/entity.ts';
import { shownBy } from '../../graph/filter.ts';
import { indexOf } from '../../graph/graph-index.ts';
import { add, MOST_NEW } from '../../state/steps.ts';
import { useExplorer } from '../../state/store.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';

/** Tells of each relation of an entity whether its other end is drawn; undefined while there is no graph. */
export function useDrawn(): ((row: RelationRow) => boolean) | undefined {
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  if (!graph) return undefined;
  const index = indexOf(graph);
  const shown = shownBy(index, filter);
  return ({ other }) => {
    const node = index.nodeOf.get(other.id);
    return node !== undefined && shown.nodes[node] === 1;
  };
}

/** The neighbours of an entity by relation and type, counted before they are drawn. The best supported come first. */
export function Expand({
  id,
  relations,
}: {
  readonly id: string;
  readonly relations: readonly RelationRow[];
}) {
  const words = useWords();
  const isDrawn = useDrawn();
  if (!isDrawn) return null;
  const groups = new Map<string, RelationRow[]>();
  for (const row of relations) {
    const key = `${row.type} ${row.direction} ${row.other.type}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const draw = (rows: readonly RelationRow[]) =>
    add([
      id,
      ...rows
        .filter((row) => !isDrawn(row))
        .slice(0, MOST_NEW)
        .map((row) => row.other.id),
    ]);
  return (
    <div className="expand">
      <ul>
        {[...groups].map(([key, rows]) => {
          const [first] = rows;
          if (!first) return null;
          const ends = new Set(rows.map((row) => row.other.id));
          const left = new Set(rows.filter((row) => !isDrawn(row)).map((row) => row.other.id));
          return (
            <li key={key}>
              <button type="button" className="row" disabled={left.size === 0} onClick={() => draw(rows)}>
                <TypeMark type={first.other.type} />
                <span className="row-name">
                  {words.headings[first.type][first.direction]}
                  <small>{words.types[first.other.type]}</small>
                </span>
                <span className="row-count">
                  {left.size === 0 ? words.allDrawn : `+${left.size} / ${ends.size}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        <button
          type="button"
          className="link"
          disabled={relations.every(isDrawn)}
          onClick={() => draw(relations)}
        >
          {words.expand}
        </button>
        <small>{words.expandHint(MOST_NEW)}</small>
      </p>
    </div>
  );
}
