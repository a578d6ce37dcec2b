import type { Extraction } from '../../model/article.ts';
import type { Entity } from '../../model/entity.ts';
import { YuantuError } from '../../model/errors.ts';
import type { Relation } from '../../model/relation.ts';

/**
 * A line that an engine hands us. Lines with the same `of` belong together and follow one another; one without stands by itself.
 * `head` is told before any other, as what the whole collection knows.
 */
export interface GroupedLine {
  readonly of?: string;
  readonly head?: unknown;
}

/** A line among others, as far as fields tell what it is. */
export type Fields = Readonly<Record<string, unknown>>;

/** One step of what an engine spreads: lines that belong together in, lines out. It keeps nothing from one group to the next. */
export interface Step {
  /** Takes in what the whole collection knows. */
  readonly learn?: (head: Fields) => void;
  readonly take: (lines: readonly Fields[], of: string) => Iterable<object>;
  /** What is left to say when all has been read. */
  readonly finish?: () => Iterable<object>;
}

/** What resolution asks of an article's extraction, and nothing else: texts, mentions and facts stay behind. */
export interface SlimExtraction {
  readonly doc: string;
  readonly articles: readonly string[];
  readonly entities: readonly (Pick<Entity, 'id' | 'type' | 'name' | 'aliases'> & {
    readonly title?: string;
  })[];
  readonly relations: readonly (Pick<Relation, 'from' | 'type' | 'to'> & { readonly title?: string })[];
}

export function toSlim({ doc, articles, entities, relations }: Extraction): SlimExtraction {
  const titled = ({ title }: { readonly title?: string }) => (title === undefined ? {} : { title });
  return {
    doc,
    articles: articles.map(({ id }) => id),
    entities: entities.map(({ id, type, name, aliases, attrs }) => ({
      id,
      type,
      name,
      aliases,
      ...titled(attrs),
    })),
    relations: relations.map(({ from, type, to, attrs }) => ({ from, type, to, ...titled(attrs) })),
  };
}

export function fromSlim({ doc, articles, entities, relations }: SlimExtraction): Extraction {
  const titled = (title: string | undefined) => (title === undefined ? {} : { title });
  return {
    doc,
    articles: articles.map((id) => ({ id, start: 0, end: 0 })),
    entities: entities.map(({ title, ...one }) => ({
      ...one,
      attrs: titled(title),
      confidence: 1,
      mentions: [],
      facts: [],
    })),
    relations: relations.map(({ title, ...one }) => ({
      ...one,
      attrs: titled(title),
      confidence: 1,
      evidence: [],
    })),
  };
}

/** The values of a field, of the lines that have it. */
export function valuesOf<T>(lines: readonly Fields[], field: string): T[] {
  return lines.flatMap((line) => (line[field] === undefined ? [] : [line[field] as T]));
}

/** The story of each article that a group tells of; any other article is its own. */
export function storiesIn(lines: readonly Fields[]): (article: string) => string {
  const stories = new Map(
    lines.flatMap(({ article, story }) =>
      typeof article === 'string' && typeof story === 'string' ? [[article, story] as const] : [],
    ),
  );
  return (article) => stories.get(article) ?? article;
}

/** The collection's entity of each of a document's that a group tells of. */
export function ownersIn(lines: readonly Fields[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap(({ member, owner }) =>
      typeof member === 'string' && typeof owner === 'string' ? [[member, owner] as const] : [],
    ),
  );
}

/** @throws {YuantuError} INPUT when a group lacks what its step needs. */
export function onlyOne<T>(all: readonly T[], what: string, of: string): T {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return first;
  const count = first === undefined ? 'none' : String(others.length + 1);
  throw new YuantuError('INPUT', `expected one ${what} of ${of}, got ${count}`);
}
