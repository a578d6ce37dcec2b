import type { EntityReference } from '../../../src/contract/reference.ts';
import { keepOnly } from '../../state/steps.ts';
import { select, selectEntity } from '../../state/store.ts';
import { Links } from '../../ui/entity-link.tsx';
import { TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';

/** What a page of tables is about, `kind` of page, with the ways to its mentions and to it and `drawn` alone on the canvas. */
export function Head(props: {
  readonly about: EntityReference;
  readonly kind: string;
  readonly drawn: readonly string[];
}) {
  const words = useWords();
  const { about, kind, drawn } = props;
  return (
    <>
      <header>
        <p className={`kind type-${about.type}`}>
          <TypeMark type={about.type} />
          {kind}
        </p>
        <h2>{about.name}</h2>
      </header>
      <p className="actions">
        <button type="button" onClick={() => selectEntity(about.id)}>
          {words.mentions}
        </button>
        {about.type !== 'Project' && (
          <button type="button" onClick={() => select({ kind: 'ledger', page: 'lives', about: about.id })}>
            {words.ledger.open}
          </button>
        )}
        <button type="button" onClick={() => keepOnly([about.id, ...drawn])}>
          {words.only}
        </button>
      </p>
    </>
  );
}

/** Entities beside it, by what they are to it; empty rows are left out. */
export function Kin({ rows }: { readonly rows: readonly (readonly [string, readonly EntityReference[]])[] }) {
  if (rows.every(([, entities]) => entities.length === 0)) return null;
  return (
    <dl className="kin">
      {rows.map(
        ([name, entities]) =>
          entities.length > 0 && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Links entities={entities} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
