import type { Measure } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { Figure } from './figure.ts';

/** A figure before it is known whose it is. `start` is where its measure is said. */
export interface Reading extends Span {
  readonly name: Measure;
  readonly figure?: Figure;
  readonly unit: string;
  readonly growth?: number;
  readonly product?: string;
  /** Whether it counts firms of one kind, and not all of them. */
  readonly isOfKind?: boolean;
  /** Whether its unit alone says what it may measure, or what stands beside it says that it hardly is to be told. */
  readonly isBare?: boolean;
  /** Whether it is what was a year before, told beside what is. */
  readonly isYearBefore?: boolean;
  /** Which it is of how many that are told together, one for each of several periods. */
  readonly turn?: { readonly at: number; readonly of: number };
  /** The entity, where the grammar tells it. */
  readonly owner?: number;
  readonly rule: string;
}
