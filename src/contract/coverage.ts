import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { ArticleReference, EntityReference, FactValue, Offsets } from './reference.ts';

/** What the route of what is not known answers with. */

const Tally = z.object({ name: z.string(), articles: z.int() });

/** A value on which articles differ: from the lowest to the highest, how many there are, in how many articles. */
export const DifferenceRow = z.object({
  about: EntityReference,
  name: z.string(),
  period: z.string().exactOptional(),
  lowest: FactValue,
  highest: FactValue,
  values: z.int(),
  articles: z.int(),
});
export type DifferenceRow = Frozen<z.infer<typeof DifferenceRow>>;

/** Statements of a kind, a value of a thing or a relation of a type, and how many of them one story alone tells. */
export const OnceRow = z.object({
  kind: z.enum(['fact', 'relation']),
  name: z.string(),
  total: z.int(),
  once: z.int(),
});
export type OnceRow = Frozen<z.infer<typeof OnceRow>>;

/** Words that point back to something, such as 该园区, and that are tied to no name. */
export const UnresolvedRow = z.object({
  words: z.string(),
  quote: z.string(),
  span: z.object(Offsets),
  article: ArticleReference,
});
export type UnresolvedRow = Frozen<z.infer<typeof UnresolvedRow>>;

/**
 * What the graph rests on, and what is not known. `months` are all between the first and the last that an article is dated in,
 * those without any too; what is dated by its year alone stands under that. Of long lists the first hundred are here, and how many
 * there are in all.
 */
export const CoverageAnswer = z.object({
  articles: z.int(),
  stories: z.int(),
  months: z.array(Tally),
  outlets: z.array(Tally),
  unnamedOutlet: z.int(),
  undated: z.object({ total: z.int(), rows: z.array(ArticleReference) }),
  differing: z.object({ total: z.int(), rows: z.array(DifferenceRow) }),
  once: z.array(OnceRow),
  unresolved: z.object({ total: z.int(), rows: z.array(UnresolvedRow) }),
});
export type CoverageAnswer = Frozen<z.infer<typeof CoverageAnswer>>;
