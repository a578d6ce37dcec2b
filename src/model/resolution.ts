import type { Extraction, RawDocument } from './article.ts';
import type { EntityType } from './entity.ts';
import { hashId } from './id.ts';
import type { NamedThing } from './judgement.ts';
import type { Division } from './seeds.ts';

/** A document with what it says. */
export interface ExtractedDocument {
  readonly raw: RawDocument;
  readonly extraction: Extraction;
}

/** The story of each article, by id: the id of the earliest of the articles that are reprints of one another. */
export type Stories = Readonly<Record<string, string>>;

/** An entity of one document: `document` is that of `documentId`, `entity` the id inside it. */
export interface Member {
  readonly document: string;
  readonly entity: string;
}

/** One reason for or against a merge, such as `introduced` with the form and the documents. `score` is against to for: -1..1, of people in log-odds. */
export interface Feature {
  readonly name: string;
  readonly detail: string;
  readonly score: number;
}

/** Two names that were taken for one thing, and why. `via` is the form that brought them together. */
export interface Merge {
  readonly left: string;
  readonly right: string;
  readonly via: string;
  readonly features: readonly Feature[];
}

/** One thing of the collection. `id` comes from its content; `members`, `types` and `aliases` are sorted. */
export interface ResolvedEntity {
  readonly id: string;
  readonly type: EntityType;
  /** More than one only for a person who is both `Official` and `Executive`. */
  readonly types: readonly EntityType[];
  readonly name: string;
  /** Every other form that an article uses. */
  readonly aliases: readonly string[];
  readonly members: readonly Member[];
  readonly merges: readonly Merge[];
  /** A zone's, from a public list or its name. */
  readonly level?: string;
  readonly kind?: string;
  /** The division that a place is, or that a listed zone lies in, by code. */
  readonly division?: string;
  /** File and row of the public list that knows this zone. */
  readonly origin?: string;
}

/**
 * Two names of which a person should say whether they are one thing: entities by id, the same one twice where they were
 * `merged`. `names` is what a judgement on them would name, the article included where both bear one name.
 */
export interface Doubt {
  readonly left: string;
  readonly right: string;
  readonly names: readonly [NamedThing, NamedThing];
  readonly via: string;
  readonly features: readonly Feature[];
  readonly score: number;
  readonly merged: boolean;
}

/** The entities of a collection, sorted by id. Every entity of every document is a member of exactly one. */
export interface Resolution {
  readonly entities: readonly ResolvedEntity[];
  readonly doubts: readonly Doubt[];
}

/** What names a document: the id of its first article. */
export function documentId(extraction: Extraction): string {
  return extraction.articles[0]?.id ?? extraction.doc;
}

/** A division's node is the same whether an article names it or the list of divisions puts it above another. */
export function placeId(division: Division): string {
  return hashId('Place', division.code);
}

/** A member as one string, for maps. */
export function memberKey(member: Member): string {
  return `${member.document}\n${member.entity}`;
}
