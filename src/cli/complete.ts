import type { Store } from '../store/store.ts';

/** What the graph's things are called. */
export interface Names {
  readonly labels: readonly string[];
  readonly types: readonly string[];
  readonly properties: readonly string[];
}

const KEYWORDS =
  "MATCH;OPTIONAL MATCH;WHERE;RETURN;WITH;ORDER BY;LIMIT;SKIP;UNWIND;UNION;DISTINCT;CONTAINS;STARTS WITH;ENDS WITH;IS NULL;IS NOT NULL;CASE WHEN;EXISTS {;COUNT {;CALL db.index.fulltext.queryNodes('names', ;count(;collect(;coalesce(;shortestPath(".split(
    ';',
  );

export const COMMANDS = [':examples', ':example', ':param', ':params', ':format', ':clear', ':help', ':exit'];

/** The names in use, asked of the store. */
export async function readNames(store: Store): Promise<Names> {
  const ask = async (statement: string) => {
    const { rows } = await store.query(statement);
    return rows.map(([name]) => String(name)).sort();
  };
  return {
    labels: await ask('CALL db.labels() YIELD label RETURN label'),
    types: await ask('CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType'),
    properties: await ask('CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey'),
  };
}

/** What may stand at the end of a line in place of what was begun there, and that beginning: as readline wants it. */
export function complete(line: string, { labels, types, properties }: Names): [string[], string] {
  const begun = (pattern: RegExp): string | undefined => pattern.exec(line)?.[1];
  const among = (choices: readonly string[], start: string): [string[], string] => {
    const small = start.toLowerCase();
    return [choices.filter((one) => one.toLowerCase().startsWith(small)), start];
  };
  const command = begun(/^(:\S*)$/u);
  if (command !== undefined) return among(COMMANDS, command);
  const type = begun(/\[[\p{L}\p{N}_]*:(?:[^\](]*\|)?([\p{L}\p{N}_]*)$/u);
  if (type !== undefined) return among(types, type);
  const label = begun(/\([\p{L}\p{N}_]*:(?:[^)]*[|:&!])?([\p{L}\p{N}_]*)$/u);
  if (label !== undefined) return among(labels, label);
  const property = begun(/(?:[\p{L}\p{N}_]\.|\{\s*|\{[^{}]*,\s*)([\p{L}\p{N}_]*)$/u);
  if (property !== undefined) return among(properties, property);
  return among(KEYWORDS, begun(/([\p{L}_.]*)$/u) ?? '');
}
