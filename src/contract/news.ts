import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { ArticleReference, EntityReference, FactValue, Offsets } from './reference.ts';

/** What the route of the news takes and answers with. */

export const NewsRequest = z.object({ since: z.iso.date().optional() });

/** Something new since a date, with the sentence that says so: a relation or title, or a value before and now. */
export const NewsRow = z.object({
  kind: z.enum(['project', 'company', 'post', 'investment', 'status']),
  about: EntityReference,
  date: z.string(),
  title: z.string().exactOptional(),
  relation: z.string().exactOptional(),
  before: FactValue.exactOptional(),
  now: FactValue.exactOptional(),
  quote: z.string(),
  article: ArticleReference.exactOptional(),
  span: z.object(Offsets).exactOptional(),
});
export type NewsRow = Frozen<z.infer<typeof NewsRow>>;

/** What is new since a date, the newest first. `undated` articles cannot be placed; `first` and `last` are the dates known. */
export const NewsAnswer = z.object({
  since: z.string(),
  rows: z.array(NewsRow),
  undated: z.int(),
  first: z.string().exactOptional(),
  last: z.string().exactOptional(),
});
export type NewsAnswer = Frozen<z.infer<typeof NewsAnswer>>;
