import type { Indicator } from './indicator.ts';
import type { Span } from './span.ts';

/** The kinds of thing that the graph holds; the first five are the core types. */
export const ENTITY_TYPES = [
  'Company',
  'Zone',
  'Project',
  'Official',
  'Executive',
  'Organization',
  'Place',
  'Industry',
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

export const CORE_TYPES: readonly EntityType[] = ['Company', 'Zone', 'Project', 'Official', 'Executive'];

/** How far a project has come, in order. */
export const PROJECT_STATUSES = ['planned', 'signed', 'construction', 'topped_out', 'operating'] as const;

export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** What a bound says of a sum: about so much, so much or more, or less; `over` and `under` leave the number itself out. */
export const SUM_BOUNDS = ['about', 'atLeast', 'atMost', 'under', 'over'] as const;

export type SumBound = (typeof SUM_BOUNDS)[number];

/** The rule of a sum that is told of one phase of a project, and not of the whole. */
export const OF_PHASE = 'amount/phase';

/** What an article says of an entity. `investment` in yuan (an integer); `title` as written, without the body. */
export interface EntityAttributes {
  readonly investment?: number;
  readonly status?: ProjectStatus;
  readonly title?: string;
}

/** A place in the original text that names an entity, and the rule that found it. */
export interface EntityMention extends Span {
  /** The exact slice of the original text. */
  readonly text: string;
  readonly rule: string;
}

/**
/**
 * One statement of a value, a milestone or a figure. A sum that is a range has `min` and `max` in place of `value`, one that is a
 * bound one of them; it is in yuan, or in units of `currency` (ISO 4217). A figure of which nothing but its growth is told has no
 * `value`. `date` is ISO text, as exact as said.
 */
export interface Fact extends Span, Partial<Omit<Indicator, 'name' | 'value' | 'bound'>> {
  readonly name: string;
  readonly value?: string | number;
  readonly min?: number;
  readonly max?: number;
  readonly bound?: SumBound;
  readonly currency?: string;
  readonly date?: string;
  readonly quote: string;
  readonly rule: string;
  readonly confidence?: number;
}

/** An entity of one document: `name` and `aliases` are normalised forms, offsets count in the original text. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly attrs: EntityAttributes;
  /** 0..1 */
  readonly confidence: number;
  readonly mentions: readonly EntityMention[];
  readonly facts: readonly Fact[];
}
