import type { DifferenceRow, OnceRow, UnresolvedRow } from '../contract/coverage.ts';
import type { Counts } from '../contract/graph.ts';
import type { LitName } from '../contract/reference.ts';
import type { EntityType } from '../model/entity.ts';
import type { RelationType } from '../model/relation.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';

/** Which page of a list, and of which type. */
export interface PageWish {
  readonly limit: number;
  /** The id that the page before ended with. */
  readonly after?: string | undefined;
  readonly type?: string | undefined;
}

/** Records after an id, and how many there are in all. */
export interface PageOf<T> {
  readonly records: readonly T[];
  readonly total: number;
  readonly isMore: boolean;
}

/** Some of the doubtful relations, and how many there are in all. */
export interface DoubtfulPage {
  readonly rows: readonly { readonly relation: string; readonly change: number }[];
  readonly total: number;
}

/** Ids of entities and relations, sorted. */
export interface ToldOf {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
}

/** When and where an article was published; what is not known is empty. */
export interface Publication {
  readonly id: string;
  readonly published: string;
  readonly outlet: string;
}

/** What the graph rests on: counted where it lies, so that no more is held than is told. */
export interface Covered {
  readonly stories: number;
  /** How many articles there are by month, or by year where no more is known; those without a date are in none. */
  readonly months: ReadonlyMap<string, number>;
  /** How many articles each outlet has; those that name none are in the empty text. */
  readonly outlets: ReadonlyMap<string, number>;
  /** By kind and name, in no order. */
  readonly once: readonly OnceRow[];
  /** The first ids of articles without a date. */
  undated(limit: number): readonly string[];
  /** Numbers on which articles differ, those with the most values first, and how many there are in all. */
  differing(limit: number): { readonly total: number; readonly rows: readonly DifferenceRow[] };
  /** Words tied to no name in some of the articles after an id, so many of them at most; `next` is what to go on after. */
  unresolved(page: { readonly after: string; readonly limit: number }): UnresolvedPage;
}

export interface FormerPage {
  readonly found: readonly NodeRecord[];
  readonly next?: string;
}

export interface UnresolvedPage {
  readonly total: number;
  readonly rows: readonly UnresolvedRow[];
  readonly next?: string;
}

/** The graph as answers look at it that may be seen from a day. */
export interface Outlook {
  readonly counts: Counts;
  /** How many articles have a date, and the first and the last of these. */
  readonly dated: { readonly count: number; readonly first?: string; readonly last?: string };
  /** How many entities each community has, in the order of the first of each; those without one are in -1. */
  readonly communities: ReadonlyMap<number, number>;
  /** The entities, sorted by id. */
  readonly entities: readonly NodeRecord[];
  /** The relations between entities, sorted by id. */
  readonly relations: readonly RelationshipRecord[];
  /** Of every article, sorted by id. */
  readonly publications: readonly Publication[];
  /** The entities of communities with the most relations, of each as many as is said. */
  heaviestOf(seats: ReadonlyMap<number, number>): readonly string[];
  /** The entities of a type, sorted by id. */
  entitiesOf(type: EntityType): readonly NodeRecord[];
  /** The relations of an entity, sorted by id; a loop once. */
  relationsOf(id: string): readonly RelationshipRecord[];
  countRelationsOf(id: string): number;
  /** The relations between some entities, sorted by id. */
  relationsAmong(ids: ReadonlySet<string>): readonly RelationshipRecord[];
  /** The facts of an entity. */
  factsOf(id: string): readonly NodeRecord[];
  /** The dates that they give, sorted, each once. */
  factDatesOf(id: string): readonly string[];
  /** The names in an article, in text order, without those inside a longer name of the same entity. */
  namesIn(article: string): readonly LitName[];
  /** Those of them that name one entity. */
  namesOf(entity: string, article: string): readonly LitName[];
  /** The articles that name an entity, with where. */
  mentionsOf(entity: string): ReadonlyMap<string, readonly Span[]>;
  /** None for what is not known. */
  findNode(id: string | undefined): NodeRecord | undefined;
  /** @throws {YuantuError} NOT_FOUND */
  getEntity(id: string): NodeRecord;
  findRelation(id: string): RelationshipRecord | undefined;
  /** @throws {YuantuError} NOT_FOUND */
  getRelation(id: string): RelationshipRecord;
}

/**
 * The graph as questions look at it. One holds the whole of it in memory, another asks a database for what is looked at; what
 * they give is the same. Answers are functions of a catalogue that wait for nothing and change nothing: they may be run again.
 */
export interface Catalogue extends Outlook {
  /** How many entities there are of each type. */
  readonly types: ReadonlyMap<EntityType, number>;
  readonly covered: Covered;
  /** The entities of some ids, names or aliases, folded, sorted by id; of each at least what it goes by. */
  called(forms: readonly string[]): readonly NodeRecord[];
  /** The entities of some names or aliases, sorted by id; of each at least what it goes by. */
  named(names: readonly string[]): readonly NodeRecord[];
  /** The entities after an id of which a name has made an id, some of them; `next` is what to go on after. */
  formerly(page: { readonly id: string; readonly after: string }): FormerPage;
  /** The relations of a type, sorted by id. */
  relationsThatAre(type: RelationType): readonly RelationshipRecord[];
  /** The articles of a story, sorted by id. */
  articlesOf(story: string): readonly NodeRecord[];
  pageOfEntities(wish: PageWish): PageOf<NodeRecord>;
  pageOfRelations(wish: PageWish): PageOf<RelationshipRecord>;
  pageOfArticles(wish: PageWish): PageOf<NodeRecord>;
  /**
   * Of the doubtful relations those first whose answer changes most: how likely each is wrong, times how much is known (relations,
   * facts, articles) of the end of which less is.
   */
  doubtful(page: { readonly limit: number; readonly offset: number }): DoubtfulPage;
  /** What articles name, state something of, or tell of. */
  toldBy(articles: readonly string[]): ToldOf;
  /** @throws {YuantuError} NOT_FOUND */
  getArticle(id: string): NodeRecord;
  /** The graph as it was known on a day. */
  asOf(day: string): Outlook;
}

export interface Whole extends Catalogue {
  /** The whole graph, sorted by id. */
  readonly snapshot: Snapshot;
  /** The articles, sorted by id. */
  readonly articles: readonly NodeRecord[];
}
