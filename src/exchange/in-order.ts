import { SortedSpool } from '../files/sorted-spool.ts';

/** Items in the order of their keys, those of one key as they came: more of them than memory is to hold. Items survive JSON. */
export function* inOrder<T>(items: Iterable<T>, keyOf: (item: T) => string): Generator<T> {
  const spool = new SortedSpool<T>();
  try {
    for (const item of items) spool.add(keyOf(item), item);
    yield* spool;
  } finally {
    spool.close();
  }
}
