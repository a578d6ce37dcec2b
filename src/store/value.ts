import type { QueryValue } from './store.ts';

type Plain = { readonly [key: string]: QueryValue };

/** A node as answers show it: our `id` apart, labels and properties sorted by name, so that both stores say it alike. */
export function toNodeValue(fallbackId: string, labels: readonly string[], properties: Plain): QueryValue {
  const { id, ...rest } = properties;
  return { id: toId(id, fallbackId), labels: [...labels].sort(), properties: sortKeys(rest) };
}

/** A relationship as answers show it, with the ids of its ends. */
export function toRelationshipValue(
  fallbackId: string,
  type: string,
  from: string,
  to: string,
  properties: Plain,
): QueryValue {
  const { id, ...rest } = properties;
  return { id: toId(id, fallbackId), type, from, to, properties: sortKeys(rest) };
}

/** An integer as JSON: a number where it is exact, else its digits as a string. */
export function toIntegerValue(value: bigint): number | string {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value.toString();
}

/** A float as JSON, which has no word for NaN and the infinities: those become strings. */
export function toFloatValue(value: number): number | string {
  if (!Number.isFinite(value)) return String(value);
  return value === 0 ? 0 : value;
}

/** What a node or relationship is called that has an `id` of its own, or none. */
export function toId(id: unknown, fallback: string): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : fallback;
}

/** The same object, keys in order. */
export function sortKeys<T>(value: Readonly<Record<string, T>>): Record<string, T> {
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, value[name] as T]));
}
