import type { Contradiction, JudgementLine, NamedThing, Overruled } from './judgement.ts';
import type { Feature } from './resolution.ts';
import type { ArticleMentions, EntityReference } from './view.ts';

/** One side of a doubtful pair: the entity, what a judgement would name, and a few sentences that name it so. */
export interface DoubtSide extends EntityReference {
  readonly names: NamedThing;
  readonly aliases: readonly string[];
  /** How many articles name it. */
  readonly articles: number;
  readonly mentions: readonly ArticleMentions[];
}

/** Two names of which a person should say whether they are one. `merged`: they are one now. `score`: 0..1 and beyond, 0.5 is the edge. */
export interface DoubtView {
  readonly left: DoubtSide;
  readonly right: DoubtSide;
  readonly via: string;
  readonly features: readonly Feature[];
  readonly score: number;
  readonly merged: boolean;
}

/** The most doubtful pairs, and how many there are in all. */
export interface DoubtsView {
  readonly total: number;
  readonly pairs: readonly DoubtView[];
  /** Judgements that give way to others, because articles tie together what they name. */
  readonly overruled: readonly Overruled[];
}

/** What people judged, newest first. `stands` is false for what was undone or ruled out. */
export interface JudgementsView {
  readonly judgements: readonly { readonly line: JudgementLine; readonly stands: boolean }[];
  readonly contradictions: readonly Contradiction[];
}

/** What the asking reader may do. `offered` is false where the server takes no judgements from anyone. */
export interface RightsView {
  readonly role: 'reader' | 'reviewer' | 'editor';
  readonly offered: boolean;
}

/** What recording a judgement did: the lines written, and how many nodes and relationships changed. */
export interface RecordedView {
  readonly lines: readonly JudgementLine[];
  readonly changed: { readonly nodes: number; readonly relationships: number };
}
