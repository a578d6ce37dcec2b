/** What is said to whom a statement gave rows without anything of the graph. */
export const NOTHING_FOUND =
  'the statement returns no node, relationship or path; return things themselves, such as RETURN c, r, p';

/**
 * The ids of the nodes and relationships in an answer's rows, however deep: nodes are `{id, labels, properties}`,
 * relationships `{id, type, from, to, properties}`. Other values name nothing.
 */
export function idsIn(rows: unknown): string[] {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      const { id, labels, from } = value as Readonly<Record<string, unknown>>;
      const isGraphThing = Array.isArray(labels) || typeof from === 'string';
      if (typeof id === 'string' && isGraphThing && 'properties' in value) ids.add(id);
      else for (const item of Object.values(value)) visit(item);
    }
  };
  visit(rows);
  return [...ids];
}
