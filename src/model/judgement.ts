import type { EntityType } from './entity.ts';
import type { RelationType } from './relation.ts';

/** What can be said of two names, and of what an article is made to say. */
export const VERDICTS = ['same', 'different', 'unsure', 'wrong'] as const;

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

/** Something that an article is made to say is wrong. Without `right` it goes; with it, that stands in its place. */
export type WrongJudgement = Signed & { readonly say: 'wrong' } & (
    | { readonly what: 'entity'; readonly of: NamedThing; readonly right?: string }
    | { readonly what: 'type'; readonly of: NamedThing; readonly right?: EntityType }
    | {
        readonly what: 'relation';
        readonly from: NamedThing;
        readonly relation: RelationType;
        readonly to: NamedThing;
        readonly right?: RelationType;
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

/** Takes the judgement with the id `of` back. */
export interface Undo extends Signed {
  readonly say: 'undo';
  readonly of: string;
}

export type Judgement = PairJudgement | WrongJudgement;

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
