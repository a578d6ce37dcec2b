import type { RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';

/** A relation between two entities of the document by index; `span` is the run of sentences that says it, in the cleaned text. */
export interface Link {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly span: Span;
  readonly rule: string;
  readonly confidence: number;
  readonly title?: string;
  /** Of a post: whether it has ended or is only proposed, and the days that are told. */
  readonly ended?: boolean;
  readonly planned?: boolean;
  readonly since?: string;
  readonly until?: string;
}
