import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { Total } from './profile.ts';
import { EntityReference, Type } from './reference.ts';

/**
 * What is in the graph, in a few numbers: articles and their dates, entities by type, what projects are stated to cost, and how
 * many are in each state. `zones` are the best tied ones.
 */
export const SummaryAnswer = z.object({
  articles: z.int(),
  first: z.string().optional(),
  last: z.string().optional(),
  types: z.partialRecord(Type, z.int()),
  total: Total.omit({ leftOut: true }),
  states: z.record(z.string(), z.int()),
  zones: z.array(EntityReference),
});
export type SummaryAnswer = Frozen<z.infer<typeof SummaryAnswer>>;
