import type { LexiconEntry } from '../../model/seeds.ts';

/** What aliasing needs to see of the text and of the world. */
export interface AliasContext {
  readonly text: string;
  readonly isPlace: (word: string) => boolean;
  readonly isCommon: (word: string) => boolean;
  readonly sameZone: (form: string) => string | undefined;
  /** Names that the user watches: the forms of one entry are one thing. */
  readonly lexicon: readonly LexiconEntry[];
}
