import type { PropertyValue } from '../model/snapshot.ts';
import { compareText } from './locate.ts';

/** A value that some article gives, with the article's date where it is known. */
export interface Claim<T extends PropertyValue> {
  readonly value: T;
  readonly published: string | undefined;
  readonly document: string;
}

/**
 * The value to show among competing ones: of the newest article; of several such, the one that most documents give; then by
 * `order`, the last. An undated article counts as older than any dated one. Nothing claimed is undefined.
 */
export function newest<T extends PropertyValue>(
  claims: readonly Claim<T>[],
  order: (a: T, b: T) => number,
): T | undefined {
  const date = claims
    .map((c) => c.published ?? '')
    .sort(compareText)
    .at(-1);
  const documents = new Map<T, Set<string>>();
  for (const { value, published, document } of claims)
    if ((published ?? '') === date) documents.set(value, (documents.get(value) ?? new Set()).add(document));
  return [...documents].sort(([a, x], [b, y]) => x.size - y.size || order(a, b)).at(-1)?.[0];
}

/** First and last date among articles; both absent when none is dated. */
export function seen(dates: Iterable<string | undefined>): { firstSeen?: string; lastSeen?: string } {
  const known = [...dates].filter((date) => date !== undefined).sort(compareText);
  const [firstSeen, lastSeen] = [known[0], known.at(-1)];
  return firstSeen === undefined || lastSeen === undefined ? {} : { firstSeen, lastSeen };
}
