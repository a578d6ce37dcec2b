import { z } from 'zod';
import { BOUNDS, MEASURES } from '../model/indicator.ts';
import type { Frozen } from './frozen.ts';
import {
  ArticleMentions,
  ArticleReference,
  EntityReference,
  FactValue,
  LitName,
  Offsets,
  Passage,
  RelationKind,
  Stated,
} from './reference.ts';

/** What the routes of one entity, one relation and one article answer with. */

/** `passage` is the sentence that the quote stands in. */
export const FactRow = z.object({
  id: z.string(),
  ...Offsets,
  name: z.string(),
  ...Stated,
  date: z.string().exactOptional(),
  quote: z.string(),
  passage: Passage,
  rule: z.string(),
  confidence: z.number().exactOptional(),
  article: ArticleReference,
});
export type FactRow = Frozen<z.infer<typeof FactRow>>;

/** A figure of a measure, in whole units; `growth` in percent. Without `value` only its growth is told. */
export const IndicatorRow = z.object({
  id: z.string(),
  ...Offsets,
  name: z.enum(MEASURES),
  value: z.number().exactOptional(),
  unit: z.string(),
  growth: z.number().exactOptional(),
  period: z.string().exactOptional(),
  planned: z.boolean(),
  bound: z.enum(BOUNDS).exactOptional(),
  product: z.string().exactOptional(),
  quote: z.string(),
  passage: Passage,
  confidence: z.number().exactOptional(),
  article: ArticleReference,
});
export type IndicatorRow = Frozen<z.infer<typeof IndicatorRow>>;

/** How far apart the articles are on one value: the lowest and highest, how many different ones, and in how many articles. */
export const ValueRange = z.object({
  name: z.string(),
  lowest: FactValue,
  highest: FactValue,
  values: z.int(),
  articles: z.int(),
});
export type ValueRange = Frozen<z.infer<typeof ValueRange>>;

/** A relation seen from one of its ends. */
export const RelationRow = z.object({
  id: z.string(),
  type: RelationKind,
  direction: z.enum(['out', 'in']),
  other: EntityReference,
  title: z.string().exactOptional(),
  count: z.int(),
  confidence: z.number().exactOptional(),
  origin: z.string().exactOptional(),
});
export type RelationRow = Frozen<z.infer<typeof RelationRow>>;

/**
 * An entity with all that is known of it. `properties` are the store's, without those that have a field here; `ranges` are of
 * the values on which the facts differ, of which `properties` has the newest. `indicators` stand by measure and period, so that a
 * series of one reads down, and what two articles tell otherwise stands together.
 */
export const EntityAnswer = EntityReference.extend({
  aliases: z.array(z.string()),
  degree: z.int(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  facts: z.array(FactRow),
  ranges: z.array(ValueRange),
  indicators: z.array(IndicatorRow),
  relations: z.array(RelationRow),
  mentions: z.array(ArticleMentions),
});
export type EntityAnswer = Frozen<z.infer<typeof EntityAnswer>>;

/** One piece of evidence. Knowledge from seeds/ has no article and no passage: its `quote` is the file and row. */
export const EvidenceRow = z.object({
  quote: z.string(),
  rule: z.string(),
  article: ArticleReference.exactOptional(),
  span: z.object(Offsets).exactOptional(),
  passage: Passage.exactOptional(),
});
export type EvidenceRow = Frozen<z.infer<typeof EvidenceRow>>;

/** A relation with all the evidence behind it. */
export const RelationAnswer = z.object({
  id: z.string(),
  type: RelationKind,
  from: EntityReference,
  to: EntityReference,
  title: z.string().exactOptional(),
  count: z.int(),
  stories: z.int().exactOptional(),
  confidence: z.number().exactOptional(),
  firstSeen: z.string().exactOptional(),
  lastSeen: z.string().exactOptional(),
  origin: z.string().exactOptional(),
  evidence: z.array(EvidenceRow),
});
export type RelationAnswer = Frozen<z.infer<typeof RelationAnswer>>;

/** An article with the names in it, in text order, and those that reprint it or that it reprints. */
export const ArticleAnswer = ArticleReference.extend({
  author: z.string().exactOptional(),
  text: z.string(),
  names: z.array(LitName),
  reprints: z.array(ArticleReference),
});
export type ArticleAnswer = Frozen<z.infer<typeof ArticleAnswer>>;
