import type { EntityReference } from '../../src/contract/reference.ts';
import { selectEntity } from '../state/store.ts';

/** A name that leads to its profile. */
export function EntityLink({ entity }: { readonly entity: EntityReference }) {
  return (
    <button type="button" className="entity-link" onClick={() => selectEntity(entity.id)}>
      {entity.name}
    </button>
  );
}

/** Several of them. */
export function Links({ entities }: { readonly entities: readonly EntityReference[] }) {
  return (
    <span className="links">
      {entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    </span>
  );
}
