import { applyChange } from '../../src/graph/diff.ts';
import type { Change, Snapshot } from '../../src/model/snapshot.ts';
import type { Store } from '../../src/store/store.ts';

/** A store in memory that takes changes, and counts them; it answers no query. */
export function applyStore(): Store & { readonly changes: readonly Change[] } {
  let snapshot: Snapshot = { nodes: [], relationships: [] };
  const changes: Change[] = [];
  return {
    kind: 'grafeo',
    place: 'memory',
    changes,
    prepare: async () => {},
    read: async () => snapshot,
    async apply(change) {
      changes.push(change);
      snapshot = applyChange(snapshot, change);
    },
    query: async () => ({ columns: [], rows: [], truncated: false }),
    close: async () => {},
  };
}
