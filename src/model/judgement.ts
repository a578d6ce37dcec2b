import type { ArticleMetadata } from './article.ts';
import type { EntityType } from './entity.ts';
import type { RelationType } from './relation.ts';

/** What can be said of two names, and of what an article is made to say. */
export const VERDICTS = ['same', 'different', 'unsure', 'right', 'wrong'] as const;

/**
 * What a judgement speaks of: a type and one of the names, and the article where only that one is meant. Never an id: names
 * outlive a new extraction. `Official` and `Executive` are one kind here.
 */
export interface NamedThing {
  readonly type: EntityType;
  readonly name: string;
  /** The id of an article; absent for all. */
  readonly article?: string;
}

/** Who said it, when (an ISO instant) and why. `id` comes from the content. */
export interface Signed {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly why?: string;
}

/** Two names are one thing, are two, or nobody can tell (then they are not asked about again). */
export interface PairJudgement extends Signed {
  readonly say: 'same' | 'different' | 'unsure';
  readonly left: NamedThing;
  readonly right: NamedThing;
}

/** Something that articles are made to say is right: it is as sure as can be, and no longer asked about. */
export type RightJudgement = Signed & { readonly say: 'right' } & (
    | { readonly what: 'entity'; readonly of: NamedThing }
    | {
        readonly what: 'relation';
        readonly from: NamedThing;
        readonly relation: RelationType;
        readonly to: NamedThing;
      }
    | {
        readonly what: 'value';
        readonly of: NamedThing;
        readonly fact: string;
        readonly value: string | number;
      }
  );

/** Something that an article is made to say is wrong. Without anything right it goes; with it, that stands in its place. */
export type WrongJudgement = Signed & { readonly say: 'wrong' } & (
    | { readonly what: 'entity'; readonly of: NamedThing; readonly right?: string }
    | { readonly what: 'type'; readonly of: NamedThing; readonly right?: EntityType }
    | {
        readonly what: 'relation';
        readonly from: NamedThing;
        readonly relation: RelationType;
        readonly to: NamedThing;
        readonly right?: RelationType;
        /** What it leads from and to instead. */
        readonly rightFrom?: NamedThing;
        readonly rightTo?: NamedThing;
      }
    | {
        readonly what: 'value';
        readonly of: NamedThing;
        /** The name of the fact: `investment`, `status`, `title`. */
        readonly fact: string;
        readonly value: string | number;
        readonly right?: string | number;
      }
  );

/** A relation that an article tells and nobody found: `quote` stands in it. `title` is of a post. */
export interface AddedRelation extends Signed {
  readonly say: 'add';
  readonly from: NamedThing;
  readonly relation: RelationType;
  readonly to: NamedThing;
  readonly article: string;
  readonly quote: string;
  readonly title?: string;
}

/** What is known of an article beside its text. */
export const ARTICLE_PROPERTIES = [
  'title',
  'published',
  'outlet',
  'author',
  'url',
] as const satisfies readonly (keyof ArticleMetadata)[];

export type ArticleProperty = (typeof ARTICLE_PROPERTIES)[number];

/**
 * A property of an article is wrong: without `right` it is unknown. Without `property` the article is taken back with all that
 * stands in its file; `kept` is what it was, so that an undo brings it again.
 */
export interface ArticleJudgement extends Signed {
  readonly say: 'article';
  readonly article: string;
  readonly property?: ArticleProperty;
  readonly right?: string;
  readonly kept?: {
    readonly source: string;
    readonly doc: string;
    readonly text: string;
    readonly metadata: ArticleMetadata;
  };
}

/** Takes the judgement with the id `of` back. */
export interface Undo extends Signed {
  readonly say: 'undo';
  readonly of: string;
}

export type Judgement = PairJudgement | RightJudgement | WrongJudgement | AddedRelation | ArticleJudgement;

/** A line of `judgements.jsonl`. */
export type JudgementLine = Judgement | Undo;

/** A judgement before it is recorded: who and when come with the recording, the id from the content. */
export type Unsigned<T extends Signed> = T extends Signed ? Omit<T, 'id' | 'at'> : never;

/** Two judgements that cannot both stand: the newer one does. `undone` where an undo found nothing to take back. */
export interface Contradiction {
  readonly kept?: JudgementLine;
  readonly dropped: JudgementLine;
}

/** A `same` that gives way to a `different`, whichever is newer: what they name is tied together by articles alone. */
export interface Overruled {
  readonly kept: PairJudgement;
  readonly dropped: PairJudgement;
}

/** The judgements that stand once every undo and contradiction is settled, in the order of their ids: their order says nothing. */
export interface Standing {
  readonly judgements: readonly Judgement[];
  readonly contradictions: readonly Contradiction[];
}
