import type { QueryValue } from '../store.ts';
import { sortKeys, toFloatValue, toId, toIntegerValue, toNodeValue, toRelationshipValue } from '../value.ts';
import { SEARCHED } from './search.ts';

interface DriverNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: object;
}

interface DriverRelationship {
  readonly elementId: string;
  readonly type: string;
  readonly startNodeElementId: string;
  readonly endNodeElementId: string;
  readonly properties: object;
}

interface DriverPath {
  readonly start: DriverNode;
  readonly segments: readonly { readonly relationship: DriverRelationship; readonly end: DriverNode }[];
}

/** A parameter for the driver: whole numbers as integers, as JSON means them, which to the driver are BigInt. */
export function toNeo4j(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toNeo4j(one)]));
  return value;
}

/** A value of a record as answers show it. `idOf` gives our id of the node that Neo4j knows by an element id. */
export function fromNeo4j(value: unknown, idOf: (node: string) => string): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return toFloatValue(value);
  if (typeof value === 'bigint') return toIntegerValue(value);
  if (value instanceof Int8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((one) => fromNeo4j(one, idOf));
  if (typeof value !== 'object') return String(value);
  if (isMap(value)) return sortKeys(plain(value, idOf));
  if ('labels' in value) {
    const { elementId, labels, properties } = value as DriverNode;
    const shown = Object.entries(properties).filter(([key]) => !SEARCHED.some((one) => one === key));
    return toNodeValue(elementId, labels, plain(Object.fromEntries(shown), idOf));
  }
  if ('startNodeElementId' in value) {
    const { elementId, type, startNodeElementId, endNodeElementId, properties } = value as DriverRelationship;
    const [from, to] = [idOf(startNodeElementId), idOf(endNodeElementId)];
    return toRelationshipValue(elementId, type, from, to, plain(properties, idOf));
  }
  if ('segments' in value) {
    const { start, segments } = value as DriverPath;
    return {
      nodes: [start, ...segments.map((segment) => segment.end)].map((node) => fromNeo4j(node, idOf)),
      relationships: segments.map((segment) => fromNeo4j(segment.relationship, idOf)),
    };
  }
  // Dates, times, durations and points say themselves.
  return String(value);
}

/** The element ids of relationships' ends, and our ids of the nodes that stand in the values themselves. */
export function findEnds(values: unknown, ends: Set<string>, known: Map<string, string>): void {
  if (Array.isArray(values)) for (const one of values) findEnds(one, ends, known);
  else if (values === null || typeof values !== 'object') return;
  else if (isMap(values)) for (const one of Object.values(values)) findEnds(one, ends, known);
  else if ('labels' in values) {
    const { elementId, properties } = values as DriverNode;
    known.set(elementId, toId((properties as { id?: unknown }).id, elementId));
  } else if ('startNodeElementId' in values) {
    const { startNodeElementId, endNodeElementId } = values as DriverRelationship;
    ends.add(startNodeElementId).add(endNodeElementId);
  } else if ('segments' in values) {
    const { start, segments } = values as DriverPath;
    findEnds([start, ...segments.map((segment) => segment.end)], ends, known);
  }
}

function plain(properties: object, idOf: (node: string) => string): { [key: string]: QueryValue } {
  return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fromNeo4j(one, idOf)]));
}

/** The driver gives maps as plain objects, and graph things and dates as instances of its classes. */
function isMap(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
