import { z } from 'zod';
import { RelationAnswer } from './entity.ts';
import type { Frozen } from './frozen.ts';

/** What the route of doubtful relations answers with. */

/** A relation with the first piece of its evidence. `change`: how likely it is wrong, times how much hangs on it. */
export const DoubtfulRow = z.object({ relation: RelationAnswer, change: z.number() });
export type DoubtfulRow = Frozen<z.infer<typeof DoubtfulRow>>;

/** The relations that are doubtful, those first whose answer changes most, and how many there are in all. */
export const DoubtfulAnswer = z.object({ total: z.int(), rows: z.array(DoubtfulRow) });
export type DoubtfulAnswer = Frozen<z.infer<typeof DoubtfulAnswer>>;
