import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';
import { ArticleReference, EntityReference, RelationKind } from './reference.ts';

/** What the lists and the search take and answer with. */

export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(LENGTH_LIMITS.id).optional().describe('the id that the page before ended with'),
  type: z.string().max(40).optional(),
});

/** A page of a list: `next` is what to ask for `after`; absent on the last one. */
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), next: z.string().exactOptional() });

export const EntityPage = pageOf(EntityReference.extend({ degree: z.int() }));
export const RelationPage = pageOf(
  z.object({ id: z.string(), type: RelationKind, from: z.string(), to: z.string(), count: z.int() }),
);
export const ArticlePage = pageOf(ArticleReference);

export const SearchRequest = z.object({
  q: z.string().max(LENGTH_LIMITS.search),
  limit: z.coerce.number().int().min(1).max(100).default(12),
});

/** One answer of the search. `form` is the name, alias or title that matched; `count` the relations, or the names in an article. */
export const SearchHit = z.object({
  id: z.string(),
  type: z.enum([...ENTITY_TYPES, 'Article']),
  name: z.string(),
  form: z.string(),
  by: z.enum(['name', 'alias', 'pinyin', 'title']),
  place: z.string().exactOptional(),
  count: z.int(),
});
export type SearchHit = Frozen<z.infer<typeof SearchHit>>;

/** The answer of a search: at most as many hits as asked for, and how many there are in all. */
export const SearchAnswer = z.object({ hits: z.array(SearchHit), total: z.int() });
export type SearchAnswer = Frozen<z.infer<typeof SearchAnswer>>;
