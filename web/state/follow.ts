import type { Value } from '../api/client.ts';
import { remember } from './remembered.ts';
import { type Followed, useExplorer } from './store.ts';

type Thing = Extract<Followed, { readonly kind: 'thing' }>;

/** What names one that is followed. */
export function keyOf(one: Followed): string {
  return one.kind === 'thing' ? `thing ${one.id}` : `question ${one.name}`;
}

/** Follow something from now on, or remember what was seen of it by now. */
export function follow(one: Followed): void {
  const others = useExplorer.getState().followed.filter((other) => keyOf(other) !== keyOf(one));
  keep([...others, one]);
}

export function unfollow(one: Followed): void {
  keep(useExplorer.getState().followed.filter((other) => keyOf(other) !== keyOf(one)));
}

/** A thing that is followed; undefined when it is not. */
export function findFollowed(followed: readonly Followed[], id: string): Thing | undefined {
  return followed.find((one): one is Thing => one.kind === 'thing' && one.id === id);
}

function keep(followed: readonly Followed[]): void {
  remember('followed', JSON.stringify(followed));
  useExplorer.setState({ followed });
}

/**
 * What a row of an answer is known by: nodes and relationships by their ids, so that a value that was worked out anew does not make
 * a row a new one; all else by itself.
 */
export function keyOfRow(row: readonly Value[]): string {
  return JSON.stringify(row.map(toKey));
}

function toKey(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toKey);
  const { id, properties } = value as { readonly [key: string]: Value };
  if (id !== undefined && properties !== undefined) return id;
  return Object.entries(value).map(([name, one]) => [name, toKey(one)]);
}

/** The first sentence that something in a row rests on; undefined where the row holds none. */
export function sentenceOf(value: Value): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = sentenceOf(one);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const { quote, quotes } = value as { readonly [key: string]: Value };
  if (typeof quote === 'string') return quote;
  if (Array.isArray(quotes) && typeof quotes[0] === 'string') return quotes[0];
  return sentenceOf(Object.values(value));
}
