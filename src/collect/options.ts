import type { ExtractionCache } from '../extract/cache.ts';
import type { Extractor } from '../extract/document.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Progress } from '../model/progress.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Store } from '../store/store.ts';
import type { FileShelf } from './file-shelf.ts';

/** What a session works with. */
export interface SessionOptions {
  readonly store: Store;
  readonly seeds: Seeds;
  /** What reads; default: the model that comes with the program, loaded when first needed. */
  readonly extract?: Extractor;
  /**
   * Opens what reads, when it is first needed; default: the model, in this process.
   *
   * @internal
   */
  readonly openExtract?: (() => Promise<Extractor>) | undefined;
  /** What documents said before; default: every one is read. */
  readonly cache?: ExtractionCache;
  /** How many documents are read at once; default: as many as there are cores when there are more than a few dozen. */
  readonly workers?: number | undefined;
  /** The judgements that stand, asked for at every change; default none. */
  readonly judgements?: () => readonly Judgement[];
  readonly onProgress?: (progress: Progress) => void;
  /** Abandons the build before anything is written; a write that has begun is finished. */
  readonly signal?: AbortSignal;
  /**
   * Where what a large collection knows is kept for the next process. A filled one stands for what the store holds, and was kept
   * in the light of the same judgements; where these change, the store is read.
   *
   * @internal
   */
  readonly shelf?: FileShelf;
  /** Works everything out and writes nothing. */
  readonly dryRun?: boolean;
}
