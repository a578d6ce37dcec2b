import { z } from 'zod';
import { ENTITY_TYPES, SUM_BOUNDS } from '../model/entity.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';

/** What many answers hold. Offsets are UTF-16 units of `Article.text`, end exclusive. */

export const Id = z.string().min(1).max(LENGTH_LIMITS.id);

/** The part of an address that names one thing. */
export const IdRequest = z.object({ id: Id });

export const Type = z.enum(ENTITY_TYPES);
export const RelationKind = z.enum(RELATION_TYPES);

/** What a fact states: a state, or an amount. */
export const FactValue = z.union([z.string(), z.number()]);

/**
 * What a fact states: one `value`; or of a sum that is a range `min` and `max`, of one that is a bound one of them. It is in yuan, or
 * in units of `currency` (ISO 4217).
 */
export const Stated = {
  value: FactValue.exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  bound: z.enum(SUM_BOUNDS).exactOptional(),
  currency: z.string().exactOptional(),
};

export const Offsets = { start: z.int().min(0), end: z.int().min(0) };

/** Enough of an entity to show a link to it. */
export const EntityReference = z.object({ id: z.string(), type: Type, name: z.string() });
export type EntityReference = Frozen<z.infer<typeof EntityReference>>;

/** Enough of an article to cite it. `opening` are its first words, where it has no title. */
export const ArticleReference = z.object({
  id: z.string(),
  title: z.string().exactOptional(),
  opening: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  published: z.string().exactOptional(),
  url: z.string().exactOptional(),
});
export type ArticleReference = Frozen<z.infer<typeof ArticleReference>>;

/** A stretch of an article that names an entity. */
export const LitName = z.object({ ...Offsets, entity: EntityReference });
export type LitName = Frozen<z.infer<typeof LitName>>;

/** Part of an article's text: `start` is where it begins there. `names` and `quotes` are offsets in the article. */
export const Passage = z.object({
  start: z.int(),
  text: z.string(),
  names: z.array(LitName),
  quotes: z.array(z.object(Offsets)),
});
export type Passage = Frozen<z.infer<typeof Passage>>;

/** The mentions of an entity in one article, one passage for each sentence that holds any. */
export const ArticleMentions = z.object({
  article: ArticleReference,
  count: z.int(),
  passages: z.array(Passage),
});
export type ArticleMentions = Frozen<z.infer<typeof ArticleMentions>>;
