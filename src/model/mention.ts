import type { EntityType } from './entity.ts';
import type { Span } from './span.ts';

/**
 * A span of the cleaned text that names something, and the rule that found it.
 *
 * `form` is the normalised form (no white space). `title` and `titleSpan` only for a person: the post as written, and where
 * it stands.
 */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly form: string;
  readonly rule: string;
  /** 0..1 */
  readonly confidence: number;
  readonly title?: string;
  readonly titleSpan?: Span;
}
