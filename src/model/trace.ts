import type { Reason } from './linear.ts';
import type { Mention } from './mention.ts';
import type { RelationType } from './relation.ts';
import type { Span } from './span.ts';

/** A relation that was weighed; its ends are indices of entities, its span is one of the cleaned text. */
export interface TracedLink {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly span: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** What became of a relation: `vague` is one that a more specific one says too. */
export type LinkFate = 'taken' | 'unlikely' | 'vague';

/** Looks on while a document is read, and is told why. Without one nothing is worked out for it. */
export interface Trace {
  /** A candidate was weighed; with the model's bias, `reasons` sum to the log-odds of its confidence. */
  weighed(mention: Mention, reasons: readonly Reason[]): void;
  /** A mention lost its place to another. */
  lost(mention: Mention, to: Mention): void;
  /** A relation was weighed, or settled by its rule, which gives no reasons. */
  related(link: TracedLink, reasons: readonly Reason[], fate: LinkFate): void;
}
