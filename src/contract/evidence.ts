import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { BODY_LIMITS } from './limits.ts';
import { ArticleReference, Id, Offsets, Passage } from './reference.ts';

/** What the routes of sentences behind rows, and of tables as files, take and answer with. */

export const EvidenceRequest = z.object({
  ids: z.array(Id).min(1).max(500).describe('ids of relations and entities'),
  most: z.int().min(1).max(20).default(5).describe('sentences of each'),
});

/** A sentence in its article: `start` and `end` are of the words that it is quoted for. */
export const Sentence = z.object({ ...Offsets, passage: Passage, article: ArticleReference });
export type Sentence = Frozen<z.infer<typeof Sentence>>;

/**
 * What each rests on: of a relation its evidence, of an entity the statements of its values, then the evidence of its relations, or
 * else its mentions. `total` counts all. What is unknown, and what only public lists tell, has no sentence.
 */
export const EvidenceAnswer = z.object({
  rows: z.array(z.object({ id: z.string(), total: z.int(), sentences: z.array(Sentence) })),
});
export type EvidenceAnswer = Frozen<z.infer<typeof EvidenceAnswer>>;

const Cell = z.union([z.string().max(32_767), z.number()]);

/** A table for a workbook; a cell that is an address leads there. */
export const TableRequest = z.object({
  name: z.string().min(1).max(31),
  head: z.array(z.string().max(200)).min(1).max(26),
  rows: z.array(z.array(Cell).max(26)).max(50_000),
});

export const TABLE_BYTES = BODY_LIMITS.files;
