import type { Picture } from '../graph/picture/picture.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Collection } from './collection.ts';
import type { BuildReport } from './report.ts';

type Answers = Omit<
  BuildReport,
  'added' | 'changed' | 'removed' | 'unchanged' | 'rejected' | 'files' | 'change' | 'replaced' | 'keep'
>;

/** What can be asked of a collection after a change; `arranged` is its whole graph, where that is at hand. */
export function answersOf(
  collection: Collection,
  arranged: Snapshot | undefined,
  picture: Picture | undefined,
): Answers {
  return {
    find(id) {
      const node = collection.findNode(id);
      return node && picture ? picture.complete(node) : node;
    },
    factsOf: (id) => collection.factsOf(id),
    snapshot: () => arranged ?? completed(collection, picture),
    doubts: () => collection.doubts(),
    overruled: () => collection.overruled(),
    mergesOf: (id) => collection.mergesOf(id),
  };
}

/** The whole graph of a collection, with what a picture knows of it. */
export function completed(collection: Collection, picture: Picture | undefined): Snapshot {
  const { nodes, relationships } = collection.snapshot();
  return { nodes: picture ? nodes.map((node) => picture.complete(node)) : nodes, relationships };
}
