import type { EntityType } from './entity.ts';
import type { Span } from './span.ts';

export const RELATION_TYPES = [
  'LOCATED_IN',
  'PART_OF',
  'INVESTS_IN',
  'SUBSIDIARY_OF',
  'PARTNERS_WITH',
  'HOLDS_POST',
  'IN_INDUSTRY',
] as const;

export type RelationType = (typeof RELATION_TYPES)[number];

const PARTNERS: readonly EntityType[] = ['Company', 'Zone', 'Organization', 'Place'];

/** Which types a relation may join, per pair of ends: any `from` with any `to` of the same row. */
export const RELATION_ENDS: Readonly<
  Record<
    RelationType,
    readonly { readonly from: readonly EntityType[]; readonly to: readonly EntityType[] }[]
  >
> = {
  LOCATED_IN: [
    { from: ['Company', 'Project', 'Organization'], to: ['Zone', 'Place'] },
    { from: ['Zone'], to: ['Place'] },
  ],
  PART_OF: [{ from: ['Zone'], to: ['Zone'] }],
  INVESTS_IN: [{ from: ['Company'], to: ['Project'] }],
  SUBSIDIARY_OF: [{ from: ['Company'], to: ['Company'] }],
  PARTNERS_WITH: [{ from: PARTNERS, to: PARTNERS }],
  HOLDS_POST: [
    { from: ['Official', 'Executive'], to: ['Company', 'Zone', 'Organization', 'Project', 'Place'] },
  ],
  IN_INDUSTRY: [{ from: ['Company', 'Project', 'Zone'], to: ['Industry'] }],
};

/** Whether a relation of this type may lead from one type of entity to another; an unknown type may not. */
export function mayJoin(
  type: RelationType,
  from: EntityType | undefined,
  to: EntityType | undefined,
): boolean {
  return (
    from !== undefined &&
    to !== undefined &&
    RELATION_ENDS[type].some((row) => row.from.includes(from) && row.to.includes(to))
  );
}

/** The sentence, or run of sentences, that says it: `quote` is the exact slice of the original text. */
export interface Evidence extends Span {
  readonly quote: string;
  readonly rule: string;
}

/**
 * What is told of a post: its words, whether it has `ended` or is only `planned` (拟任), and from when to when, as ISO text, where
 * that is said.
 */
export interface PostAttributes {
  readonly title?: string;
  readonly ended?: boolean;
  readonly planned?: boolean;
  readonly since?: string;
  readonly until?: string;
}

/** A typed, directed link between two entities of one document. `attrs` are of `HOLDS_POST`, empty otherwise. */
export interface Relation {
  readonly from: string;
  readonly type: RelationType;
  readonly to: string;
  readonly attrs: PostAttributes;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}
