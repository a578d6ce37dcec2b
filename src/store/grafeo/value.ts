import type { QueryValue } from '../store.ts';
import { sortKeys, toFloatValue, toId, toIntegerValue, toNodeValue, toRelationshipValue } from '../value.ts';

/** What Grafeo calls its own: `_id` in every graph thing, `_labels` in nodes, `_source`, `_target` and `_type` in relationships. */
type Thing = Readonly<Record<string, unknown>>;

/** A value of a row as answers show it. `idOf` gives our id of the node that Grafeo knows by a number. */
export function fromGrafeo(value: unknown, idOf: (node: number) => string): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return toFloatValue(value);
  if (typeof value === 'bigint') return toIntegerValue(value);
  // Only a time without a zone comes as a Date.
  if (value instanceof Date) return value.toISOString().replace(/(\.000)?Z$/, '');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value) || value instanceof Float32Array)
    return [...value].map((one) => fromGrafeo(one, idOf));
  return fromObject(value as Thing, idOf);
}

function fromObject(thing: Thing, idOf: (node: number) => string): QueryValue {
  if (isNode(thing)) {
    const { _id, _labels, ...properties } = thing;
    return toNodeValue(String(_id), _labels as string[], plain(properties, idOf));
  }
  if (isRelationship(thing)) {
    const { _id, _source, _target, _type, ...properties } = thing;
    const [from, to] = [idOf(_source as number), idOf(_target as number)];
    return toRelationshipValue(String(_id), String(_type), from, to, plain(properties, idOf));
  }
  if (isPath(thing))
    return {
      nodes: fromGrafeo(thing.nodes, idOf),
      relationships: fromGrafeo(thing.edges, idOf),
    };
  return sortKeys(plain(thing, idOf));
}

/** The id that a node from Grafeo goes by, where it has one. */
export function idOfNode(id: unknown, node: number): string {
  return toId(id, String(node));
}

function plain(thing: Thing, idOf: (node: number) => string): { [key: string]: QueryValue } {
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, fromGrafeo(value, idOf)]));
}

function isNode(thing: Thing): boolean {
  return typeof thing._id === 'number' && Array.isArray(thing._labels);
}

function isRelationship(thing: Thing): boolean {
  return (
    typeof thing._id === 'number' && typeof thing._source === 'number' && typeof thing._type === 'string'
  );
}

/** A path is told from a map of its nodes and edges by what is in it only; a map that looks just like one is shown as one. */
function isPath(thing: Thing): boolean {
  const { nodes, edges } = thing;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(thing).length !== 2) return false;
  return nodes.length === edges.length + 1 && nodes.every(isNode) && edges.every(isRelationship);
}
