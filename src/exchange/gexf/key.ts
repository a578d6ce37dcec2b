import type { Column } from '../column.ts';

/** The id of the attribute of a column; that of one whose values are JSON says so. */
export function gexfKey({ name, json }: Pick<Column, 'name' | 'json'>): string {
  return json ? `json:${name}` : name;
}
