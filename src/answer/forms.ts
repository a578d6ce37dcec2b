import type { EntityType } from '../model/entity.ts';
import { hashId } from '../model/id.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import { idNamesOf } from '../names/id-name.ts';
import { listOf } from './properties.ts';
import { nameOf, typeOf } from './reference.ts';

/** The names that an entity goes by. */
export function formsOf(node: NodeRecord): readonly string[] {
  return [nameOf(node), ...listOf(node.properties, 'aliases')];
}

/** What ids say of a type: people are of one kind. */
export function kindOf(type: EntityType): string {
  return type === 'Official' || type === 'Executive' ? 'Person' : type;
}

/** Whether an id is that of a name that an entity goes by. */
export function wasForm(node: NodeRecord, id: string): boolean {
  const kind = kindOf(typeOf(node));
  return formsOf(node).some((form) => idNamesOf(kind, form).some((name) => hashId(kind, name) === id));
}

/** What takes no room in a name, once it is in NFKC. */
const SPACES = [...'\t\n\v\f\r \u1680\u2028\u2029\ufeff'];

/** How names are compared that people write: whatever their width, case and spaces. */
export function foldForm(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** Parameters for a database that folds likewise. */
export const FOLDING = { spaces: SPACES } as const;

/** The id, the name and the aliases of an entity, folded. */
export function foldedForms(node: NodeRecord): readonly string[] {
  return [node.id, nameOf(node), ...listOf(node.properties, 'aliases')].map(foldForm);
}
