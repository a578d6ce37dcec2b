/** Values by a key, as a `Map` holds them; they may lie elsewhere until they are asked for. */
export interface Table<V> extends Iterable<[string, V]> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): unknown;
  delete(key: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<V>;
}

/** How values become plain data, such as JSON can hold, and values again. */
export interface Packing<V> {
  pack(value: V): unknown;
  unpack(plain: never, key: string): V;
}

/** Where the stages that see all documents keep what they know. A name is asked for once. */
export interface Shelf {
  /**
   * The table of a name, with what was kept in it. A value that changes in place is to be set again. Without `packing` values are
   * plain data.
   */
  table<V>(name: string, packing?: Packing<V>): Table<V>;
  /** What was kept under a name as a whole; `pack` gives what is to be kept the next time. */
  part<T>(name: string, pack: () => T): T | undefined;
}

/** Keeps everything in memory, and nothing for another process. */
export const IN_MEMORY: Shelf = { table: () => new Map(), part: () => undefined };

/** A set of texts as a list. */
export const AS_LIST: Packing<Set<string>> = {
  pack: (set) => [...set],
  unpack: (plain: readonly string[]) => new Set(plain),
};
