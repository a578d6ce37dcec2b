import type { RelationType } from '../../../src/model/relation.ts';
import { isRelationType } from '../../../src/model/schema.ts';
import type { QueryAnswer, Value } from '../../api/client.ts';

/** The rows of an answer as objects, by its columns. */
export function toObjects({ columns, rows }: QueryAnswer) {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** A value as it stands in a table of text; a node by its name. */
export function toText(value: Value): string | number | undefined {
  if (value === null) return undefined;
  const node = toNode(value);
  if (node) return node.name;
  return typeof value === 'number'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

/** What a value that is a node is called; undefined of any other. */
export function toNode(value: Value): { readonly id: string; readonly name: string } | undefined {
  if (typeof value !== 'object' || value === null || !('labels' in value)) return undefined;
  const { id, properties } = value as { readonly id: string; readonly properties: Record<string, Value> };
  return { id, name: String(properties.name ?? id) };
}

/** What a value that is one of our relations is; undefined of any other. */
export function toRelation(value: Value): { readonly id: string; readonly type: RelationType } | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return undefined;
  const { id, type } = value as { readonly id: string; readonly type: string };
  return isRelationType(type) ? { id, type } : undefined;
}

/** The ids of all nodes in a value, and of the ends of its relationships. */
export function toIds(value: Value): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(toIds);
  const { id, from, to, labels } = value as { readonly [key: string]: Value };
  if (labels !== undefined) return [String(id)];
  if (typeof from === 'string' && typeof to === 'string') return [from, to];
  return Object.values(value).flatMap(toIds);
}

/**
 * What a row can be cited by: its relations, facts and articles; where it holds none, its entities. Values that are none of these
 * have no place in an article.
 */
export function citedIn(row: readonly Value[]): string[] {
  const found = { said: new Set<string>(), entities: new Set<string>() };
  const look = (value: Value): void => {
    if (typeof value !== 'object' || value === null) return;
    const relation = toRelation(value);
    const node = toNode(value);
    if (relation) found.said.add(relation.id);
    else if (node) (isEntity(value) ? found.entities : found.said).add(node.id);
    else for (const inner of Object.values(value)) look(inner as Value);
  };
  for (const value of row) look(value);
  return [...(found.said.size > 0 ? found.said : found.entities)];
}

function isEntity(value: object): boolean {
  return (value as { readonly labels?: readonly string[] }).labels?.includes('Entity') === true;
}
