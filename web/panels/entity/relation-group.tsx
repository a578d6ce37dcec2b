import { useState } from 'react';
import type { RelationRow } from '../../../src/contract/entity.ts';
import { selectEntity, selectRelation } from '../../state/store.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';

/** Rows shown before the reader asks for more. */
const FIRST = 8;

/** Rows of one type and direction together, in the order they come in. */
export function toGroups(rows: readonly RelationRow[]): RelationRow[][] {
  const groups = new Map<string, RelationRow[]>();
  for (const row of rows) {
    const key = row.type === 'PARTNERS_WITH' ? row.type : `${row.type} ${row.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** The relations of one type and direction, each with the way to its evidence and to its other end. */
export function RelationGroup({ rows }: { readonly rows: readonly RelationRow[] }) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const [first] = rows;
  if (!first) return null;
  const shown = isWhole || rows.length <= FIRST + 2 ? rows : rows.slice(0, FIRST);
  return (
    <section>
      <h3>
        {words.headings[first.type][first.direction]}
        <span className="tally">{rows.length}</span>
      </h3>
      <ul className="rows">
        {shown.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="row"
              title={words.evidenceOf(row.other.name)}
              onClick={() => selectRelation(row.id)}
            >
              <TypeMark type={row.other.type} />
              <span className="row-name">
                {row.other.name}
                {row.title && <small>{row.title}</small>}
              </span>
              <span className="row-count">
                {row.origin === 'seed' ? words.fromSeeds : row.count > 1 && words.evidenceCount(row.count)}
              </span>
            </button>
            <ToolButton
              icon="next"
              name={words.profileOf(row.other.name)}
              onClick={() => selectEntity(row.other.id)}
            />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="link more" onClick={() => setWhole(true)}>
          {words.moreOf(rows.length - shown.length)}
        </button>
      )}
    </section>
  );
}
