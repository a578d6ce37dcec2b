import type { Change, Snapshot } from '../../src/model/snapshot.ts';
import { type WatchedStore, watchStore } from '../../src/store/watched.ts';
import { applyChange } from './apply-change.ts';

/** A store in memory that takes changes, and counts them; it answers no query. */
export function applyStore(): WatchedStore & { readonly changes: readonly Change[] } {
  let snapshot: Snapshot = { nodes: [], relationships: [] };
  const changes: Change[] = [];
  const store = watchStore({
    kind: 'grafeo',
    place: 'memory',
    prepare: async () => {},
    read: async () => snapshot,
    listMistyped: async () => [],
    async apply(change) {
      changes.push(change);
      snapshot = applyChange(snapshot, change);
    },
    query: async () => ({ columns: [], rows: [], truncated: false }),
    close: async () => {},
  });
  return { ...store, changes };
}
