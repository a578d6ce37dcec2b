import { YuantuError } from '../../src/model/errors.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { QueryResult } from '../../src/store/store.ts';
import { type WatchedStore, watchStore } from '../../src/store/watched.ts';

/** A store that holds a snapshot, in any order, and answers every query with the same result; it refuses to write. */
export function memoryStore({ nodes, relationships }: Snapshot, answer?: QueryResult): WatchedStore {
  const snapshot = { nodes: sortById(nodes), relationships: sortById(relationships) };
  return watchStore({
    kind: 'grafeo',
    place: 'memory',
    prepare: async () => {},
    read: async () => snapshot,
    listMistyped: async () => [],
    apply: async () => {
      throw new YuantuError('FORBIDDEN', 'this store only reads');
    },
    query: async () => answer ?? { columns: [], rows: [], truncated: false },
    close: async () => {},
  });
}

function sortById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}
