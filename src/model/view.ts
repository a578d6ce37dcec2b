import type { EntityType } from './entity.ts';
import type { RelationType } from './relation.ts';
import type { Properties } from './snapshot.ts';
import type { Span } from './span.ts';

/** What the HTTP interface answers with and the explorer draws. Offsets are UTF-16 units of `Article.text`, end exclusive. */

/** Enough of an entity to show a link to it. */
export interface EntityReference {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Enough of an article to cite it. */
export interface ArticleReference {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
}

export interface Counts {
  readonly entities: number;
  readonly relations: number;
  readonly articles: number;
}

/**
 * The graph for drawing, in columns: item i of each list belongs to node i or edge i. `from` and `to` are positions in `nodes`,
 * `articles` positions in the articles, and `events` tell of a node (a position) and a date that its facts give.
 * `version` changes whenever the graph does. `count` is pieces of evidence; a node of no community has -1. `counts` are of the
 * whole graph; `isWhole` tells whether all of it is here. What is not known of an article is an empty text.
 */
export interface GraphView {
  readonly version: string;
  readonly counts: Counts;
  readonly isWhole: boolean;
  readonly nodes: {
    readonly id: readonly string[];
    readonly type: readonly EntityType[];
    readonly name: readonly string[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** Relations in the whole graph. */
    readonly degree: readonly number[];
    readonly pageRank: readonly number[];
    readonly stories: readonly number[];
    readonly confidence: readonly number[];
    readonly community: readonly number[];
    readonly articles: readonly (readonly number[])[];
  };
  readonly edges: {
    readonly id: readonly string[];
    readonly type: readonly RelationType[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly count: readonly number[];
    readonly confidence: readonly number[];
    readonly articles: readonly (readonly number[])[];
  };
  readonly articles: {
    readonly published: readonly string[];
    readonly outlet: readonly string[];
  };
  readonly events: {
    readonly node: readonly number[];
    readonly date: readonly string[];
  };
}

/** A stretch of a passage that names an entity. */
export interface LitName extends Span {
  readonly entity: EntityReference;
}

/** Part of an article's text: `start` is where it begins there. `names` and `quotes` are offsets in the article. */
export interface Passage {
  readonly start: number;
  readonly text: string;
  readonly names: readonly LitName[];
  readonly quotes: readonly Span[];
}

export interface FactView extends Span {
  readonly id: string;
  readonly name: string;
  readonly value: string | number;
  readonly date?: string;
  readonly quote: string;
  /** The sentence that the quote stands in. */
  readonly passage: Passage;
  readonly rule: string;
  readonly confidence?: number;
  readonly article: ArticleReference;
}

/** How far apart the articles are on one value: the lowest and highest, how many different ones, and in how many articles. */
export interface ValueRange {
  readonly name: string;
  readonly lowest: string | number;
  readonly highest: string | number;
  readonly values: number;
  readonly articles: number;
}

/** A relation seen from one of its ends. */
export interface RelationRow {
  readonly id: string;
  readonly type: RelationType;
  readonly direction: 'out' | 'in';
  readonly other: EntityReference;
  readonly title?: string;
  readonly count: number;
  readonly confidence?: number;
  readonly origin?: string;
}

/** The mentions of an entity in one article, one passage for each sentence that holds any. */
export interface ArticleMentions {
  readonly article: ArticleReference;
  readonly count: number;
  readonly passages: readonly Passage[];
}

/** An entity with all that is known of it. `properties` are the store's, without those that have a field here. */
export interface EntityView extends EntityReference {
  readonly aliases: readonly string[];
  readonly degree: number;
  readonly properties: Properties;
  readonly facts: readonly FactView[];
  /** Of the values on which the facts differ; `properties` has the newest. */
  readonly ranges: readonly ValueRange[];
  readonly relations: readonly RelationRow[];
  readonly mentions: readonly ArticleMentions[];
}

/** One piece of evidence. Knowledge from seeds/ has no article and no passage: its `quote` is the file and row. */
export interface EvidenceView {
  readonly quote: string;
  readonly rule: string;
  readonly article?: ArticleReference;
  readonly span?: Span;
  readonly passage?: Passage;
}

export interface RelationView {
  readonly id: string;
  readonly type: RelationType;
  readonly from: EntityReference;
  readonly to: EntityReference;
  readonly title?: string;
  readonly count: number;
  readonly stories?: number;
  readonly confidence?: number;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  readonly origin?: string;
  readonly evidence: readonly EvidenceView[];
}

export interface ArticleView extends ArticleReference {
  readonly author?: string;
  readonly text: string;
  readonly names: readonly LitName[];
  readonly reprints: readonly ArticleReference[];
}

/** One answer of the search. `form` is the name, alias or title that matched; `count` the relations, or the names in an article. */
export interface SearchHit {
  readonly id: string;
  readonly type: EntityType | 'Article';
  readonly name: string;
  readonly form: string;
  readonly by: 'name' | 'alias' | 'pinyin' | 'title';
  readonly place?: string;
  readonly count: number;
}

/** The answer of a search: at most as many hits as asked for, and how many there are in all. */
export interface SearchView {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

/** An error over HTTP (RFC 9457). `code` is stable. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** What came of adding articles; `entities` and `relations` are new or changed ones. `unchanged` documents were there already. */
export interface AddedView {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly entities: number;
  readonly relations: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly place: string; readonly reason: string }[];
}

/** A line of the answer to adding articles: how far it is, and at last what came of it, or what went wrong. */
export type AddStep =
  | { readonly progress: { readonly step: string; readonly done: number; readonly total: number } }
  | { readonly added: AddedView }
  | { readonly problem: Problem };
