import type { Entity } from './entity.ts';
import type { Relation } from './relation.ts';
import type { Span, Token } from './span.ts';

/** What is known of an article beside its text. `published` is an ISO date, as exact as known; unknown is absent. */
export interface ArticleMetadata {
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly url?: string;
}

/**
 * One unit of input: a file, or a line of a JSON Lines file. It may hold several articles.
 *
 * `id` is SOURCE/PATH or SOURCE/ID; `doc` is the file's stem or the line's id. `text` is the original text: decoded, without a
 * byte-order mark; of HTML, PDF and DOCX what the reader takes out. Offsets that leave the program count in it.
 */
export interface RawDocument {
  readonly id: string;
  readonly source: string;
  readonly doc: string;
  readonly text: string;
  readonly metadata: ArticleMetadata;
}

/** A document set aside, with the reason: bad input never stops the run. `place` is the file, with a line where there is one. */
export interface Rejected {
  readonly place: string;
  readonly reason: string;
  /** What ids begin with that may be there all the same: it could not be looked at. */
  readonly unseen?: string;
}

/**
 * Why an entry of a folder is passed over: it is hidden; a link that leads out of the folder, or to another one; a pipe, a socket
 * or a device; what a browser saved beside a page; of a kind that is not read.
 */
export const PASSED_REASONS = ['hidden', 'link', 'device', 'page', 'kind'] as const;

export type PassedReason = (typeof PASSED_REASONS)[number];

/** What became of the files that a build was given, beside what was set aside: `read` counts those that held a document. */
export interface FileAccount {
  readonly read: number;
  readonly passedOver: readonly { readonly place: string; readonly why: PassedReason }[];
  /** What was read all the same, and what had to be mended or left out for it. */
  readonly notes?: readonly { readonly place: string; readonly note: string }[];
}

/** One article of a document: [start, end) of the original text. The articles of a document tile its text. */
export interface ArticlePart extends ArticleMetadata, Span {
  readonly id: string;
}

/** A sentence of the cleaned text. `paragraph` and `article` count from 0. */
export interface Sentence extends Span {
  readonly paragraph: number;
  readonly article: number;
}

/**
 * A document after cleaning. `text` is what the stages read (simplified, half-width, words rejoined, furniture blanked out);
 * `toOriginal` carries a span of it back: the smallest span of the original text that holds the same characters.
 */
export interface Document {
  readonly raw: RawDocument;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly articles: readonly ArticlePart[];
  readonly toOriginal: (span: Span) => Span;
}

/** A document with its words. Tokens tile `text`. */
export interface SegmentedDocument extends Document {
  readonly tokens: readonly Token[];
}

/** What one document says, in the shape that `extract` writes. */
export interface Extraction {
  readonly doc: string;
  readonly articles: readonly ArticlePart[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
}
