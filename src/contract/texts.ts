import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';
import { ArticleReference, Passage } from './reference.ts';

/** What the search in the texts of articles takes and answers with. */

export const TextsRequest = z.object({
  q: z.string().max(LENGTH_LIMITS.search).describe('words of two characters or more; all must stand there'),
  limit: z.coerce.number().int().min(1).max(100).default(12),
});

/** An article with the sentences that hold most of the words; `quotes` of a passage are the words in it. */
export const TextHit = z.object({ article: ArticleReference, passages: z.array(Passage) });
export type TextHit = Frozen<z.infer<typeof TextHit>>;

/** At most as many articles as asked for, and how many there are in all, or 5,000 where more are. */
export const TextsAnswer = z.object({ hits: z.array(TextHit), total: z.int() });
export type TextsAnswer = Frozen<z.infer<typeof TextsAnswer>>;
