import type { FileAccount, Rejected } from '../model/article.ts';
import type { Overruled } from '../model/judgement.ts';
import type { Doubt, Merge } from '../model/resolution.ts';
import type { Change, NodeRecord, Snapshot } from '../model/snapshot.ts';

/** What a build did. Documents are counted; `change` is empty when the graph was so already. */
export interface BuildReport {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
  /** What became of the files, where it was given files. */
  readonly files?: FileAccount;
  readonly change: Change;
  /** The records that the change replaced or took away. */
  readonly replaced: Snapshot;
  /** The node of an entity as it is now, and the facts told of it. */
  find(id: string): NodeRecord | undefined;
  factsOf(id: string): readonly NodeRecord[];
  /** The whole graph as it is now, and the pairs in it that a person should judge. */
  snapshot(): Snapshot;
  doubts(): Doubt[];
  /** Judgements that give way to others, because articles tie together what they name. */
  overruled(): Overruled[];
  /** Why an entity of it is one: the forms that brought its names together. */
  mergesOf(id: string): readonly Merge[];
  /** Keeps what the collection knows where the session was told to; the id under which it lies there, none where it is small. */
  keep(): Promise<string | undefined>;
}
