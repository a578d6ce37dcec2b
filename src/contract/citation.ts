import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { ArticleReference, Offsets } from './reference.ts';

/** What the route of citations takes and answers with. */

export const CitationRequest = z.object({
  span: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .optional()
    .describe('a stretch of an article, such as 300-360'),
});

/** An item of CSL-JSON, as citation managers read it; the quote and its place stand in `custom` and, for people, in `note`. */
export const CslItem = z.object({
  id: z.string(),
  type: z.enum(['article-newspaper', 'dataset']),
  title: z.string(),
  'container-title': z.string().exactOptional(),
  author: z.array(z.object({ literal: z.string() })).exactOptional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.int())) }).exactOptional(),
  URL: z.string().exactOptional(),
  language: z.string(),
  note: z.string().exactOptional(),
  custom: z.record(z.string(), z.union([z.string(), z.int()])),
});
export type CslItem = Frozen<z.infer<typeof CslItem>>;

/**
 * What something rests on, to be cited: words of an article and where they stand in it. A row of a public list has no article: its
 * `quote` is the file and the row.
 */
export const Citation = z.object({
  quote: z.string(),
  article: ArticleReference.extend({ author: z.string().exactOptional() }).exactOptional(),
  span: z.object(Offsets).exactOptional(),
});
export type Citation = Frozen<z.infer<typeof Citation>>;

/** The citations of something, and the same written in each form. */
export const CitationsAnswer = z.object({
  items: z.array(Citation),
  text: z.string(),
  markdown: z.string(),
  csl: z.array(CslItem),
  bibtex: z.string(),
});
export type CitationsAnswer = Frozen<z.infer<typeof CitationsAnswer>>;
