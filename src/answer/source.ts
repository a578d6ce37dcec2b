import type { SearchAnswer } from '../contract/list.ts';
import type { TextsAnswer } from '../contract/texts.ts';
import type { Choice, Chosen } from '../model/chosen.ts';
import type { Catalogue } from './catalogue.ts';
import type { Touched } from './history.ts';

/** What is made of a graph: it waits for nothing and changes nothing, so that it may be made again. */
export type Answer<T> = (catalogue: Catalogue, version: string) => T;

/** What is told of a write: the version since, and what it touched; absent where nobody can tell. */
export interface GraphNews {
  readonly version: string;
  readonly followed?: { readonly catalogue: Catalogue; readonly touched: Touched };
}

/** The graph of a store, to be asked. */
export interface Source {
  /** Another after every write. */
  version(): Promise<string>;
  ask<T>(answer: Answer<T>): Promise<T>;
  /** An answer that everybody asks for, by a name: made once a version. */
  askOnce<T>(name: string, answer: Answer<T>): Promise<T>;
  /** What is called or spelt so, the best hits first. */
  find(question: string, limit: number): Promise<SearchAnswer>;
  /** The articles whose texts hold all words, the best first. */
  findTexts(question: string, limit: number): Promise<TextsAnswer>;
  /** A part of the graph, with what tells of it where that is asked for; whoever asks closes it. */
  choose(choice: Choice, isTold: boolean): Promise<Chosen>;
  /** What was touched since a version; `undefined` when that is too long ago, or nobody can tell. */
  touchedSince(version: string): Touched | undefined;
  /** Calls after every write, until the function that it gave is called. */
  watch(tell: (news: GraphNews) => void): () => void;
}
