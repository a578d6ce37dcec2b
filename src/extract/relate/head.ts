import type { EntityType } from '../../model/entity.ts';
import type { LinkedDocument } from './linked-document.ts';

/** The entities of some types by the names that longer names may begin with: 云岭 heads 云岭高新区. */
export class Heads {
  private readonly owners = new Map<string, number[]>();

  /** `variants` are the names that an entity goes by as a head, made from one of its forms. */
  constructor(
    linked: LinkedDocument,
    types: readonly EntityType[],
    variants: (form: string) => readonly string[],
  ) {
    for (const [entity, { type, forms }] of linked.entities.entries()) {
      if (!types.includes(type)) continue;
      for (const name of new Set(forms.flatMap(variants))) {
        const owners = this.owners.get(name);
        // Two are enough to find one that is not the entity itself.
        if (owners && owners.length < 2) owners.push(entity);
        else if (!owners) this.owners.set(name, [entity]);
      }
    }
  }

  /** The first entity with whose name one of the forms begins, other than one; -1 if there is none. */
  find(forms: readonly string[], besides = -1): number {
    let first = -1;
    for (const form of forms) {
      for (let length = 1; length <= form.length; length++) {
        const owner = this.owners.get(form.slice(0, length))?.find((entity) => entity !== besides);
        if (owner !== undefined && (first < 0 || owner < first)) first = owner;
      }
    }
    return first;
  }
}
