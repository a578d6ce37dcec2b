/** Something is missing that cannot be: a fault of the program, told with where it was looked for. */
export class MissingError extends Error {
  readonly code = 'MISSING';

  constructor(message: string) {
    super(message);
    this.name = 'MissingError';
  }
}

/**
 * What stands at a position of a list or a column.
 *
 * @throws {MissingError} when the list is shorter: the position is of another graph or list.
 */
export function itemAt<T>(list: ArrayLike<T>, position: number): T {
  const item = list[position];
  if (item === undefined)
    throw new MissingError(`position ${position} of a list of ${list.length}: expected one that is in it`);
  return item;
}

/**
 * What stands under a key.
 *
 * @throws {MissingError} when nothing does: the key is of another graph or table.
 */
export function entryOf<K, T>(entries: ReadonlyMap<K, T>, key: K): T {
  const entry = entries.get(key);
  if (entry === undefined)
    throw new MissingError(`${JSON.stringify(key)} in a table of ${entries.size}: expected one of its keys`);
  return entry;
}
