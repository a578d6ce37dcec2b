import type { Properties } from '../model/snapshot.ts';

/** A text property, absent when it is no text or empty. */
export function textOf(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number property, absent when it is none. */
export function numberOf(properties: Properties, name: string): number | undefined {
  const value = properties[name];
  return typeof value === 'number' ? value : undefined;
}

/** A list property; absent is empty. */
export function listOf(properties: Properties, name: string): readonly string[] {
  const value = properties[name];
  return Array.isArray(value) ? value : [];
}

/** The object without the keys whose value is unknown, so that they are absent from the JSON and from the type. */
export function known<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}
