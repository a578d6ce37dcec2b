import type { Extraction, RawDocument } from '../../src/model/article.ts';

export type Half = 'tune' | 'held-out';

export interface NamedIn {
  readonly name: string;
  /** File and line of the corpus. */
  readonly article: string;
}

/**
 * Two names of a type, `Person` for officials and executives, and whether they stand for one thing: null where the articles
 * leave it open, and where a name is none (`noThing`). `stratum` is how the program then had them, and why the pair was drawn.
 */
export interface NamePair {
  readonly type: 'Company' | 'Zone' | 'Project' | 'Person' | 'Organization';
  readonly left: NamedIn;
  readonly right: NamedIn;
  readonly same: boolean | null;
  readonly noThing?: true;
  readonly stratum: string;
  readonly why: string;
}

export interface ArticlePair {
  readonly left: string;
  readonly right: string;
  readonly label: 'reprint' | 'not' | 'doubtful';
}

export type Judged<Pair> = Pair & { readonly joined: boolean | undefined };

export interface Rate {
  readonly k: number;
  readonly n: number;
  readonly share: number | undefined;
  readonly low: number;
  readonly high: number;
}

export const HALVES: readonly Half[];
export const FURTHER: readonly string[];
export function articlesOf(half: Half): string[];
export function namePairsIn(file: string): NamePair[];
export function articlePairsIn(file: string): ArticlePair[];
export function textsOf(folder: string): (id: string) => string;
export function documentsIn(folder: string, ids: readonly string[]): RawDocument[];
export function namePairsOf(half: Half): NamePair[];
export function articlePairsOf(half: Half): ArticlePair[];
export function hasTexts(folder: string, half: Half): boolean;
export function documentsOf(folder: string, half: Half): RawDocument[];
export function judgeNames(
  pairs: readonly NamePair[],
  extractions: readonly Extraction[],
  idOf: (document: string, entity: string) => string | undefined,
): Judged<NamePair>[];
export function rateOf(k: number, n: number): Rate;
export function toText(rate: Rate): string;
export function tally(
  judged: readonly { readonly same: boolean | null; readonly joined: boolean | undefined }[],
): {
  readonly same: Rate;
  readonly different: Rate;
  readonly unread: number;
};
